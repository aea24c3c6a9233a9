/**
 * Measures the engine on a labelled file and prints JSON:
 *
 *   node reading/evaluate.ts --task sentiment --file F --text COLUMN --label COLUMN
 *     [--map 1=positive,0=negative] [--where COLUMN=VALUE] [--limit 1000] [--learn 100,500]
 *
 * With --learn it tells how accuracy grows with so many corrections, see learning-curve.ts.
 *
 * Tasks with one label a row: kind, sentiment, urgency, language. Tasks with a set of labels a row,
 * apart by "|", "," or ";" (an empty cell is the empty set): topics, risks, pii. Task groups: texts of
 * one matter bear one label (empty: alone); `--title COLUMN` where there is one. Task duplicates: `--other
 * COLUMN` is the second text, the label 1 or 0.
 *
 *   node reading/evaluate.ts --task retrieval --file QUESTIONS --answers KNOWN [--line 0.18]
 *
 * Questions with the id of the known text that answers each (none: an empty cell), and the known texts:
 * JSON lines `{id, title, body, variants}`, or a row for each passage with the same two columns.
 */
import { readFileSync } from 'node:fs'
import { parseArgs } from 'node:util'
import { parse } from 'csv-parse/sync'
import { measureDuplicates, measureGroups } from './evaluate-groups.ts'
import { measureRetrieval, passagesOf, usualLine } from './evaluate-retrieval.ts'
import { type Model, read, shippedModel } from './index.ts'
import type { Kind, Risk, Sentiment, Topic, Urgency } from './labels.ts'
import { learningCurve } from './learning-curve.ts'
import type { Lesson } from './lesson.ts'
import type { Reading } from './reading.ts'
import { measureSets, measureSingles } from './scores.ts'
import { seedLessons } from './seed-lessons.ts'

type Row = { text: string; gold: string[]; beside: string }

const singleTasks: Record<string, (reading: Reading) => { label: string; covered: boolean }> = {
  kind: (reading) => ({ label: reading.kind.label, covered: !reading.abstained }),
  sentiment: (reading) => ({
    label: reading.sentiment.label,
    covered: reading.sentiment.reasons.length > 0,
  }),
  urgency: (reading) => ({ label: reading.urgency.label, covered: true }),
  language: (reading) => ({ label: reading.language, covered: reading.language !== 'other' }),
}

const setTasks: Record<string, (reading: Reading) => string[]> = {
  topics: (reading) => reading.topics.map((topic) => topic.label),
  risks: (reading) => reading.risks.map((risk) => risk.label),
  pii: (reading) => [...new Set(reading.personalData.map((span) => span.kind))],
}

const pairTasks: Record<string, (rows: Row[]) => Record<string, unknown>> = {
  groups: (rows) =>
    measureGroups(
      rows.map(({ text, beside, gold }) => ({
        text: beside === '' ? text : `${beside}\n${text}`,
        group: gold.join('|'),
      })),
    ),
  duplicates: (rows) =>
    measureDuplicates(
      rows.map(({ text, beside, gold }) => ({ one: text, other: beside, same: gold[0] === '1' })),
    ),
}

/** What the command prints, or a sentence about what is wrong with its arguments. */
export function evaluate(args: string[]): Record<string, unknown> | string {
  const { values } = parseArgs({
    args,
    options: {
      task: { type: 'string', default: '' },
      file: { type: 'string', default: '' },
      text: { type: 'string', default: 'text' },
      label: { type: 'string', default: 'label' },
      title: { type: 'string', default: '' },
      other: { type: 'string', default: '' },
      map: { type: 'string', default: '' },
      where: { type: 'string', default: '' },
      limit: { type: 'string', default: '' },
      learn: { type: 'string', default: '' },
      answers: { type: 'string', default: '' },
      line: { type: 'string', default: String(usualLine) },
    },
  })
  const tasks = [
    ...[singleTasks, setTasks, pairTasks].flatMap((some) => Object.keys(some)),
    'retrieval',
  ]
  if (!tasks.includes(values.task))
    return `Unknown task "${values.task}". Tasks: ${tasks.join(', ')}`
  if (values.file === '') return 'Say which file with --file.'
  if (values.task === 'retrieval' && values.answers === '')
    return 'Say which file holds the known texts with --answers.'
  const records = readRecords(values.file)
  const columns = Object.keys(records[0] ?? {})
  const where = /^([^=]+)=(.*)$/.exec(values.where)
  if (values.where !== '' && where === null) return 'Say --where COLUMN=VALUE.'
  const beside = values.task === 'duplicates' ? values.other : values.title
  if (values.task === 'duplicates' && beside === '')
    return 'Say where the second text is with --other.'
  const wanted = [
    ...[values.text, values.label, ...(beside === '' ? [] : [beside])],
    ...(where ? [where[1] as string] : []),
  ]
  const unknown = wanted.filter((column) => !columns.includes(column))
  if (unknown.length > 0)
    return `No column "${unknown.join('", "')}". Columns found: ${columns.join(', ')}`
  const names = mapOf(values.map)
  const rows = records
    .filter((record) => where === null || String(record[where[1] as string]) === where[2])
    .slice(0, values.limit === '' ? undefined : Number(values.limit))
    .map((record) => ({
      text: String(record[values.text] ?? ''),
      gold: labelsOf(record[values.label], names),
      beside: beside === '' ? '' : String(record[beside] ?? ''),
    }))
  const asked = { task: values.task, file: values.file }
  const pairs = pairTasks[values.task]
  if (pairs) return { ...asked, ...pairs(rows) }
  if (values.task === 'retrieval') {
    const passages = passagesOf(readRecords(values.answers), values)
    return { ...asked, ...measureRetrieval(rows, passages, Number(values.line)) }
  }
  if (values.learn === '') return { ...asked, ...measure(values.task, rows) }
  const lessonOf = lessons[values.task]
  if (lessonOf === undefined)
    return `Nothing of "${values.task}" can be learned. Tasks: ${Object.keys(lessons).join(', ')}`
  const counts = values.learn.split(',').map(Number)
  const curve = learningCurve(rows, counts, shippedModel(), {
    lessonOf,
    isRight: (row, model) => isRight(values.task, row, model),
    seed: seedLessons(),
  })
  return { ...asked, rows: rows.length, ...curve, model: shippedModel().version }
}

