/**
 * The operator's language model, if there is one: the only way out of the house for texts. Whatever
 * is asked through it, personal data is masked here, last thing before it leaves.
 */
import { setTimeout as sleep } from 'node:timers/promises'
import { maskPersonalData } from '../../../reading/index.ts'
import type { AiConfig } from '../config.ts'
import { openBreaker, type Resting } from './breaker.ts'
import { AiFailure, failureFrom, isPassing } from './failure.ts'
import { openPlaces, type PlaceLimits } from './places.ts'
import { openWire, type Question, type Said, type WireLimits } from './wire.ts'

export interface LanguageModel {
  /** As the operator named it. */
  readonly name: string
  /** Where texts go. */
  readonly host: string
  /** Rejects with an AiFailure. `evenResting`: a person wants to know whether it works again. */
  say(question: Question, options?: { evenResting?: boolean }): Promise<Said>
  /** Until when nobody is asked, and why. */
  resting(): Resting | null
}

export interface AiLimits extends WireLimits, PlaceLimits {
  tries: number
  /** Before the second try, doubled before the third. */
  firstPauseMs: number
  /** Whoever asks us to wait longer is left alone for as long. */
  longestPauseMs: number
}

const usualLimits: AiLimits = {
  silenceMs: 45_000,
  wholeMs: 180_000,
  atOnce: 4,
  perMinute: 120,
  waiting: 200,
  tries: 3,
  firstPauseMs: 1000,
  longestPauseMs: 20_000,
}

/** Null when the operator has none. */
export function openLanguageModel(
  config: AiConfig | null,
  now: () => Date,
  limits: Partial<AiLimits> = {},
): LanguageModel | null {
  return config && open(config, now, { ...usualLimits, ...limits })
}

function open(config: AiConfig, now: () => Date, limits: AiLimits): LanguageModel {
  const wire = openWire(config, limits, now)
  const breaker = openBreaker()
  const places = openPlaces(limits)

  async function persist(question: Question): Promise<Said> {
    for (let tried = 1; ; tried += 1) {
      try {
        return await wire.ask(question)
      } catch (error) {
        const failure = failureFrom(error)
        const pauseMs = failure.retryAfterMs ?? limits.firstPauseMs * 2 ** (tried - 1)
        if (!isPassing(failure) || tried >= limits.tries || pauseMs > limits.longestPauseMs)
          throw failure
        await sleep(pauseMs)
      }
    }
  }

  return {
    name: config.model,
    host: new URL(config.baseUrl).host,
    resting: () => breaker.resting(now()),
    say: (question, { evenResting = false } = {}) =>
      places.take(async () => {
        if (!breaker.mayAsk(now()) && !evenResting) throw new AiFailure('resting')
        try {
          const said = await persist(masked(question))
          breaker.succeeded()
          return said
        } catch (error) {
          breaker.failed(failureFrom(error), now())
          throw failureFrom(error)
        }
      }),
  }
}

function masked(question: Question): Question {
  return {
    ...question,
    turns: question.turns.map(({ role, content }) => ({
      role,
      content: maskPersonalData(content),
    })),
  }
}
