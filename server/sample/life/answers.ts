/** What the team writes: the right greeting, the answer that fits, in the customer's language. */
import type { Handler } from '../members.ts'
import * as customer from '../words/customers.ts'
import * as team from '../words/handlers.ts'
import type { Life } from './life.ts'
import type { Line } from './matter.ts'

export const speaksEnglish = (life: Life): boolean => life.said.voice === 'english'

/** A line in the customer's language. */
export function either(life: Life, chinese: readonly Line[], english: readonly Line[]): Line {
  return life.world.dice.pick(speaksEnglish(life) ? english : chinese)
}

/** The answer that says how it is. */
export function settling(life: Life, handler: Handler, opening?: readonly Line[]): string {
  const { matter, thread } = life.said
  return styled(life, handler, thread.answers, matter.enAnswers, opening)
}

/** Somebody looks into it. */
export function inProgress(life: Life, handler: Handler): string {
  return styled(life, handler, team.progress, team.english.progress)
}

/** The cause is known, and being put right. */
export function asKnown(life: Life, handler: Handler): string {
  const { arrival, matter, thread } = life.said
  return arrival.incident
    ? styled(life, handler, thread.answers, matter.enAnswers)
    : styled(life, handler, team.known, team.english.known)
}

export function asked(life: Life, handler: Handler): string {
  return styled(life, handler, [life.said.thread.question ?? ''], [team.english.question])
}

/** It had not been put right after all. */
export function onceMore(life: Life, handler: Handler): string {
  const lines = isTechnical(life) ? team.fixedAgain : team.again
  return styled(life, handler, lines, team.english.again)
}

export function stillWaiting(life: Life, handler: Handler): string {
  return styled(life, handler, team.promises, team.english.progress)
}

export const notSolved = (life: Life): Line =>
  either(
    life,
    isTechnical(life) ? customer.failsAgain : customer.notSolved,
    customer.englishNotSolved,
  )
export const impatient = (life: Life): Line =>
  either(life, customer.waiting, customer.englishWaiting)
export const thankful = (life: Life): Line =>
  either(
    life,
    isTechnical(life) ? [...customer.thanks, ...customer.works] : customer.thanks,
    customer.englishThanks,
  )

/** Something that works or does not, rather than money, goods or manners. */
const isTechnical = ({ said }: Life): boolean =>
  said.entry === 'feedback' && /故障|闪退|异常|通话|登录/.test(said.matter.category)

export function noteText({ said, world }: Life): string {
  const { dice } = world
  said.talk.set('agent_note_team', dice.pick(team.noteTeams))
  const { notes: own, temper } = said.matter
  if (own.length > 0 && dice.chance(0.6)) return said.talk.say(dice.pick(own))
  if (temper === 'glad') return team.gladNote
  const isIdea = temper === 'keen' || temper === 'calm'
  return said.talk.say(dice.pick(isIdea ? team.ideaNotes : team.notes))
}

function styled(
  life: Life,
  handler: Handler,
  chinese: readonly Line[],
  english: readonly Line[],
  opening?: readonly Line[],
): string {
  const { said, world } = life
  const { dice } = world
  if (speaksEnglish(life)) {
    const body = said.talk.say(dice.deal(english))
    return life.answers === 0 ? `${dice.pick(team.english.greetings)}${body}` : body
  }
  const body = said.talk.say(dice.deal(chinese))
  if (/^(您好|你好|好的|嗯|会的)/.test(body)) return body
  if (/^(很|实在|非常)?(抱歉|不好意思|谢谢|感谢|对不起|遗憾)/.test(body))
    return dice.chance(0.5) ? `您好，${body}` : body
  if (opening) return `${said.talk.say(dice.pick(opening))}${body}`
  if (life.answers > 0) return dice.chance(0.3) ? `您好，${body}` : body
  const end = handler.manner % 2 === 0 && dice.chance(0.35) ? dice.pick(farewellsFor(life)) : ''
  return `${said.talk.say(dice.pick(greetingsFor(life)))}${body}${end}`
}

function greetingsFor({ row, said, world }: Life): readonly Line[] {
  const { dice } = world
  if (row.promise === 'broken' && dice.chance(0.7)) return team.lateGreetings
  if (said.matter.temper === 'glad') return team.gladGreetings
  const isUpset = said.voice === 'furious' || (said.matter.temper === 'angry' && dice.chance(0.4))
  return isUpset ? team.angryGreetings : team.greetings
}

function farewellsFor({ said }: Life): readonly Line[] {
  const { temper } = said.matter
  return temper === 'glad' || temper === 'keen' ? [''] : team.farewells
}
