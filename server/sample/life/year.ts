/** The whole year: everything that was said, and what became of it, as rows. */
import { readTexts } from '../../understanding/index.ts'
import type { Arrival } from './arrivals.ts'
import { arrivalsOf } from './arrivals.ts'
import { dayMs, hourMs, minuteMs } from './clock.ts'
import { openPeople } from './customers.ts'
import { byMember, byPublic, type Life, type Who } from './life.ts'
import { liveOn, liveUnanswered } from './lives.ts'
import { open } from './open-life.ts'
import { caseOf, type KeptReading, type Said, sayIt } from './said.ts'
import { sheetsOf } from './sheets.ts'
import { afterWork, type World } from './world.ts'

/** Cases whose promise runs out in the next hours. */
const pressing = 9
/** Cases of the last days that were overlooked. */
const overlooked = 7
const loadersShare = 6
/** Composed at once; then others get their turn. */
const atOnce = 50

export interface Told {
  lives: Life[]
  readings: Map<string, KeptReading>
  sheets: Record<string, unknown>[]
}

/** `progress` is told from 0 to 1, and may throw to end it. */
export async function tellYear(
  world: World,
  cases: number,
  progress: (done: number) => Promise<void>,
): Promise<Told> {
  const { business, clock, dice, now } = world
  const arrivals = [
    ...arrivalsOf({ business, clock, dice, now, cases }),
    ...freshArrivals(world),
  ].sort((a, b) => a.receivedAt - b.receivedAt)
  const people = openPeople(dice)
  const sheets = sheetsOf(world, arrivals)

  const lives: Life[] = []
  const readings = new Map<string, KeptReading>()
  for (let from = 0; from < arrivals.length; from += atOnce) {
    const some = arrivals
      .slice(from, from + atOnce)
      .map((arrival, index) => sayIt(world, people, arrival, from + index + 1))
    for (const said of some) said.importId = sheets.take(said)
    const read = await readTexts(some.map(({ words }) => words))
    for (const [index, said] of some.entries()) {
      const reading = read[index] as KeptReading
      readings.set(said.id, reading)
      const life = open(world, said, caseOf(world, said, reading), whoBrought(world, said))
      live(life)
      said.person.busyUntil = busyUntil(life)
      lives.push(life)
    }
    await progress((from + some.length) / arrivals.length)
  }
  return { lives, readings, sheets: sheets.rows() }
}

function live(life: Life): void {
  const { world, said } = life
  const { dice, now, loader } = world
  const age = now - said.receivedAt.getTime()
  const isOverlooked =
    !said.history &&
    age < 4 * dayMs &&
    said.promisedAt.getTime() < now &&
    dice.chance(overlooked / 80)
  if (!said.arrival.fresh && !isOverlooked) {
    liveOn(life)
    return
  }
  const wantsLoader = loader !== null && dice.chance(loadersShare / (pressing + overlooked))
  const mate = dice.chance(0.4) ? dice.pick(world.handlers) : null
  liveUnanswered(life, wantsLoader ? loader : mate)
}

/** A known customer with something open would have gone on with that. */
function busyUntil({ row }: Life): number {
  return row.closed_at?.getTime() ?? Number.POSITIVE_INFINITY
}

function whoBrought({ key, supervisor }: World, { channelKind }: Said): Who {
  if (channelKind === 'api') return { kind: 'key', ...key }
  return channelKind === 'import' ? byMember(supervisor) : byPublic
}

/** Moments in the past from which the promise runs out soonest after now. */
function freshArrivals(world: World): Arrival[] {
  const { dice, now, settings } = world
  const owed: { at: number; promised: number }[] = []
  for (let at = now - 5 * minuteMs; at > now - 6 * dayMs; at -= 5 * minuteMs) {
    const promised = afterWork(world, at, settings.promiseMinutes)
    if (promised > now + 6 * minuteMs) owed.push({ at, promised })
  }
  owed.sort((a, b) => a.promised - b.promised || a.at - b.at)
  const soon = owed.filter(({ promised }) => promised < now + 6 * hourMs)
  const from = soon.length >= pressing ? soon : owed
  return Array.from({ length: Math.min(pressing, from.length) }, (_, i): Arrival => {
    const { at } = from[Math.floor((i * from.length) / pressing)] as { at: number }
    const saidAt = at - dice.between(1, 60) * 1000
    return {
      saidAt,
      receivedAt: saidAt,
      channel: dice.chance(0.5) ? 'api' : 'portal',
      incident: false,
      fresh: true,
    }
  })
}
