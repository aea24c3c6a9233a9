/** The ways a person is known: how each is written, and what of it may be seen. */
import { maskPersonalData } from '../../reading/index.ts'
import type { Author } from './author.ts'
import type { IdentityKind } from './tables.ts'

export interface Identity {
  kind: IdentityKind
  value: string
  proven: boolean
}

/** A number typed without a country is one of this country. */
const homeCountry = '+86'

/** What an author gives to know them by, normalised, the strongest first. */
export function identitiesOf(author: Author): Identity[] {
  const vouched = author.vouched === true
  const given: [IdentityKind, string | undefined, boolean][] = [
    ['unionid', author.unionid, true],
    ['openid', author.openid, true],
    ['external', author.external, true],
    ['email', author.email, vouched],
    ['phone', author.phone, vouched],
  ]
  return given.flatMap(([kind, written, proven]) => {
    const value = normaliseIdentity(kind, written ?? '')
    return value === '' ? [] : [{ kind, value, proven }]
  })
}

export function normaliseIdentity(kind: IdentityKind, written: string): string {
  if (kind === 'email') return written.trim().toLowerCase()
  if (kind === 'phone') return normalisePhone(written)
  return written.trim()
}

/** `138 0013 8000` → `+8613800138000`; a number of no country we can tell keeps its digits. */
function normalisePhone(written: string): string {
  const digits = written.normalize('NFKC').replace(/[^\d+]/g, '')
  if (/^1\d{10}$/.test(digits)) return homeCountry + digits
  if (/^(?:86|0086|\+86)1\d{10}$/.test(digits)) return homeCountry + digits.slice(-11)
  if (/^00[1-9]/.test(digits)) return `+${digits.slice(2)}`
  return digits.startsWith('+') ? `+${digits.replace(/\+/g, '')}` : digits.replace(/\+/g, '')
}

/** Enough for a person to recognise their own: `138****8000`, `z***@x.com`, `o6_b****9XwA`. */
export function maskIdentity(kind: IdentityKind, value: string): string {
  if (kind === 'email') return maskPersonalData(value)
  if (kind === 'phone' && value.startsWith(homeCountry))
    return hideMiddle(value.slice(homeCountry.length), 3, 4)
  if (kind === 'phone') return hideMiddle(value, 2, 3)
  return value.length > 10 ? hideMiddle(value, 4, 4) : hideMiddle(value, 1, 1)
}

/** Always four stars, so that not even the length is told. */
function hideMiddle(value: string, first: number, last: number): string {
  const characters = [...value]
  if (characters.length <= first + last) return `${characters.slice(0, 1).join('')}****`
  return `${characters.slice(0, first).join('')}****${characters.slice(-last).join('')}`
}