/** What a row teaches, by task. */
const lessons: Record<string, (row: Row) => Lesson> = {
  kind: ({ text, gold }) => ({ text, kind: gold[0] as Kind }),
  sentiment: ({ text, gold }) => ({ text, sentiment: gold[0] as Sentiment }),
  urgency: ({ text, gold }) => ({ text, urgency: gold[0] as Urgency }),
  topics: ({ text, gold }) => ({ text, topics: gold as Topic[] }),
  risks: ({ text, gold }) => ({ text, risks: gold as Risk[] }),
}

function isRight(task: string, { text, gold }: Pick<Row, 'text' | 'gold'>, model: Model): boolean {
  const reading = read(text, model)
  const said = singleTasks[task]
    ? [singleTasks[task](reading).label]
    : (setTasks[task]?.(reading) ?? [])
  return said.length === gold.length && said.every((label) => gold.includes(label))
}

function measure(task: string, rows: Row[]): Record<string, unknown> {
  for (const row of rows.slice(0, 200)) read(row.text)
  const startedAt = performance.now()
  const readings = rows.map((row) => read(row.text))
  const seconds = (performance.now() - startedAt) / 1_000
  const single = singleTasks[task]
  const set = setTasks[task]
  const scores =
    single === undefined
      ? measureSets(
          rows.map((row, at) => ({ gold: row.gold, said: set?.(readings[at] as Reading) ?? [] })),
        )
      : measureSingles(
          rows.map((row, at) => ({ gold: row.gold[0] ?? '', ...single(readings[at] as Reading) })),
        )
  const textsPerSecond = Math.round(rows.length / seconds)
  return { rows: rows.length, ...scores, textsPerSecond, model: readings[0]?.model ?? '' }
}

/** CSV, TSV or JSON lines, by the file's ending. */
function readRecords(file: string): Record<string, unknown>[] {
  const content = readFileSync(file, 'utf8').replaceAll('\ufeff', '')
  if (/\.jsonl?$|\.ndjson$/i.test(file))
    return content
      .split('\n')
      .filter((line) => line.trim() !== '')
      .map((line) => JSON.parse(line))
  return parse(content, {
    columns: true,
    delimiter: /\.tsv$/i.test(file) ? '\t' : ',',
    quote: /\.tsv$/i.test(file) ? null : '"',
    relax_column_count: true,
    relax_quotes: true,
    skip_empty_lines: true,
  })
}

function labelsOf(cell: unknown, names: Map<string, string>): string[] {
  const labels = Array.isArray(cell) ? cell.map(String) : String(cell ?? '').split(/[|,;]/)
  return labels
    .map((label) => label.trim())
    .filter((label) => label !== '')
    .map((label) => names.get(label) ?? label)
}

function mapOf(written: string): Map<string, string> {
  const pairs = written.split(',').filter((pair) => pair.includes('='))
  return new Map(
    pairs.map((pair) => {
      const at = pair.indexOf('=')
      return [pair.slice(0, at).trim(), pair.slice(at + 1).trim()]
    }),
  )
}

if (import.meta.main) {
  const result = evaluate(process.argv.slice(2))
  if (typeof result === 'string') {
    console.error(result)
    process.exitCode = 1
  } else console.log(JSON.stringify(result, null, 2))
}
