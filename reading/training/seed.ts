import { readdirSync, readFileSync } from 'node:fs'
import {
  type Kind,
  kinds,
  type Risk,
  risks,
  type Sentiment,
  type Topic,
  topics,
  type Urgency,
  urgencies,
} from '../labels.ts'

/** One sentence written for this project, with what a careful reader says of it. */
export type SeedLine = {
  text: string
  /** The kind to act on first, and a second one where the text holds two. */
  kinds: Kind[]
  topics: Topic[]
  sentiment: Sentiment
  /** 0–1 */
  intensity: number
  urgency: Urgency
  risks: Risk[]
  /** Name of its file: all lines of one file are of one author's style. */
  author: string
}

const moods: Record<string, Sentiment> = { n: 'negative', o: 'neutral', p: 'positive' }

/**
 * Reads all seed files of a folder: six columns apart by tabs, see seed/README.md.
 * Throws with file and line where a line does not have that form.
 */
export function readSeed(folder: URL): SeedLine[] {
  return readdirSync(folder)
    .filter((name) => name.endsWith('.tsv'))
    .sort()
    .flatMap((name) =>
      readFileSync(new URL(name, folder), 'utf8')
        .split('\n')
        .flatMap((line, at) => (line === '' ? [] : [parse(line, name.slice(0, -4), at + 1)])),
    )
}

function parse(line: string, author: string, number: number): SeedLine {
  const [kindCell, topicCell, moodCell, urgencyCell, riskCell, text, ...more] = line.split('\t')
  const wrong = (what: string) => new Error(`seed/${author}.tsv:${number}: ${what}`)
  if (!text || more.length > 0) throw wrong('six columns are wanted')
  const several = <L extends string>(
    cell: string | undefined,
    known: readonly L[],
    apart: string,
  ) =>
    cell === '-'
      ? []
      : (cell ?? '').split(apart).map((label) => {
          if (!(known as readonly string[]).includes(label)) throw wrong(`no label "${label}"`)
          return label as L
        })
  const mood = /^([nop])(\d)$/.exec(moodCell ?? '')
  if (mood === null) throw wrong(`no mood "${moodCell}"`)
  const [urgency] = several(urgencyCell, urgencies, ',')
  if (urgency === undefined) throw wrong('an urgency is wanted')
  return {
    text,
    kinds: several(kindCell, kinds, '+'),
    topics: several(topicCell, topics, ','),
    sentiment: moods[mood[1] as string] as Sentiment,
    intensity: Number(mood[2]) / 10,
    urgency,
    risks: several(riskCell, risks, ','),
    author,
  }
}
