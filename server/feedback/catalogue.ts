/** What customers may choose and must answer: categories and templates, remembered for seconds. */
import type { TemplateField } from '../../contract/categories.ts'
import type { Entry } from '../../contract/values.ts'
import { briefMemory } from '../platform/brief-memory.ts'
import type { Ctx } from '../platform/ctx.ts'

/** Catalogues are large; a process serves few workspaces at a time. */
const memory = briefMemory<Catalogue>({ most: 1000 })

export interface Category {
  id: string
  entry: Entry
  name: string
  nameEn: string | null
  templateId: string | null
  teamId: string | null
  assigneeId: string | null
  archived: boolean
}

export interface Template {
  id: string
  name: string
  nameEn: string | null
  fields: TemplateField[]
}

export interface Catalogue {
  /** In the order in which customers see them. */
  categories: ReadonlyMap<string, Category>
  templates: ReadonlyMap<string, Template>
}

/** Within a transaction or without. */
type Reader = Pick<Ctx, 'workspaceId' | 'db' | 'now'>

/** May be some seconds old; show lists to members with `loadCatalogue`. */
export function catalogueOf(ctx: Reader): Promise<Catalogue> {
  return memory.get(ctx.workspaceId, ctx.now(), () => loadCatalogue(ctx))
}

/** The same, but no older than these categories: another process may have added them a moment ago. */
export async function catalogueKnowing(
  ctx: Reader,
  categoryIds: readonly (string | null)[],
): Promise<Catalogue> {
  const remembered = await catalogueOf(ctx)
  if (categoryIds.every((id) => id === null || remembered.categories.has(id))) return remembered
  forgetCatalogue(ctx.workspaceId)
  return catalogueOf(ctx)
}

/** After a change in this process has been committed. */
export function forgetCatalogue(workspaceId: string): void {
  memory.forget(workspaceId)
}

export async function loadCatalogue(ctx: Reader): Promise<Catalogue> {
  const [categories, templates] = await Promise.all([
    ctx.db
      .selectFrom('categories')
      .selectAll()
      .where('workspace_id', '=', ctx.workspaceId)
      .orderBy('entry')
      .orderBy('position')
      .orderBy('id')
      .execute(),
    ctx.db
      .selectFrom('templates')
      .selectAll()
      .where('workspace_id', '=', ctx.workspaceId)
      .orderBy('id')
      .execute(),
  ])
  return {
    categories: new Map(
      categories.map((row) => [
        row.id,
        {
          id: row.id,
          entry: row.entry,
          name: row.name,
          nameEn: row.name_en,
          templateId: row.template_id,
          teamId: row.team_id,
          assigneeId: row.assignee_id,
          archived: row.archived_at !== null,
        },
      ]),
    ),
    templates: new Map(
      templates.map((row) => [
        row.id,
        { id: row.id, name: row.name, nameEn: row.name_en, fields: row.fields },
      ]),
    ),
  }
}
