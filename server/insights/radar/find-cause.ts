/** Where a spike sits: the traits that its cases share far more often than cases usually do. Pure. */

export const traitNames = ['version', 'platform', 'channel', 'region'] as const
export type TraitName = (typeof traitNames)[number]
/** What is known of the situation of a case; '' where nothing is. */
export type Traits = Record<TraitName, string>
export type SomeTraits = Partial<Traits>

/** Cases with the same traits. */
export interface TraitCount extends Traits {
  cases: number
}

export interface Cause {
  /** `{ version: '3.2.1', platform: 'Android' }` */
  traits: SomeTraits
  /** Of the cases of the spike, and of those before it: the share that has all of these. 0–1. */
  share: number
  before: number
  cases: number
}

/** A cause explains at least so much of the spike, and is so much more common in it than before. */
const leastShare = 0.5
const leastTimes = 1.5
const leastCases = 4
/** A trait more is worth saying when it takes no more than this from what is explained. */
const narrowing = 0.9
/** As if so many cases had been seen before, spread as in the spike: what is new is not infinitely new. */
const doubt = 2
const mostTraits = 3

/**
 * The candidate cause, or null where the spike is spread as cases always are. `usual` are several
 * pictures of how cases are spread otherwise, such as those of the weeks before and those of others
 * just now; a cause stands out against each of them.
 */
export function findCause(
  now: readonly TraitCount[],
  usual: readonly (readonly TraitCount[])[],
): Cause | null {
  let best: (Cause & { score: number }) | null = null
  for (const traits of candidates(now)) {
    const one = weigh(traits, now, usual)
    if (one.cases < leastCases || one.share < leastShare) continue
    if (one.before <= 0 || one.share < leastTimes * one.before) continue
    const score = one.share * Math.log(one.share / one.before)
    if (!best || score > best.score || isNarrower({ ...one, score }, best)) best = { ...one, score }
  }
  if (!best) return null
  const { traits, share, before, cases } = best
  return { traits, share, before, cases }
}

function isNarrower(one: Cause & { score: number }, best: Cause & { score: number }): boolean {
  return (
    Object.keys(one.traits).length > Object.keys(best.traits).length &&
    Object.entries(best.traits).every(([name, value]) => one.traits[name as TraitName] === value) &&
    one.share >= narrowing * best.share &&
    one.share / one.before > 1.1 * (best.share / best.before)
  )
}

function weigh(
  traits: SomeTraits,
  now: readonly TraitCount[],
  usual: readonly (readonly TraitCount[])[],
): Cause {
  const cases = countOf(now, traits)
  const share = cases / Math.max(1, countOf(now, {}))
  const shares = usual.map(
    (cells) => (countOf(cells, traits) + doubt * share * 0.5) / (countOf(cells, {}) + doubt),
  )
  return { traits, share, before: Math.max(...shares, 0), cases }
}

/** Every combination that at least half of the spike could share, few traits first. */
function candidates(now: readonly TraitCount[]): SomeTraits[] {
  const total = countOf(now, {})
  const common = traitNames.flatMap((name) =>
    [...new Set(now.map((cell) => cell[name]))]
      .filter((value) => value !== '')
      .map((value) => ({ [name]: value }) as SomeTraits)
      .filter((traits) => countOf(now, traits) >= leastShare * total),
  )
  let level: SomeTraits[] = [{}]
  const all: SomeTraits[] = []
  for (let size = 1; size <= mostTraits; size++) {
    level = level.flatMap((some) =>
      common
        .filter((one) => order(one) > order(some))
        .map((one) => ({ ...some, ...one }))
        .filter((traits) => countOf(now, traits) >= leastShare * total),
    )
    all.push(...level)
  }
  return all
}

/** Place of the last trait, so that each combination is made once. */
function order(traits: SomeTraits): number {
  return Math.max(-1, ...Object.keys(traits).map((name) => traitNames.indexOf(name as TraitName)))
}

/** Cases that have all of these traits. */
export function countOf(cells: readonly TraitCount[], traits: SomeTraits): number {
  const asked = Object.entries(traits) as [TraitName, string][]
  return cells.reduce(
    (sum, cell) => (asked.every(([name, value]) => cell[name] === value) ? sum + cell.cases : sum),
    0,
  )
}
