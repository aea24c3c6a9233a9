/**
 * Secrets that say themselves where they belong: id and workspace, then 256 random bits. So an API
 * key or an invitation is found without a look-up table that spans workspaces.
 */
import { randomBytes } from 'node:crypto'
import { sameSecret, sha256 } from '../platform/ids.ts'

const digits = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz'
const base = BigInt(digits.length)
/** 256 bits need 43 digits of base 62. */
const width = 43
const shape = new RegExp(`^([a-z]+)_([0-9A-Za-z]{${width}})_([0-9A-Za-z]{${width}})$`)
/** Enough to tell keys apart: the first digits say when it was made. */
const startLength = 'hyk_'.length + 10

/** hyk: an API key · hyi: an invitation */
export type SecretKind = 'hyk' | 'hyi'

export interface PlacedSecret {
  id: string
  workspaceId: string
  secret: string
}

export function newPlacedSecret(
  kind: SecretKind,
  workspaceId: string,
  id: string,
): PlacedSecret & { written: string } {
  const place = BigInt(`0x${`${id}${workspaceId}`.replaceAll('-', '')}`)
  const secret = inDigits(BigInt(`0x${randomBytes(32).toString('hex')}`))
  return { id, workspaceId, secret, written: `${kind}_${inDigits(place)}_${secret}` }
}

/** Null for anything that is not one of ours of this kind. */
export function parsePlacedSecret(kind: SecretKind, written: string): PlacedSecret | null {
  const [, prefix, place = '', secret = ''] = shape.exec(written) ?? []
  if (prefix !== kind) return null
  const hex = number(place).toString(16).padStart(64, '0')
  if (hex.length > 64) return null
  return { id: uuid(hex.slice(0, 32)), workspaceId: uuid(hex.slice(32)), secret }
}

export const startOf = (written: string): string => written.slice(0, startLength)
/** With 256 random bits a plain hash is as good as a slow one. */
export const secretHash = (secret: string): string => sha256(`placed\n${secret}`)
export const isSecret = (secret: string, hash: string): boolean =>
  sameSecret(secretHash(secret), hash)

function inDigits(value: bigint): string {
  let text = ''
  for (let rest = value; rest > 0n; rest /= base) text = digits[Number(rest % base)] + text
  return text.padStart(width, '0')
}

function number(text: string): bigint {
  let value = 0n
  for (const digit of text) value = value * base + BigInt(digits.indexOf(digit))
  return value
}

function uuid(hex: string): string {
  return hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5')
}
