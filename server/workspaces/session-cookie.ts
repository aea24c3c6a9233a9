/** The session cookie as better-auth signs it: `token.HMAC-SHA256(token)`, base64, URL-encoded. */
import { createHmac, timingSafeEqual } from 'node:crypto'

export const cookiePrefix = 'huiyin'
export const sessionCookie = `${cookiePrefix}.session_token`

/** Sign-in has a secret of its own, made from the installation's. */
export function signInSecret(installationSecret: string): string {
  return createHmac('sha256', installationSecret).update('sign-in').digest('base64url')
}

export function signSessionToken(token: string, installationSecret: string): string {
  return encodeURIComponent(`${token}.${signature(token, installationSecret)}`)
}

/** The token in a `Cookie` header, or null when there is none of ours with a right signature. */
export function sessionTokenIn(
  header: string | undefined,
  installationSecret: string,
): string | null {
  return signedValueIn(header, sessionCookie, installationSecret)
}

/** What better-auth signed into the cookie of this name; null for anything it did not. */
export function signedValueIn(
  header: string | undefined,
  name: string,
  installationSecret: string,
): string | null {
  const value = cookieValue(header, name)
  if (value === null) return null
  const dot = value.lastIndexOf('.')
  if (dot < 1) return null
  const signed = value.slice(0, dot)
  const given = Buffer.from(value.slice(dot + 1))
  const right = Buffer.from(signature(signed, installationSecret))
  return given.length === right.length && timingSafeEqual(given, right) ? signed : null
}

/**
 * The cookies that we signed, by name. better-auth reads a header more generously than this (quotes,
 * other spellings of a signature): it gets these and no others, so that it sees whom we counted.
 */
export function signedCookies(
  header: string | undefined,
  installationSecret: string,
): Map<string, string> {
  const cookies = new Map<string, string>()
  const named = new Set<string>()
  for (const part of header?.split(';') ?? []) {
    const name = part.slice(0, Math.max(0, part.indexOf('='))).trim()
    if (!name.startsWith(`${cookiePrefix}.`) || named.has(name)) continue
    named.add(name)
    if (signedValueIn(part, name, installationSecret) !== null)
      cookies.set(name, cookieValue(part, name) as string)
  }
  return cookies
}

export function cookieHeader(cookies: ReadonlyMap<string, string>): string {
  return [...cookies].map(([name, value]) => `${name}=${encodeURIComponent(value)}`).join('; ')
}

function signature(token: string, installationSecret: string): string {
  return createHmac('sha256', signInSecret(installationSecret)).update(token).digest('base64')
}

export function cookieValue(header: string | undefined, name: string): string | null {
  for (const part of header?.split(';') ?? []) {
    const at = part.indexOf('=')
    if (at < 0 || part.slice(0, at).trim() !== name) continue
    try {
      return decodeURIComponent(part.slice(at + 1).trim())
    } catch {
      return null
    }
  }
  return null
}
