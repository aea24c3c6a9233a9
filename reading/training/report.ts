/**
 * Prints the tables of docs/understanding.md for the shipped model:
 *
 *   node reading/training/report.ts [--public FOLDER]
 *
 * The folder holds the public files by the names in `publicSets`; without it only the project's own
 * held-out texts are measured.
 */
import { existsSync } from 'node:fs'
import { parseArgs } from 'node:util'
import { evaluate } from '../evaluate.ts'

type Scores = {
  rows: number
  accuracy: number
  macroF1: number
  coverage: number
  accuracyWhenCovered?: number
  microPrecision?: number
  microRecall?: number
  microF1?: number
  textsPerSecond: number
  model: string
  perLabel: Record<string, { precision: number; recall: number; rows: number }>
  confusion?: Record<string, Record<string, number>>
}

const heldOut: { name: string; file: string; lacksTopics?: true }[] = [
  { name: 'fresh', file: 'fresh.tsv' },
  { name: 'everyday', file: 'everyday.tsv' },
  { name: 'other voices', file: 'other-voices.tsv' },
  { name: 'hard', file: 'hard.jsonl', lacksTopics: true },
]
const publicSets = [
  {
    name: 'shop reviews',
    file: 'store-reviews.csv',
    args: ['--task', 'sentiment', '--text', 'review', '--map', '1=positive,0=negative'],
  },
  {
    name: 'hotel reviews',
    file: 'hotel-reviews.csv',
    args: ['--task', 'sentiment', '--text', 'review', '--map', '1=positive,0=negative'],
  },
  {
    name: 'car comments',
    file: 'car-comments.csv',
    args: [
      '--task',
      'sentiment',
      '--text',
      'content',
      '--label',
      'sentiment_value',
      '--map=1=positive,0=neutral,-1=negative',
    ],
  },
  {
    name: 'English app reviews',
    file: 'app-reviews-en.csv',
    args: [
      '--task',
      'kind',
      '--text',
      'review',
      '--map',
      'bug report=bug,feature request=suggestion,rating=praise,user experience=praise',
    ],
  },
]

function scoresOf(args: string[]): Scores {
  const result = evaluate(args)
  if (typeof result === 'string') throw new Error(result)
  return result as Scores
}

function ownPath(file: string): string {
  return new URL(`../held-out/${file}`, import.meta.url).pathname
}

function percent(share: number): string {
  return `${(share * 100).toFixed(1)} %`
}

function perLabel({ perLabel: labels }: Scores): string {
  return Object.entries(labels)
    .filter(([, { rows }]) => rows > 0)
    .map(
      ([label, { precision, recall }]) =>
        `${label} ${Math.round(precision * 100)}/${Math.round(recall * 100)}`,
    )
    .join(' · ')
}

function singleRow(name: string, scores: Scores): string {
  const { rows, accuracy, macroF1, coverage, accuracyWhenCovered } = scores
  return `| ${name} | ${rows.toLocaleString('en')} | ${percent(accuracy)} | ${macroF1.toFixed(2)} | ${percent(coverage)} | ${percent(accuracyWhenCovered ?? 0)} | ${perLabel(scores)} |`
}

function setRow(name: string, scores: Scores): string {
  const { rows, microF1 = 0, microPrecision = 0, microRecall = 0 } = scores
  return `| ${name} | ${rows.toLocaleString('en')} | ${microF1.toFixed(2)} | ${percent(microPrecision)} | ${percent(microRecall)} | ${perLabel(scores)} |`
}

function matrix({ confusion = {} }: Scores): string {
  const labels = Object.keys(confusion)
  return [
    `| written ↓ read → | ${labels.join(' | ')} |`,
    `|---|${labels.map(() => '---|').join('')}`,
    ...labels.map(
      (gold) => `| ${gold} | ${labels.map((said) => confusion[gold]?.[said] ?? 0).join(' | ')} |`,
    ),
  ].join('\n')
}

const singleHead =
  '| Texts | rows | accuracy | macro-F1 | covered | when covered | precision/recall per label, % |\n|---|---|---|---|---|---|---|'
const setHead =
  '| Texts | rows | micro-F1 | precision | recall | precision/recall per label, % |\n|---|---|---|---|---|---|'

function report(folder: string): string[] {
  const parts: string[] = []
  for (const task of ['kind', 'sentiment', 'urgency']) {
    const all = heldOut.map(({ name, file }) => ({
      name,
      scores: scoresOf(['--task', task, '--label', task, '--file', ownPath(file)]),
    }))
    parts.push(`### ${task} (${all[0]?.scores.model})`, singleHead)
    parts.push(...all.map(({ name, scores }) => singleRow(name, scores)))
    parts.push('', matrix((all[0] as { scores: Scores }).scores), '')
  }
  for (const task of ['topics', 'risks']) {
    parts.push(`### ${task}`, setHead)
    for (const { name, file } of heldOut.filter((one) => task !== 'topics' || !one.lacksTopics)) {
      const scores = scoresOf(['--task', task, '--label', task, '--file', ownPath(file)])
      parts.push(setRow(name, scores))
    }
    parts.push('')
  }
  const personal = ['--task', 'pii', '--label', 'kinds', '--file', ownPath('personal-data.tsv')]
  parts.push('### personal data', setHead, setRow('personal data', scoresOf(personal)), '')
  const present = publicSets.filter(({ file }) => folder !== '' && existsSync(`${folder}/${file}`))
  if (present.length > 0) parts.push('### public texts', singleHead)
  for (const { name, file, args } of present) {
    const scores = scoresOf([...args, '--file', `${folder}/${file}`])
    parts.push(singleRow(`${name} (${scores.textsPerSecond.toLocaleString('en')}/s)`, scores))
  }
  return parts
}

if (import.meta.main) {
  const { values } = parseArgs({ options: { public: { type: 'string', default: '' } } })
  for (const part of report(values.public)) console.log(part)
}
