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
