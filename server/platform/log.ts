/** The log: structured, to standard output, never with what customers wrote or who they are. */
import { type Logger, pino } from 'pino'

export type Log = Logger

/** Keys whose values never reach the log, however an object got there. */
const redacted = [
  'text',
  'email',
  'phone',
  'password',
  'authorization',
  'cookie',
  'token',
  'secret',
  'value',
  'author',
  'contact',
]

export function makeLog(level: string): Log {
  return pino({
    level,
    base: null,
    redact: { paths: redacted.flatMap((key) => [key, `*.${key}`, `*.*.${key}`]), censor: '…' },
    serializers: { err: plainError },
  })
}

/** What, which code, where; never the driver's `detail`, which quotes rows. */
function plainError(error: unknown): Record<string, unknown> {
  if (!(error instanceof Error)) return { message: String(error) }
  const { code } = error as { code?: unknown }
  return {
    type: error.name,
    message: error.message,
    ...(typeof code === 'string' ? { code } : {}),
    stack: error.stack,
    ...(error.cause ? { cause: plainError(error.cause) } : {}),
  }
}
