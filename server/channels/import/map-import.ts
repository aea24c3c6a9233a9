import { isDeepStrictEqual } from 'node:util'
import { longestCategoryName } from '../../../contract/categories.ts'
import type { InputOf } from '../../../contract/endpoint.ts'
import type {
  mapImport as endpoint,
  ImportMapping,
  ImportTarget,
  ImportView,
} from '../../../contract/imports.ts'
import { type Catalogue, loadCatalogue } from '../../feedback/index.ts'
import type { Ctx } from '../../platform/ctx.ts'
import { json } from '../../platform/db/database.ts'
import { Forbidden, Invalid } from '../../platform/errors.ts'
import { holdImport, mayNow, resetProgress, saveImport } from './import.ts'
import { viewOf } from './present.ts'

/** Columns may share these. */
const shareable: readonly ImportTarget[] = ['context', 'ignore']

/**
 * A member says what each column means; what a check found with another mapping is forgotten. What
 * is decided on categories is an answer to what it found, and changes nothing of it.
 */
export async function mapImport(ctx: Ctx, input: InputOf<typeof endpoint>): Promise<ImportView> {
  const { importId, ...mapping } = input
  const catalogue = await loadCatalogue(ctx)
  await ctx.write(async (tx) => {
    const held = await holdImport(tx, importId)
    mayNow(held, 'map')
    refuseMapping(mapping, held.columns.length, catalogue)
    if (makesMore(mapping, held.mapping) && !ctx.actor.permits('workspace.manage'))
      throw new Forbidden()
    if (!isSameButCategories(mapping, held.mapping)) {
      await resetProgress(tx, importId)
      await saveImport(tx, importId, { state: 'mapping' })
    }
    await tx.db
      .updateTable('imports')
      .set({ mapping: json(mapping) })
      .where('workspace_id', '=', tx.workspaceId)
      .where('id', '=', importId)
      .execute()
  })
  return viewOf(ctx, importId)
}

/** Making categories is for those who may do so in the settings. */
function makesMore(mapping: ImportMapping, before: ImportMapping): boolean {
  const made = before.categories.filter(({ to }) => to === 'create')
  return mapping.categories.some(
    ({ entry, name, to }) =>
      to === 'create' && !made.some((one) => one.entry === entry && one.name === name),
  )
}

function isSameButCategories(one: ImportMapping, other: ImportMapping): boolean {
  return isDeepStrictEqual({ ...one, categories: [] }, { ...other, categories: [] })
}

/** Throws when rows cannot be read by it. */
export function refuseMapping(
  mapping: ImportMapping,
  columns: number,
  { categories }: Pick<Catalogue, 'categories'>,
): void {
  if (mapping.columns.length !== columns) throw new Invalid('columns_differ', 'columns', columns)
  const twice = mapping.columns.findIndex(
    (target, index) => !shareable.includes(target) && mapping.columns.indexOf(target) < index,
  )
  if (twice >= 0) throw new Invalid('target_twice', `columns.${twice}`)
  if (!mapping.columns.some((target) => target === 'text' || target === 'title'))
    throw new Invalid('text_missing', 'columns')
  if (mapping.categoryId !== null && categories.get(mapping.categoryId)?.entry !== mapping.entry)
    throw new Invalid('category_unknown', 'categoryId')
  for (const [index, { entry, name, to }] of mapping.categories.entries()) {
    const field = `categories.${index}`
    if (to === 'create' && name.length > longestCategoryName)
      throw new Invalid('category_name_too_long', field, longestCategoryName)
    if (to === 'create' || to === 'none') continue
    const category = categories.get(to)
    if (category?.entry !== entry || category.archived) throw new Invalid('category_unknown', field)
  }
}
