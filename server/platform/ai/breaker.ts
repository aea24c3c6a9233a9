/** After several failures in a row nobody is asked for a while; then one question tries the way again. */
import type { AiFailureCode } from '../../../contract/assistant.ts'
import { type AiFailure, isClosedDoor, isOutage } from './failure.ts'

const failuresToRest = 4
const firstRestMs = 30_000
const longestRestMs = 10 * 60_000

export interface Resting {
  until: Date
  because: AiFailureCode
}

export interface Breaker {
  /** False: do not ask. True after a rest lets one question through, and no other until it is settled. */
  mayAsk(now: Date): boolean
  succeeded(): void
  failed(failure: AiFailure, now: Date): void
  /** Until when nobody is asked, and why. */
  resting(now: Date): Resting | null
}

export function openBreaker(): Breaker {
  let inARow = 0
  let rests = 0
  let rest: Resting | null = null
  let trying = false

  function lieDown(failure: AiFailure, now: Date): void {
    const ms = Math.min(
      longestRestMs,
      Math.max(firstRestMs * 2 ** rests, failure.retryAfterMs ?? 0),
    )
    rest = { until: new Date(now.getTime() + ms), because: failure.code }
    rests += 1
  }

  return {
    mayAsk(now) {
      if (rest === null) return true
      if (now < rest.until || trying) return false
      trying = true
      return true
    },
    succeeded() {
      inARow = 0
      rests = 0
      rest = null
      trying = false
    },
    failed(failure, now) {
      const wasTrying = trying
      trying = false
      // A strange answer is an answer: the way is open.
      if (!isOutage(failure)) {
        inARow = 0
        rests = 0
        rest = null
        return
      }
      inARow += 1
      if (wasTrying || isClosedDoor(failure) || inARow >= failuresToRest) lieDown(failure, now)
    },
    resting: (now) => (rest !== null && now < rest.until ? rest : null),
  }
}
