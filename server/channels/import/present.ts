import { sql } from 'kysely'
import type { ImportView } from '../../../contract/imports.ts'
import type { Ctx } from '../../platform/ctx.ts'
import { abilitiesOf, type Import, loadImport } from './import.ts'

type Reason = ImportView['reasons'][number]

const mostReasons = 10

export async function viewOf(ctx: Ctx, importId: string): Promise<ImportView> {
  const [view] = await presentImports(ctx, [await loadImport(ctx, importId)])
  return view as ImportView
}

export async function presentImports(ctx: Ctx, rows: readonly Import[]): Promise<ImportView[]> {
  const reasons = await reasonsOf(
    ctx,
    rows.filter(({ rejected }) => rejected > 0).map(({ id }) => id),
  )
  return rows.map((row) => ({
    id: row.id,
    name: row.name,
    state: row.state,
    format: row.format,
    encoding: row.encoding,
    delimiter: row.delimiter,
    columns: row.columns,
    sample: row.sample,
    mapping: row.mapping,
    rows: row.rows,
    done: row.done,
    accepted: row.accepted,
    repeated: row.repeated,
    rejected: row.rejected,
    reasons: reasons.get(row.id) ?? [],
    error: row.error,
    createdBy: row.created_by_name,
    createdAt: row.created_at.toISOString(),
    finishedAt: row.finished_at?.toISOString() ?? null,
    can: abilitiesOf(row),
  }))
}

async function reasonsOf(ctx: Ctx, importIds: string[]): Promise<Map<string, Reason[]>> {
  const reasons = new Map<string, Reason[]>()
  if (importIds.length === 0) return reasons
  const rows = await ctx.db
    .selectFrom('import_rejections')
    .select(['import_id', 'code', sql<number>`count(*)`.as('rows')])
    .where('workspace_id', '=', ctx.workspaceId)
    .where('import_id', 'in', importIds)
    .groupBy(['import_id', 'code'])
    .orderBy('rows', 'desc')
    .orderBy('code')
    .execute()
  for (const { import_id, code, rows: count } of rows) {
    const known = reasons.get(import_id) ?? []
    if (known.length < mostReasons) reasons.set(import_id, [...known, { code, rows: count }])
  }
  return reasons
}
