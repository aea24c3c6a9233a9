/**
 * How an API key is written: `hyk_` + key and workspace + `_` + secret. It says itself where it
 * belongs, so no look-up table spans workspaces.
 */
import { randomBytes } from 'node:crypto'
import { sameSecret, sha256 } from '../platform/ids.ts'

const digits = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz'
const base = BigInt(digits.length)
/** 256 bits need 43 digits of base 62. */
const width = 43
const shape = new RegExp(`^hyk_([0-9A-Za-z]{${width}})_([0-9A-Za-z]{${width}})$`)
/** Enough to tell keys apart: their first digits say when they were made. */
const startLength = 'hyk_'.length + 10

export interface ApiKey {
  keyId: string
  workspaceId: string
  secret: string
}

export function newApiKey(workspaceId: string, keyId: string): ApiKey & { written: string } {
  const place = BigInt(`0x${`${keyId}${workspaceId}`.replaceAll('-', '')}`)
  const secret = inDigits(BigInt(`0x${randomBytes(32).toString('hex')}`))
  return { keyId, workspaceId, secret, written: `hyk_${inDigits(place)}_${secret}` }
}

/** Null for anything that is not a key of ours. */
export function parseApiKey(written: string): ApiKey | null {
  const match = shape.exec(written)
  if (!match) return null
  const [, place, secret] = match as unknown as [string, string, string]
  const hex = number(place).toString(16).padStart(64, '0')
  if (hex.length > 64) return null
  return { keyId: uuid(hex.slice(0, 32)), workspaceId: uuid(hex.slice(32)), secret }
}

export const keyStart = (written: string): string => written.slice(0, startLength)
/** The secret has 256 random bits: a plain hash is as good as a slow one. */
export const keyHash = (secret: string): string => sha256(`api-key\n${secret}`)
export const isKeySecret = (secret: string, hash: string): boolean =>
  sameSecret(keyHash(secret), hash)

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
