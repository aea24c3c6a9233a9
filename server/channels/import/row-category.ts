/** The category of a row. Pure. */
import type { Entry } from '../../../contract/values.ts'
import type { Category } from '../../feedback/index.ts'
import type { Reading } from './row.ts'

type By = Pick<Reading, 'categories' | 'mapping'>

/** As the cell names it; else as somebody chose for this value; of an empty cell the standing one. */
export function categoryOf(
  cell: string,
  entry: Entry,
  reading: By,
): { id: string | null; named: boolean } {
  const { categories, mapping } = reading
  const ofEntry = (id: string | null | undefined) =>
    categories.find((category) => category.id === id && category.entry === entry)?.id ?? null
  if (cell === '') return { id: ofEntry(mapping.categoryId), named: true }
  const named = categoryNamed(cell, entry, categories)
  if (named) return { id: named.id, named: true }
  const choice = mapping.categories.find((one) => one.entry === entry && isSame(one.name, cell))
  return { id: ofEntry(choice?.to), named: false }
}

/** A category in use, by either name. */
export function categoryNamed(
  cell: string,
  entry: Entry,
  categories: readonly Category[],
): Category | undefined {
  return categories.find(
    (category) =>
      category.entry === entry &&
      !category.archived &&
      [category.name, category.nameEn ?? ''].some((name) => isSame(name, cell)),
  )
}

function isSame(one: string, other: string): boolean {
  return one.normalize('NFKC').toLowerCase() === other.normalize('NFKC').toLowerCase()
}
