import { sql } from 'kysely'
import type { ImportView, SheetEncoding } from '../../../contract/imports.ts'
import type { Ctx } from '../../platform/ctx.ts'
import type { Encoding } from './encoding.ts'
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
    encoding: shownEncoding(row.encoding),
    delimiter: row.delimiter,
    headerRow: row.header_row,
    head: row.head,
    columns: row.columns,
    sample: row.sample,
    dates: row.dates,
    mapping: row.mapping,
    rows: row.rows,
    done: row.done,
    accepted: row.accepted,
    repeated: row.repeated,
    rejected: row.rejected,
    reasons: reasons.get(row.id) ?? [],
    unknownCategories: row.findings.unknown,
    otherCategoryRows: row.findings.otherRows,
    repeatedRows: row.findings.repeats,
    agedContactRows: row.findings.agedContacts,
    error: row.error,
    createdBy: row.created_by_name,
    createdAt: row.created_at.toISOString(),
    finishedAt: row.finished_at?.toISOString() ?? null,
    can: abilitiesOf(row),
  }))
}

/** Which end of its pairs comes first is nobody's business but ours. */
function shownEncoding(encoding: Encoding): SheetEncoding {
  return encoding === 'utf-16le' || encoding === 'utf-16be' ? 'utf-16' : encoding
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
