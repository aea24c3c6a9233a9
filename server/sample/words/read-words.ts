/**
 * Reads the sentences in the .txt files beside this one. A line begins with what it is:
 *
 *     @ key entry temper weight category     a matter
 *     > solved explained                     how it usually ends
 *     + what may be added, whatever the turn      * a note among the team
 *     e English      E an answer to it            .field an answer to the form
 *     - an opening   (the first after other lines begins a turn of its own)
 *     ~ what may be added in this turn only
 *     ? what the team asks      ! the reply to that      = what answers it
 */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { type Entry, entries } from '../../../contract/values.ts'
import { type Ending, type Line, type Matter, type Temper, tempers } from '../life/matter.ts'

interface OpenThread {
  opens: Line[]
  more: Line[]
  question: Line | null
  reply: Line | null
  answers: Line[]
  fields: Record<string, Line[]>
}

interface OpenMatter extends Matter {
  threads: OpenThread[]
  more: Line[]
  notes: Line[]
  en: Line[]
  enAnswers: Line[]
  fields: Record<string, Line[]>
  endsAs: Ending[]
}

const endings: readonly string[] = ['solved', 'explained', 'not_solvable'] satisfies Ending[]

export function readWords(name: string): Matter[] {
  const path = join(import.meta.dirname, `${name}.txt`)
  const matters: OpenMatter[] = []
  for (const [index, line] of readFileSync(path, 'utf8').split('\n').entries()) {
    if (line.trim() === '') continue
    try {
      take(matters, line)
    } catch (cause) {
      throw new Error(`${name}.txt:${index + 1}: ${(cause as Error).message}`, { cause })
    }
  }
  return matters
}

function take(matters: OpenMatter[], line: string): void {
  const mark = line[0] ?? ''
  const words = line.slice(1).trim()
  if (mark === '@') {
    matters.push(matterOf(words))
    return
  }
  const matter = matters.at(-1)
  if (!matter) throw new Error('a matter begins with @')
  if (mark === '>') matter.endsAs = words.split(' ').map(endingOf)
  else if (mark === '-') beginOrGoOn(matter, words)
  else if (mark === '.') addField((matter.threads.at(-1) ?? matter).fields, words)
  else if (listFor(matter, mark)) listFor(matter, mark)?.push(words)
  else takeTurn(matter, mark, words)
}

function listFor({ more, notes, en, enAnswers }: OpenMatter, mark: string): Line[] | undefined {
  const lists: Record<string, Line[]> = { '+': more, '*': notes, e: en, E: enAnswers }
  return lists[mark]
}

function takeTurn({ threads }: OpenMatter, mark: string, words: string): void {
  const thread = threads.at(-1)
  if (!thread) throw new Error(`"${mark}" stands in a turn, which begins with "-"`)
  if (mark === '~') thread.more.push(words)
  else if (mark === '=') thread.answers.push(words)
  else if (mark === '?') thread.question = words
  else if (mark === '!') thread.reply = words
  else throw new Error(`no line begins with "${mark}"`)
}

function matterOf(words: string): OpenMatter {
  const [key = '', entry = '', temper = '', weight = '', category = ''] = words.split(' ')
  if (!entries.includes(entry as Entry)) throw new Error(`no entry is called ${entry}`)
  if (!tempers.includes(temper as Temper)) throw new Error(`no temper is called ${temper}`)
  return {
    key,
    entry: entry as Entry,
    temper: temper as Temper,
    weight: Number(weight),
    category,
    threads: [],
    more: [],
    notes: [],
    en: [],
    enAnswers: [],
    fields: {},
    endsAs: ['solved', 'solved', 'explained'],
  }
}

function endingOf(word: string): Ending {
  if (!endings.includes(word)) throw new Error(`nothing ends as ${word}`)
  return word as Ending
}

function beginOrGoOn(matter: OpenMatter, words: Line): void {
  const last = matter.threads.at(-1)
  const isNew = !last || last.answers.length > 0 || last.more.length > 0 || last.question !== null
  if (!isNew) {
    last.opens.push(words)
    return
  }
  matter.threads.push({
    opens: [words],
    more: [],
    question: null,
    reply: null,
    answers: [],
    fields: {},
  })
}

function addField(fields: Record<string, Line[]>, words: string): void {
  const [key = '', ...rest] = words.split(' ')
  const list = fields[key] ?? []
  fields[key] = list
  list.push(rest.join(' '))
}
