/** How a case goes: who takes it and when, and which course it takes. */
import * as customer from '../words/customers.ts'
import { either, noteText } from './answers.ts'
import { dayMs, minuteMs } from './clock.ts'
import { atOnce, canWait, throughProblem, throughProgress, throughQuestion } from './courses.ts'
import { add, customersTime, urge, withdraw } from './customer-steps.ts'
import { finish, type Life } from './life.ts'
import type { Line } from './matter.ts'
import { assign, type Colleague, close, link, note } from './team-steps.ts'
import { afterWork, handlerFor } from './world.ts'

/** Around the bad days everybody waits longer. */
const busyDays = 2.2

/** Lives the case up to now. */
export function liveOn(life: Life): void {
  if (!life.said.history) go(life)
  finish(life)
}

/** Nobody has got to it yet; someone may have it. */
export function liveUnanswered(life: Life, has: Colleague | null): void {
  const { world, said } = life
  const at = said.receivedAt.getTime() + world.dice.between(2, 30) * minuteMs
  if (has !== null) assign(life, Math.min(at, world.now - minuteMs), has, world.supervisor)
  finish(life)
}

function go(life: Life): void {
  const { world, said } = life
  const { dice } = world
  const handler = handlerFor(world, life.row.team_id as string | null)
  const repliesAt = firstReplyAt(life)
  if (!waitsQuietly(life, repliesAt)) return
  const started = said.receivedAt.getTime()
  const takenAt = Math.max(started + minuteMs, repliesAt - dice.between(3, 50) * minuteMs)
  assign(life, takenAt, handler, dice.chance(0.25) ? world.supervisor : handler)
  if (canWait(said.matter.temper) && dice.chance(0.01)) {
    close(life, repliesAt, handler, 'duplicate')
    return
  }
  if (said.problem) link(life, repliesAt + dice.between(2, 40) * minuteMs, said.problem)
  if (dice.chance(0.13)) note(life, repliesAt - minuteMs, handler, noteText(life))
  courseOf(life)(life, repliesAt, handler)
}

function courseOf({ said, world }: Life) {
  const { dice } = world
  if (said.problem) return throughProblem
  if (said.thread.question !== null && dice.chance(0.75)) return throughQuestion
  if (canWait(said.matter.temper) && dice.chance(0.34)) return throughProgress
  return atOnce
}

/** Within the promise for most; for fewer when too much comes at once. */
function firstReplyAt({ world, said }: Life): number {
  const { dice, settings } = world
  const at = said.receivedAt.getTime()
  const kept = dice.chance(keptChance(world, said.arrival, at))
  const share = kept ? 0.03 + 0.92 * dice.next() ** 1.7 : 1.04 + 1.7 * dice.next() ** 2
  return afterWork(world, at, settings.promiseMinutes * share) + dice.between(5, 50) * 1000
}

function keptChance(
  { now, incidentFrom }: Life['world'],
  { incident }: Life['said']['arrival'],
  at: number,
): number {
  if (incident) return 0.62
  if (Math.abs(at - incidentFrom - 1.5 * dayMs) < busyDays * dayMs) return 0.7
  return 0.885 + 0.02 * (1 - (now - at) / (365 * dayMs))
}

/** What customers do before they are answered; false when nothing is left to answer. */
function waitsQuietly(life: Life, repliesAt: number): boolean {
  const { world, said } = life
  const { dice } = world
  const { temper, more } = said.matter
  if (temper === 'glad' || temper === 'keen') return true
  const started = said.receivedAt.getTime()
  if (dice.chance(0.03)) {
    const at = customersTime(life, started, 3)
    if (at < repliesAt) {
      withdraw(life, at, dice.pick(customer.withdrawals))
      return false
    }
  }
  if (dice.chance(0.09)) {
    const at = customersTime(life, started, 1.5)
    if (at < repliesAt)
      add(
        life,
        at,
        either(life, unsaid(said.text, [...said.thread.more, ...more]), ['Any update?']),
      )
  }
  growsImpatient(life, repliesAt)
  return true
}

/** Nobody repeats word for word what they have just written. */
function unsaid(text: string, lines: readonly Line[]): readonly Line[] {
  const left = lines.filter((line) => !text.includes(line.slice(0, 4)))
  return left.length > 0 ? left : customer.chasing
}

function growsImpatient(life: Life, repliesAt: number): void {
  const { dice } = life.world
  const promised = life.said.promisedAt.getTime()
  const isLate = repliesAt > promised
  if (!dice.chance(isLate ? 0.45 : 0.03)) return
  const at = customersTime(life, isLate ? promised : life.clock, 2)
  if (at >= repliesAt) return
  urge(life, at)
  if (isLate && dice.chance(0.5) && at + 3 * minuteMs < repliesAt)
    add(life, at + 2 * minuteMs, either(life, customer.chasing, ['Hello? Is anyone there?']))
}
