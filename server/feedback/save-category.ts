/** Adding and changing a category: who gets what customers say about it, and what they are asked. */

import type {
  CategoryView,
  changeCategory as change,
  createCategory as create,
} from '../../contract/categories.ts'
import type { InputOf } from '../../contract/endpoint.ts'
import type { Ctx, Tx } from '../platform/ctx.ts'
import { Conflict, Invalid, NotFound } from '../platform/errors.ts'
import { forgetCatalogue, loadCatalogue } from './catalogue.ts'
import { loadTargets, presentCategory, type Targets } from './present-category.ts'

type Given = InputOf<typeof create>

/** An owner or admin adds a category; it is offered to customers after the others of its entry. */
export async function createCategory(ctx: Ctx, input: Given): Promise<CategoryView> {
  const targets = await checkTargets(ctx, input)
  return save(ctx, targets, async (tx) => {
    const id = tx.newId()
    const last = await tx.db
      .selectFrom('categories')
      .select(({ fn }) => fn.max('position').as('position'))
      .where('workspace_id', '=', tx.workspaceId)
      .where('entry', '=', input.entry)
      .executeTakeFirst()
    await tx.db
      .insertInto('categories')
      .values({
        workspace_id: tx.workspaceId,
        id,
        position: Number(last?.position ?? -1) + 1,
        archived_at: input.archived ? tx.now() : null,
        ...columnsOf(input),
      })
      .execute()
    return id
  })
}

/** An owner or admin changes a category; what was said under it stays under it. */
export async function changeCategory(
  ctx: Ctx,
  input: InputOf<typeof change>,
): Promise<CategoryView> {
  const targets = await checkTargets(ctx, input)
  return save(ctx, targets, async (tx) => {
    const before = await tx.db
      .selectFrom('categories')
      .select('archived_at')
      .where('workspace_id', '=', tx.workspaceId)
      .where('id', '=', input.categoryId)
      .forUpdate()
      .executeTakeFirst()
    if (!before) throw new NotFound()
    await tx.db
      .updateTable('categories')
      .set({
        ...columnsOf(input),
        archived_at: input.archived ? (before.archived_at ?? tx.now()) : null,
      })
      .where('workspace_id', '=', tx.workspaceId)
      .where('id', '=', input.categoryId)
      .execute()
    return input.categoryId
  })
}

/** Form, team and assignee must be of this workspace, and the assignee still here. */
async function checkTargets(ctx: Ctx, input: Given): Promise<Targets> {
  const [targets, { templates }] = await Promise.all([
    loadTargets(ctx, [input.assigneeId]),
    loadCatalogue(ctx),
  ])
  if (input.templateId !== null && !templates.has(input.templateId))
    throw new Invalid('unknown_value', 'templateId')
  if (input.teamId !== null && !targets.teams.has(input.teamId))
    throw new Invalid('unknown_value', 'teamId')
  if (input.assigneeId !== null && targets.members.get(input.assigneeId)?.active !== true)
    throw new Invalid('unknown_value', 'assigneeId')
  return targets
}

async function save(
  ctx: Ctx,
  targets: Targets,
  work: (tx: Tx) => Promise<string>,
): Promise<CategoryView> {
  const id = await ctx
    .write(async (tx) => {
      const saved = await work(tx)
      tx.record('settings.changed', { what: 'categories' })
      return saved
    })
    .catch((error: { constraint?: string }) => {
      if (error.constraint === 'categories_workspace_id_entry_name_key')
        throw new Conflict('name_taken', 'name')
      throw error
    })
  forgetCatalogue(ctx.workspaceId)
  const category = (await loadCatalogue(ctx)).categories.get(id)
  if (!category) throw new NotFound()
  return presentCategory(category, targets)
}

function columnsOf(input: Given) {
  return {
    entry: input.entry,
    name: input.name,
    name_en: input.nameEn,
    template_id: input.templateId,
    team_id: input.teamId,
    assignee_id: input.assigneeId,
  }
}
