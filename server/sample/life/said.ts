/** One feedback as it arrived: who said what, where, with what their app told about itself. */

import type { TemplateField } from '../../../contract/categories.ts'
import type { Answered } from '../../../contract/feedback.ts'
import { type NewCase, newCase } from '../../cases/index.ts'
import {
  checkFeedback,
  circumstancesOf,
  type FeedbackContext,
  type FeedbackFacts,
} from '../../feedback/index.ts'
import type { readTexts } from '../../understanding/index.ts'
import type { VoiceName } from '../words/voices.ts'
import type { Arrival } from './arrivals.ts'
import { dayMs } from './clock.ts'
import { contextOf } from './context.ts'
import type { People, Person } from './customers.ts'
import type { Matter, Thread } from './matter.ts'
import { feedbackText, openTalk, type Talk, voiceFor } from './talk.ts'
import { matterAt, problemAt, threadAt } from './topics.ts'
import { afterWork, categoryOf, type Problem, type World } from './world.ts'

export type KeptReading = Awaited<ReturnType<typeof readTexts>>[number]

export interface Said extends FeedbackFacts {
  arrival: Arrival
  matter: Matter
  thread: Thread
  person: Person
  voice: VoiceName
  talk: Talk
  answers: Answered[]
  context: FeedbackContext
  /** The cause it shares with others, where that was found. */
  problem: Problem | null
}

export function sayIt(world: World, people: People, arrival: Arrival, number: number): Said {
  const { dice } = world
  const at = arrival.receivedAt
  const person = arrival.channel === 'api' ? people.known(at) : people.guest(arrival.channel)
  const matter = arrival.incident ? world.words.outage : matterAt(world, arrival, person)
  const thread = threadAt(world, matter, arrival)
  const category = categoryOf(world, matter)
  const talk = openTalk(dice, world.words.story.slots)
  const onPhone = arrival.channel === 'import'
  const english = person.speaksEnglish && matter.en.length > 0 && !onPhone
  const voice = onPhone ? 'plain' : voiceFor(dice, matter.temper, { speaksEnglish: english })
  const spoken = feedbackText(dice, talk, matter, thread, voice)
  const text = onPhone
    ? `${dice.pick(['来电：', '客户来电反映，', '电话：', '热线登记：'])}${spoken}`
    : spoken
  const context = contextOf(world, arrival, talk, matter)
  const id = dice.id(at)
  const given = {
    entry: matter.entry,
    text,
    categoryId: category.id,
    author: person.author,
    ...(arrival.channel === 'portal'
      ? { fields: fieldsOf(world, talk, matter, thread, { ...arrival, english }) }
      : {}),
  }
  const answers = checkFeedback(world.catalogue, given)
  if (!Array.isArray(answers)) throw new Error(`${matter.key}: ${answers.code} ${answers.field}`)
  person.id ??= id
  person.said += 1
  return {
    id,
    number,
    channelId: world.channels[arrival.channel],
    channelKind: arrival.channel,
    importId: null,
    entry: matter.entry,
    categoryId: category.id,
    text,
    words: [text, ...answers.map(({ value }) => value)].join('\n'),
    author: person.author,
    saidAt: new Date(arrival.saidAt),
    receivedAt: new Date(at),
    promisedAt: new Date(afterWork(world, at, world.settings.promiseMinutes)),
    history: onPhone,
    arrival,
    matter,
    thread,
    person,
    voice,
    talk,
    answers,
    context,
    circumstances: circumstancesOf(context, answers),
    problem: english && !arrival.incident ? null : problemAt(world, matter, thread, arrival),
  }
}

export function caseOf(world: World, said: Said, reading: KeptReading): NewCase {
  const category = world.catalogue.categories.get(said.categoryId ?? '')
  const labels = {
    feedback_id: said.id,
    kind: reading.kind.label,
    sentiment: reading.sentiment.label,
    urgency: reading.urgency.label,
    risks: reading.risks.map(({ label }) => label),
  }
  return newCase(said, said.person.id ?? said.id, labels, {
    teamId: category?.teamId ?? null,
    assigneeId: null,
  })
}

/** Most leave a form empty; what must be answered is. */
function fieldsOf(
  world: World,
  talk: Talk,
  matter: Matter,
  thread: Thread,
  { saidAt, english }: Pick<Arrival, 'saidAt'> & { english: boolean },
): Record<string, string> {
  const { dice, catalogue } = world
  const template = catalogue.templates.get(categoryOf(world, matter).templateId ?? '')
  const eager = !english && dice.chance(0.4)
  const filled: Record<string, string> = {}
  for (const field of template?.fields ?? []) {
    if (!field.required && !(eager && dice.chance(0.6))) continue
    const lines = thread.fields[field.key] ?? matter.fields[field.key]
    const value = lines ? talk.say(dice.deal(lines)) : fieldValue(world, talk, field, saidAt)
    if (value !== null) filled[field.key] = value
  }
  return filled
}

function fieldValue(
  { dice, clock }: World,
  talk: Talk,
  field: TemplateField,
  saidAt: number,
): string | null {
  if (field.type === 'choice') return field.required ? (field.choices.at(-1)?.value ?? null) : null
  if (field.type === 'when') {
    const at = saidAt - dice.between(0.01, 1.2) * dayMs
    const minute = clock.minuteOf(at)
    const day = new Date(clock.dayOf(at) * dayMs).toISOString().slice(0, 10)
    const two = (n: number) => String(n).padStart(2, '0')
    return `${day}T${two(Math.floor(minute / 60))}:${two(minute % 60)}`
  }
  const plain: Record<string, string> = {
    order_no: '<order>',
    tracking_no: '[SF|YT|JD|ZT]##########',
    amount: '<amount>',
    transaction_no: '10##############',
    account: '尾号<tail>',
  }
  const line = plain[field.key]
  return line === undefined ? null : talk.say(line)
}
