/**
 * A browser in which an account was signed in keeps a cookie that says so, for this account alone. It
 * opens nothing; it keeps strangers' guesses from holding up whoever has it.
 */
import { randomBytes } from 'node:crypto'
import { sameSecret, signedCode } from '../platform/ids.ts'
import { cookiePrefix, cookieValue } from './session-cookie.ts'

const keptS = 365 * 86_400
const signatureLength = 26

/** `Set-Cookie` for a browser that has just signed in. */
export function deviceCookie(
  email: string,
  { secret, path }: { secret: string; path: string },
): string {
  const device = randomBytes(16).toString('base64url')
  const value = `${device}.${signatureOf(secret, email, device)}`
  return `${nameFor(secret, email)}=${value}; Max-Age=${keptS}; Path=${path}; HttpOnly; SameSite=Lax`
}

/** The device in a `Cookie` header if we gave it out for this account; else null. */
export function deviceIn(header: string | undefined, email: string, secret: string): string | null {
  const [device = '', signature = ''] =
    cookieValue(header, nameFor(secret, email))?.split('.') ?? []
  if (device === '') return null
  return sameSecret(signature, signatureOf(secret, email, device)) ? device : null
}

/** Says nothing of the account to who reads it. */
function nameFor(secret: string, email: string): string {
  return `${cookiePrefix}.device_${signedCode(secret, 'device-name', email.toLowerCase(), 12)}`
}

function signatureOf(secret: string, email: string, device: string): string {
  return signedCode(secret, 'device', `${email.toLowerCase()} ${device}`, signatureLength)
}
