/** The log: structured, to standard output, never with what customers wrote or who they are. */
import { type DestinationStream, type Logger, pino } from 'pino'
import { maskPersonalData } from '../../reading/index.ts'

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

export function makeLog(level: string, to?: DestinationStream): Log {
  const options = {
    level,
    base: null,
    redact: { paths: redacted.flatMap((key) => [key, `*.${key}`, `*.*.${key}`]), censor: '…' },
    serializers: { err: plainError },
  }
  return to === undefined ? pino(options) : pino(options, to)
}

/**
 * What, which code, where; never the driver's `detail`, which quotes rows. Messages quote values as well
 * ("invalid input syntax…"), so personal data in them is masked.
 */
function plainError(error: unknown): Record<string, unknown> {
  if (!(error instanceof Error)) return { message: maskPersonalData(String(error)) }
  const { code } = error as { code?: unknown }
  return {
    type: error.name,
    message: maskPersonalData(error.message),
    ...(typeof code === 'string' ? { code } : {}),
    stack: maskPersonalData(error.stack ?? ''),
    ...(error.cause ? { cause: plainError(error.cause) } : {}),
  }
}
