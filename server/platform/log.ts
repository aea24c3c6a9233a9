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
  })
}
