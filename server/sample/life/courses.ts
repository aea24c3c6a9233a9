/** The courses a talk takes from the first answer to the end. */
import type { Handler } from '../members.ts'
import * as team from '../words/handlers.ts'
import {
  asKnown,
  asked,
  impatient,
  inProgress,
  noteText,
  notSolved,
  onceMore,
  settling,
  speaksEnglish,
  stillWaiting,
  thankful,
} from './answers.ts'
import { dayMs, hourMs, minuteMs } from './clock.ts'
import { add, confirm, customersTime, reject, urge } from './customer-steps.ts'
import type { Life } from './life.ts'
import type { Ending, Temper } from './matter.ts'
import { ask } from './surveys.ts'
import { answer, close, note } from './team-steps.ts'
import { afterWork } from './world.ts'

/** A question that nobody answers is let rest after so long. */
const quietDays = 6
/** Nobody is kept waiting in the open for longer: they are told when the release is out. */
const patienceDays = 10

type Course = (life: Life, repliesAt: number, handler: Handler) => void

/** Something is to be looked into, and may turn out otherwise than said. */
export function canWait(temper: Temper): boolean {
  return temper === 'annoyed' || temper === 'angry'
}

/** It is the problem others have too: told so at once, and done when the release is out. */
export const throughProblem: Course = (life, repliesAt, handler) => {
  const { said, world } = life
  const { dice } = world
  answer(life, repliesAt, handler, asKnown(life, handler))
  if (dice.chance(0.35)) {
    const at = customersTime(life, life.clock, 6)
    if (add(life, at, impatient(life)))
      answer(
        life,
        afterWork(world, at, dice.between(20, 240)),
        handler,
        stillWaiting(life, handler),
      )
  }
  const publishedAt = said.problem?.release?.publishedAt
  if (!publishedAt || publishedAt > life.clock + patienceDays * dayMs) {
    const at = afterWork(world, life.clock + dice.between(1, 4) * dayMs, dice.between(5, 200))
    conclude(life, at, handler, 'explained')
    return
  }
  const at = Math.max(life.clock + hourMs, publishedAt + 10 * minuteMs)
  conclude(life, afterWork(world, at, dice.between(10, 900)), handler, 'solved')
}

/** Something has to be known first. */
export const throughQuestion: Course = (life, repliesAt, handler) => {
  const { said, world } = life
  const { dice } = world
  answer(life, repliesAt, handler, asked(life, handler))
  if (dice.chance(0.14)) {
    neverReplied(life, handler)
    return
  }
  const at = customersTime(life, life.clock, 5)
  const reply = speaksEnglish(life) ? team.english.reply : said.thread.reply
  if (!add(life, at, reply ?? '')) return
  answer(life, afterWork(world, at, dice.between(15, 260)), handler, settling(life, handler))
  ended(life, handler)
}

/** It has to be looked into first. */
export const throughProgress: Course = (life, repliesAt, handler) => {
  const { world } = life
  const { dice } = world
  answer(life, repliesAt, handler, inProgress(life, handler))
  if (dice.chance(0.3)) add(life, customersTime(life, life.clock, 5), impatient(life))
  if (dice.chance(0.18))
    note(life, afterWork(world, life.clock, dice.between(20, 120)), handler, noteText(life))
  const urged = dice.chance(0.12) && urge(life, customersTime(life, life.clock + 5 * hourMs, 10))
  const at = afterWork(world, life.clock, dice.between(60, 900))
  answer(life, at, handler, settling(life, handler, urged ? team.afterUrge : undefined))
  ended(life, handler)
}

export const atOnce: Course = (life, repliesAt, handler) => {
  answer(life, repliesAt, handler, settling(life, handler))
  ended(life, handler)
}

function neverReplied(life: Life, handler: Handler): void {
  const { world, said } = life
  const { dice } = world
  if (dice.chance(0.6)) {
    const at = afterWork(world, life.clock + 2 * dayMs, dice.between(30, 300))
    const lines = speaksEnglish(life) ? team.english.chasers : team.chasers
    answer(life, at, handler, said.talk.say(dice.pick(lines)))
  }
  const at = afterWork(world, life.clock + quietDays * dayMs, dice.between(10, 200))
  close(life, at, handler, 'no_reply')
}

/** After the answer that should settle it. */
function ended(life: Life, handler: Handler): void {
  const { said, world } = life
  const { dice } = world
  const { temper, endsAs } = said.matter
  const roll = dice.next()
  if (roll < (temper === 'glad' ? 0.1 : 0.27)) {
    add(life, customersTime(life, life.clock, 7), thankful(life))
  } else if (canWait(temper) && roll < 0.34) {
    const at = customersTime(life, life.clock, 8)
    if (reject(life, at, notSolved(life)))
      answer(life, afterWork(world, at, dice.between(30, 400)), handler, onceMore(life, handler))
  } else if (roll > 0.95) {
    confirm(life, customersTime(life, life.clock, 8))
    ask(life)
    return
  }
  const wait = dice.chance(0.5) ? dice.between(1, 5) * hourMs : dice.between(0.8, 2.6) * dayMs
  conclude(
    life,
    afterWork(world, life.clock + wait, dice.between(2, 60)),
    handler,
    endingOf(life, dice.pick(endsAs)),
  )
}

/** Nothing ends as impossible that was not said to be. */
function endingOf({ said }: Life, wished: Ending): Ending {
  const isRefused = said.thread.answers.some((line) => refusal.test(line))
  return wished === 'not_solvable' && !isRefused ? 'explained' : wished
}
const refusal = /排不上|做不了|没有权限|已经转出|先跟您说实话/

/** Closed; for a few it is not over yet. */
function conclude(life: Life, at: number, handler: Handler, ending: Ending): void {
  const { world, said } = life
  const { dice } = world
  if (!close(life, at, handler, ending)) return
  const roll = dice.next()
  const comesBack = canWait(said.matter.temper) ? 0.035 * (said.arrival.incident ? 1.6 : 1) : 0
  if (roll < comesBack) returns(life, handler)
  else if (roll > 0.88) confirm(life, customersTime(life, life.clock, 9))
  ask(life)
}

function returns(life: Life, handler: Handler): void {
  const { world } = life
  const { dice } = world
  const at = customersTime(life, life.clock, 16)
  const isBack = dice.chance(0.5)
    ? reject(life, at, notSolved(life))
    : add(life, at, notSolved(life))
  if (!isBack) return
  answer(life, afterWork(world, at, dice.between(20, 500)), handler, onceMore(life, handler))
  const closesAt = afterWork(world, life.clock + dice.between(4, 40) * hourMs, 15)
  close(life, closesAt, handler, 'solved')
}
