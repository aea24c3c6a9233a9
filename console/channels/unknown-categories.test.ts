import { expect, test } from 'vitest'
import type { ImportMapping } from '../../contract/imports.ts'
import { choiceFor, choosing, leftWithout } from './unknown-categories.ts'

const mapping: ImportMapping = {
  columns: ['text', 'category'],
  entry: 'feedback',
  categoryId: null,
  categories: [],
  as: 'open',
  dateOrder: 'auto',
}
const logistics = { entry: 'complaint' as const, name: '物流', rows: 12 }
const same = { entry: 'feedback' as const, name: '物流', rows: 3 }
const found = { unknownCategories: [logistics, same], otherCategoryRows: 2 }

test('until something is chosen all such rows are left without a category', () => {
  expect(leftWithout({ ...found, mapping })).toEqual({ rows: 17, values: [logistics, same] })
})

test('a choice is for a value of one entry, and the last one holds', () => {
  const created = choosing(choosing(mapping, [logistics], 'none'), [logistics], 'create')
  expect(created.categories).toEqual([{ entry: 'complaint', name: '物流', to: 'create' }])
  expect(choiceFor(created, same)).toBe('none')
  expect(leftWithout({ ...found, mapping: created })).toEqual({ rows: 5, values: [same] })
})
