/** How many questions are under way at once, and how many begin in a minute; the others wait in line. */
import { AiFailure } from './failure.ts'

export interface Places {
  /** Runs `work` when there is a place. Rejects with `busy` when too many wait. */
  take<T>(work: () => Promise<T>): Promise<T>
}

export interface PlaceLimits {
  atOnce: number
  perMinute: number
  waiting: number
}

const minuteMs = 60_000

export function openPlaces(limits: PlaceLimits): Places {
  let under = 0
  const line: (() => void)[] = []
  /** When each of the last minute's questions began. */
  let begun: number[] = []
  let timer: NodeJS.Timeout | undefined

  function next(): void {
    clearTimeout(timer)
    begun = begun.filter((at) => at > Date.now() - minuteMs)
    while (line.length > 0 && under < limits.atOnce && begun.length < limits.perMinute) {
      under += 1
      begun.push(Date.now())
      line.shift()?.()
    }
    const oldest = begun[0]
    if (line.length > 0 && under < limits.atOnce && oldest !== undefined)
      timer = setTimeout(next, Math.max(1, oldest + minuteMs - Date.now()))
  }

  return {
    async take(work) {
      if (line.length >= limits.waiting) throw new AiFailure('busy')
      const turn = new Promise<void>((resolve) => line.push(resolve))
      next()
      await turn
      try {
        return await work()
      } finally {
        under -= 1
        next()
      }
    },
  }
}
