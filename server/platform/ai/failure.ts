/** Why a language model gave us nothing. Holds no text of theirs or ours: providers quote prompts. */
import type { AiFailureCode } from '../../../contract/assistant.ts'

export class AiFailure extends Error {
  readonly code: AiFailureCode
  /** What the provider asks us to wait. */
  readonly retryAfterMs: number | null

  constructor(code: AiFailureCode, retryAfterMs: number | null = null) {
    super(`the language model: ${code}`)
    this.code = code
    this.retryAfterMs = retryAfterMs
  }
}

/** Worth another try within seconds. */
export function isPassing({ code }: AiFailure): boolean {
  return code === 'too_many' || code === 'provider_down'
}

/** Asking again changes nothing until the operator does something. */
export function isClosedDoor({ code }: AiFailure): boolean {
  return code === 'key_refused' || code === 'no_balance'
}

/** The provider, not the question, is at fault. */
export function isOutage(failure: AiFailure): boolean {
  return isPassing(failure) || isClosedDoor(failure) || failure.code === 'too_slow'
}

const refusals = new Set([400, 415, 422, 501])
const filters = /content_?filter|data_?inspection|sensitive|inappropriate|risk_?control/i

/** What the client throws has a status when the provider answered, and none when nothing came. */
interface Thrown {
  status?: number
  code?: unknown
  param?: unknown
  headers?: Headers
}

export function failureFrom(error: unknown): AiFailure {
  if (error instanceof AiFailure) return error
  if (!(error instanceof Error)) return new AiFailure('provider_down')
  const { status, code, headers } = error as Error & Thrown
  if (status === undefined || status >= 500 || status === 408)
    return new AiFailure('provider_down', retryAfterOf(headers))
  if (status === 401 || status === 403) return new AiFailure('key_refused')
  if (status === 402) return new AiFailure('no_balance')
  if (status === 429) return new AiFailure('too_many', retryAfterOf(headers))
  return new AiFailure(filters.test(`${code} ${error.message}`) ? 'filtered' : 'request_refused')
}

/** The provider dislikes something of what was sent: its words, or null. */
export function refusalIn(error: unknown): string | null {
  if (!(error instanceof Error)) return null
  const { status, param } = error as Error & Thrown
  if (status === undefined || !refusals.has(status)) return null
  return failureFrom(error).code === 'filtered' ? null : `${param} ${error.message}`
}

/** Said in seconds, or as a date. */
function retryAfterOf(headers: Headers | undefined): number | null {
  const given = headers?.get('retry-after')
  if (!given) return null
  const seconds = Number(given)
  const ms = Number.isFinite(seconds) ? seconds * 1000 : Date.parse(given) - Date.now()
  return Number.isFinite(ms) ? Math.max(0, ms) : null
}
