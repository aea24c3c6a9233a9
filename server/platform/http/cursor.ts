/** Cursors: where a page ended, opaque to clients. */
import { Invalid } from '../errors.ts'

export function encodeCursor(parts: (string | number)[]): string {
  return Buffer.from(JSON.stringify(parts)).toString('base64url')
}

/** The `count` parts of a cursor; throws `cursor_invalid` for anything we did not make. */
export function decodeCursor(cursor: string, count: number): (string | number)[] {
  try {
    const parts: unknown = JSON.parse(Buffer.from(cursor, 'base64url').toString())
    if (
      Array.isArray(parts) &&
      parts.length === count &&
      parts.every((part) => typeof part === 'string' || typeof part === 'number')
    )
      return parts
  } catch {}
  throw new Invalid('cursor_invalid', 'cursor')
}

type Part = string | number | undefined

/** The ISO moment that `encodeCursor` was given, and nothing else that dates are read from. */
export const isMoment = (part: Part): part is string =>
  typeof part === 'string' &&
  /^(?!0000)\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/.test(part) &&
  !Number.isNaN(Date.parse(part))

export const isId = (part: Part): part is string =>
  typeof part === 'string' && /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(part)
