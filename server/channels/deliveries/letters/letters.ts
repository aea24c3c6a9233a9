/** The letters a customer may get about what they said. Pure: what is known in, a letter out. */
import type { Resolution } from '../../../../contract/cases.ts'
import type { Entry, Locale } from '../../../../contract/values.ts'
import { dayWords, momentWords } from '../../../workspaces/index.ts'
import type { Block, Letter } from './layout.ts'
import { letterWords } from './words.ts'

/** What every letter speaks of. */
export interface Subject {
  workspaceName: string
  timeZone: string
  locale: Locale
  entry: Entry
  number: number
  saidAt: Date
  /** What the customer wrote. */
  words: string
  /** As the customer calls themself. */
  name: string | null
  trackUrl: string
}

const longestQuote = 300

/**
 * The receipt goes to an address that nobody has proven, so it repeats nothing of what was typed:
 * else anyone could have us send their words to anybody.
 */
export function receiptLetter(subject: Subject, promisedAt: Date): Letter {
  const { words, thing, number } = speaking(subject)
  return letter(subject, words.receipt.subject(thing, number), [
    text(words.hello(null)),
    text(words.receipt.body(thing, number, momentWords(promisedAt, subject))),
    text(words.receipt.keep),
    link(subject),
    small(`${words.automatic}${gap(subject)}${words.answerThere}`),
  ])
}

export interface Answer {
  text: string
  files: number
  /** How the case was closed right after it: one letter says both. */
  closing: Resolution | null
}

export function answerLetter(subject: Subject, answer: Answer): Letter {
  const { words, thing, number } = speaking(subject)
  const { closing } = answer
  const line = closing ? words.answer.subjectClosed : words.answer.subject
  return letter(subject, line(thing, number), [
    text(words.answer.lead(thing, number)),
    ...(answer.text ? [text(answer.text)] : []),
    ...(answer.files > 0 ? [text(words.attached(answer.files))] : []),
    ...(closing
      ? [text(`${words.closed.outcome[closing]}${gap(subject)}${words.closed.still}`)]
      : []),
    link(subject),
    quote(subject),
    small(words.answerThere),
  ])
}

export function closedLetter(subject: Subject, resolution: Resolution): Letter {
  const { words, thing, number } = speaking(subject)
  return letter(subject, words.closed.subject(thing, number), [
    text(words.hello(callable(subject.name))),
    text(words.closed.outcome[resolution]),
    text(words.closed.still),
    link(subject),
    quote(subject),
    small(`${words.automatic}${gap(subject)}${words.answerThere}`),
  ])
}

/** Anything else the system has to say. */
export function newsLetter(subject: Subject, news: string): Letter {
  const { words, thing, number } = speaking(subject)
  return letter(subject, words.news.subject(thing, number), [
    text(words.hello(callable(subject.name))),
    ...(news ? [text(news)] : []),
    link(subject),
    quote(subject),
    small(`${words.automatic}${gap(subject)}${words.answerThere}`),
  ])
}

export function releasedLetter(subject: Subject, release: { name: string; notes: string }): Letter {
  const { words } = speaking(subject)
  const { entry } = subject
  return letter(subject, words.released.subject(entry, release.name), [
    text(words.hello(callable(subject.name))),
    text(words.released.body(entry, dayWords(subject.saidAt, subject), release.name)),
    ...(release.notes ? [text(`${words.released.notes}\n${release.notes}`)] : []),
    text(words.released.still(entry)),
    link(subject),
    quote(subject),
    small(`${words.automatic}${gap(subject)}${words.answerThere}`),
  ])
}

/** The question stands above five answers, each a link; opening one answers nothing by itself. */
export function surveyLetter(subject: Subject, survey: { question: string; url: string }): Letter {
  const { words, thing, number } = speaking(subject)
  const scores = words.survey.scores.map((label, index) => ({
    label: `${index + 1} ${label}`,
    url: `${survey.url}?score=${index + 1}`,
  }))
  return letter(subject, words.survey.subject(number), [
    text(words.hello(callable(subject.name))),
    text(words.survey.body(thing, number)),
    text(survey.question),
    { kind: 'choices', choices: scores.reverse() },
    text(words.survey.tap),
    small(`${words.automatic}${gap(subject)}${words.survey.stop}`),
  ])
}

function letter(subject: Subject, line: string, blocks: Block[]): Letter {
  return {
    locale: subject.locale,
    subject: letterWords[subject.locale].subject(subject.workspaceName, line),
    blocks,
    signature: subject.workspaceName,
  }
}

function speaking({ locale, entry, number }: Subject) {
  const words = letterWords[locale]
  return { words, thing: words.thing[entry], number: words.number(number) }
}

const text = (value: string): Block => ({ kind: 'text', text: value })
const small = (value: string): Block => ({ kind: 'small', text: value })
const link = (subject: Subject): Block => ({
  kind: 'link',
  label: letterWords[subject.locale].open,
  url: subject.trackUrl,
})
const quote = (subject: Subject): Block => ({
  kind: 'quote',
  label: letterWords[subject.locale].yourWords,
  text: shortened(subject.words),
})

/** Chinese sentences follow each other without a space. */
const gap = ({ locale }: Subject) => (locale === 'en' ? ' ' : '')

function shortened(words: string): string {
  const characters = [...words]
  return characters.length <= longestQuote
    ? words
    : `${characters.slice(0, longestQuote).join('').trimEnd()}…`
}

/** A name is said back only if it looks like one: no links, no numbers, no sentences. */
function callable(name: string | null): string | null {
  return name && /^[\p{L}\p{M}][\p{L}\p{M} ·'’-]{0,19}$/u.test(name) ? name : null
}
