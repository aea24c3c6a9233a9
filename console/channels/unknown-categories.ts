/** What is decided on values of the category column that name no category. Pure. */
import { longestCategoryName } from '../../contract/categories.ts'
import type {
  CategoryChoice,
  ImportMapping,
  ImportView,
  UnknownCategory,
} from '../../contract/imports.ts'

type Value = Pick<UnknownCategory, 'entry' | 'name'>

/** `none` where nobody has chosen: such rows have no category, and so no team. */
export function choiceFor(mapping: ImportMapping, value: Value): CategoryChoice['to'] {
  return mapping.categories.find((one) => isSame(one, value))?.to ?? 'none'
}

/** The mapping with one decision for some values. */
export function choosing(
  mapping: ImportMapping,
  values: readonly Value[],
  to: CategoryChoice['to'],
): ImportMapping {
  const others = mapping.categories.filter((one) => !values.some((value) => isSame(one, value)))
  const chosen = values.map(({ entry, name }): CategoryChoice => ({ entry, name, to }))
  return { ...mapping, categories: [...others, ...chosen] }
}

/** A name longer than a category may have can only be mapped. */
export function canBeMade({ name }: Pick<UnknownCategory, 'name'>): boolean {
  return name.length <= longestCategoryName
}

/** Rows that are left without a category, and by which values; the commonest first. */
export function leftWithout({
  mapping,
  unknownCategories,
  otherCategoryRows,
}: Pick<ImportView, 'mapping' | 'unknownCategories' | 'otherCategoryRows'>): {
  rows: number
  values: UnknownCategory[]
} {
  const values = unknownCategories.filter((value) => choiceFor(mapping, value) === 'none')
  return { values, rows: values.reduce((sum, { rows }) => sum + rows, otherCategoryRows) }
}

function isSame(one: Value, other: Value): boolean {
  return one.entry === other.entry && one.name === other.name
}
