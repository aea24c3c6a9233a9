/** Does the model do noticeably worse than it did? Pure: counts in, alarms out. */
import type { Drift, Quality } from '../../contract/quality.ts'
import { parts } from '../../contract/understanding.ts'

type Week = Quality['weeks'][number]

const recentWeeks = 4
const weeksBefore = 12
/** Fewer than so many judged texts, or readings, on either side say nothing. */
const leastJudged = 30
const leastRead = 100
/** Smaller changes than this trouble nobody, and surer than chance must they be (one-sided 1 %). */
const leastChange = 0.05
const leastDeviation = 2.33
const weekMs = 7 * 86_400_000

/** `today` is the day from which weeks are counted back. */
export function driftsIn(weeks: readonly Week[], today: string): Drift[] {
  const age = ({ week }: Week) => Math.floor((Date.parse(today) - Date.parse(week)) / weekMs)
  const recent = weeks.filter((week) => age(week) < recentWeeks)
  const before = weeks.filter(
    (week) => age(week) >= recentWeeks && age(week) < recentWeeks + weeksBefore,
  )
  const found = parts.map((what) => {
    const sum = (some: readonly Week[]) => {
      const counted = some.flatMap((week) => week.parts.filter(({ part }) => part === what))
      return {
        of: counted.reduce((all, { judged }) => all + judged, 0),
        hits: counted.reduce((all, { right }) => all + right, 0),
      }
    }
    return { what, worse: -1, least: leastJudged, recent: sum(recent), before: sum(before) }
  })
  const read = (some: readonly Week[]) => ({
    of: some.reduce((all, { readings }) => all + readings, 0),
    hits: some.reduce((all, { abstained }) => all + abstained, 0),
  })
  const abstained = {
    what: 'abstained' as const,
    worse: 1,
    least: leastRead,
    recent: read(recent),
    before: read(before),
  }
  return [...found, abstained].flatMap(({ what, worse, least, recent: now, before: then }) => {
    if (now.of < least || then.of < least) return []
    const [share, was] = [now.hits / now.of, then.hits / then.of]
    const change = (share - was) * worse
    const all = (now.hits + then.hits) / (now.of + then.of)
    const spread = Math.sqrt(all * (1 - all) * (1 / now.of + 1 / then.of))
    if (change < leastChange || change < spread * leastDeviation) return []
    return [{ what, recent: share, before: was, nRecent: now.of, nBefore: then.of }]
  })
}
