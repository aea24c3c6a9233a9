/** Which of the watched series are far above what is usual, of all of them looked at together. Pure. */
import { discoveries } from './false-discovery.ts'
import { upperTail } from './tail.ts'

/** How far back a look goes: shortly, an hour, a day. */
export const windowsMinutes = [10, 60, 1440] as const
export type WindowMinutes = (typeof windowsMinutes)[number]

/** One series over one window. */
export interface Seen {
  /** Names the series, whole or a slice of it. */
  series: string
  /** The whole series. */
  watched: string
  minutes: WindowMinutes
  cases: number
  /** Cases to expect, and how much they vary beyond chance. */
  usual: number
  spread: number
}

export interface Spike extends Seen {
  /** How likely so many or more are by chance, for this one comparison. */
  chance: number
  /** The shortest window in which it stands out: what only a day shows may be past. */
  shortest: WindowMinutes
}

/**
 * Of what one look finds, the share that may be chance. A week has 2,016 looks, and what one sees the
 * next sees too; with this much an alarm that nothing stands behind comes far less than once a week.
 */
export const falseShare = 2e-4
/** Fewer than this many cases are never a spike, nor is less than so many times the usual. */
export const leastCases = 5
export const leastTimes = 2

/**
 * Every spike among what was seen, the most unlikely first; of a series in several windows only the
 * most unlikely. `lifts` says by how much the usual of a series is raised, because people said that
 * such a height was no problem; 1 where they said nothing.
 */
export function findSpikes(
  seen: readonly Seen[],
  lifts: ReadonlyMap<string, number> = new Map(),
): Spike[] {
  const chances = seen.map(({ watched, cases, usual, spread }) => {
    const lifted = usual * (lifts.get(watched) ?? 1)
    const isHigh = cases >= leastCases && cases >= leastTimes * lifted
    return isHigh ? upperTail(cases, lifted, spread) : 1
  })
  const bySeries = new Map<string, Spike>()
  for (const index of discoveries(chances, falseShare)) {
    const one = seen[index] as Seen
    const surer = bySeries.get(one.series)
    if (surer) surer.shortest = Math.min(surer.shortest, one.minutes) as WindowMinutes
    else
      bySeries.set(one.series, {
        ...one,
        chance: chances[index] as number,
        shortest: one.minutes,
      })
  }
  return [...bySeries.values()]
}

/**
 * When it began: the start of the stretch, ending now, that stands out most. `cells` are in order, of
 * equal length; a cell counts against the stretch what one could still take for usual.
 */
export function beganAt(
  cells: readonly { at: number; cases: number; usual: number }[],
): number | null {
  let [sum, best, began] = [0, Number.NEGATIVE_INFINITY, null as number | null]
  for (const { at, cases, usual } of [...cells].reverse()) {
    sum += cases - leastTimes * usual
    if (cases > 0 && sum > best) {
      best = sum
      began = at
    }
  }
  return began
}
