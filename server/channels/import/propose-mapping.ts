/** A first guess at what each column means, from its name and what stands below it. Pure. */
import type { ImportMapping, ImportTarget } from '../../../contract/imports.ts'
import { targetNamed } from './column-names.ts'
import type { Columns } from './columns.ts'
import { shortDateIn } from './short-date.ts'

type Target = ImportTarget

/** Columns whose texts are longer than this say something; beside the text they are not context. */
const contextLength = 200
const mostContext = 30

interface Column {
  name: string
  cells: string[]
  meanLength: number
}

/** Always one that can be imported: without a name that fits, the column of the longest texts is the text. */
export function proposeMapping(columns: Columns, rows: readonly string[][]): ImportMapping {
  const described = columns.names.map((name, index) => describe(name, rows, index))
  const targets: (Target | null)[] = described.map((column, index) =>
    columns.headerRow !== null
      ? believe(targetNamed(columns.names[index] ?? ''), column)
      : shapeOf(column),
  )
  keepBest(targets, described)
  if (!targets.includes('text')) chooseText(targets, described)
  let context = 0
  const chosen = targets.map((target, index): Target => {
    if (target !== null) return target
    const { meanLength, cells } = described[index] as Column
    const empty = cells.length === 0 && rows.length > 0
    if (empty || meanLength > contextLength || context >= mostContext) return 'ignore'
    context += 1
    return 'context'
  })
  return {
    columns: chosen,
    entry: 'feedback',
    categoryId: null,
    categories: [],
    as: 'open',
    dateOrder: 'auto',
  }
}

function describe(name: string, rows: readonly string[][], index: number): Column {
  const cells = rows.map((row) => (row[index] ?? '').trim()).filter((cell) => cell !== '')
  const length = cells.reduce((sum, cell) => sum + cell.length, 0)
  return { name, cells, meanLength: cells.length === 0 ? 0 : length / cells.length }
}

/** A name can mean two things; what stands below decides. */
function believe(target: Target | null, { cells, meanLength }: Column): Target | null {
  if (target === 'customer_name' && cells.length > 0 && cells.every(isCode)) return 'customer_id'
  if (target === 'text' && cells.length > 0 && cells.every(isNumber)) return null
  if (target === 'title' && meanLength > contextLength) return 'text'
  if (target === 'external_id' && new Set(cells).size < cells.length) return null
  if (target === 'category' && meanLength > 40) return null
  return target
}

/** Of a column without a name. */
function shapeOf({ cells }: Column): Target | null {
  if (cells.length === 0) return null
  if (cells.every((cell) => /^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(cell))) return 'customer_email'
  if (cells.every((cell) => /^(\+?86)?1\d{10}$/.test(cell))) return 'customer_phone'
  if (cells.every((cell) => /^\d{4}[-/.年]\d{1,2}[-/.月]\d{1,2}/.test(cell) || shortDateIn(cell)))
    return 'said_at'
  return null
}

/** Each target once: the text with the longest words, of the others the first. */
function keepBest(targets: (Target | null)[], described: Column[]): void {
  const best = new Map<Target, number>()
  for (const [index, target] of targets.entries()) {
    if (target === null || target === 'ignore' || target === 'context') continue
    const held = best.get(target)
    const longer = (at: number) => (described[at] as Column).meanLength
    if (held === undefined) best.set(target, index)
    else if (target === 'text' && longer(index) > longer(held)) {
      targets[held] = null
      best.set(target, index)
    } else targets[index] = null
  }
}

function chooseText(targets: (Target | null)[], described: Column[]): void {
  const longest = described
    .map(({ meanLength, cells }, index) => ({ index, meanLength, words: !cells.every(isNumber) }))
    .filter(({ index }) => targets[index] === null || targets[index] === 'title')
    .sort((a, b) => Number(b.words) - Number(a.words) || b.meanLength - a.meanLength)
  targets[longest[0]?.index ?? 0] = 'text'
}

function isCode(cell: string): boolean {
  return /^(?=.*\d)[\w.-]{4,}$/.test(cell)
}

function isNumber(cell: string): boolean {
  return /^-?[\d.,]+$/.test(cell)
}
