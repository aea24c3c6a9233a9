/** Which page an address means, and the address of each page. */
export type Route =
  | { page: 'submit'; workspace: string }
  | { page: 'done'; workspace: string; number: number }
  | { page: 'mine'; workspace: string }
  | { page: 'track'; workspace: string; number: number; code: string }
  | { page: 'survey'; workspace: string; token: string; score: number | null }
  | { page: 'unknown'; workspace: string | null }

const SLUG = /^[a-z0-9](?:[a-z0-9-]{0,38}[a-z0-9])?$/
const CLAIM = /^(\d{1,12})-([A-Za-z0-9]{4,40})$/
const TOKEN = /^[\w.~-]{20,120}$/

export function routeOf(pathname: string, search = ''): Route {
  const [, p, workspace = '', page = '', rest = '', ...more] = decoded(pathname)
    .replace(/\/+$/, '')
    .split('/')
  if (p !== 'p' || !SLUG.test(workspace)) return { page: 'unknown', workspace: null }
  const unknown: Route = { page: 'unknown', workspace }
  if (more.length > 0) return unknown
  if (page === '' && rest === '') return { page: 'submit', workspace }
  if (page === 'mine' && rest === '') return { page: 'mine', workspace }
  if (page === 'done' && /^\d{1,12}$/.test(rest))
    return { page: 'done', workspace, number: Number(rest) }
  if (page === 't') {
    const claim = claimIn(rest)
    return claim ? { page: 'track', workspace, ...claim } : unknown
  }
  if (page === 's' && TOKEN.test(rest)) {
    return { page: 'survey', workspace, token: rest, score: scoreIn(search) }
  }
  return unknown
}

export const submitPath = (workspace: string) => `/p/${workspace}`
export const minePath = (workspace: string) => `/p/${workspace}/mine`
export const donePath = (workspace: string, number: number) => `/p/${workspace}/done/${number}`
export const trackPath = (workspace: string, claim: Claim) =>
  `/p/${workspace}/t/${claim.number}-${claim.code}`

/** What opens a track page: the number people quote and the code only the customer has. */
export interface Claim {
  number: number
  code: string
}

/**
 * The claim a person means. They type `HY-1042`, `hy1042` or `１０４２` and the code with spaces,
 * or paste the whole link, or `1042-K7M2QX9TRB`, into the first box.
 */
export function claimTyped(numberTyped: string, codeTyped: string): Claim | null {
  const first = plain(numberTyped)
  const whole = claimIn(
    first
      .replace(/^.*\/t\//, '')
      .replace(/[?#].*$/, '')
      .replace(/^HY-?/i, ''),
  )
  if (whole) return whole
  const number = /^(?:HY)?-?(\d{1,12})$/i.exec(first)?.[1]
  const code = plain(codeTyped).replace(/-/g, '')
  return number ? claimIn(`${number}-${code}`) : null
}

function claimIn(text: string): Claim | null {
  const [, number, code] = CLAIM.exec(text) ?? []
  return number && code && Number(number) > 0
    ? { number: Number(number), code: asWritten(code) }
    : null
}

/** Codes are Crockford's base 32: there is no O, I or L in them, whatever someone reads. */
const asWritten = (code: string) => code.toUpperCase().replace(/O/g, '0').replace(/[IL]/g, '1')

function scoreIn(search: string): number | null {
  const score = new URLSearchParams(search).get('score') ?? ''
  return /^[1-5]$/.test(score) ? Number(score) : null
}

const plain = (text: string) => text.normalize('NFKC').replace(/\s+/g, '').replace(/[–—−]/g, '-')

function decoded(pathname: string): string {
  try {
    return decodeURIComponent(pathname)
  } catch {
    return ''
  }
}
