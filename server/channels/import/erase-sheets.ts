/** What an import kept of its sheet: contact details stand in it as they stood with the operator. */
import { sql } from 'kysely'
import type { Ctx, Tx } from '../../platform/ctx.ts'
import { json } from '../../platform/db/database.ts'
import { Conflict } from '../../platform/errors.ts'
import { releaseFiles } from '../../platform/files/attach-files.ts'
import { holdImport, type Import } from './import.ts'

/** Refused rows emptied in one transaction. */
const atOnce = 1000

const contactTargets = ['customer_email', 'customer_phone'] as const

const resting: Import['state'][] = ['mapping', 'checked', 'done', 'failed', 'undone']

/**
 * Sheets of imports that came to rest before then go: the file, the first rows shown, the cells of
 * refused rows. What was counted and why rows were refused stays, and so may it be taken back.
 */
export async function eraseSheets(ctx: Ctx, before: Date): Promise<void> {
  const old = await ctx.db
    .selectFrom('imports')
    .select('id')
    .where('workspace_id', '=', ctx.workspaceId)
    .where('sheet_erased_at', 'is', null)
    .where('state', 'in', resting)
    .where((eb) => eb(eb.fn.coalesce('finished_at', 'created_at'), '<=', before))
    .execute()
  for (const { id } of old) {
    while ((await ctx.write((tx) => emptyRejections(tx, id))) === atOnce);
    await ctx.write((tx) => eraseSheet(tx, id))
  }
}

/**
 * The same at once, of the imports that brought what a customer asks to have deleted: it stands in their
 * sheets too. Throws `import_busy` where the rows are being dealt with. Returns the files let go of.
 */
export async function eraseSheetsOf(tx: Tx, importIds: readonly string[]): Promise<string[]> {
  const files: string[] = []
  for (const id of [...importIds].sort()) {
    const held = await holdImport(tx, id)
    if (held.sheet_erased_at !== null) continue
    if (!resting.includes(held.state)) throw new Conflict('import_busy')
    while ((await emptyRejections(tx, id)) === atOnce);
    await eraseSheet(tx, id)
    files.push(held.file_id)
  }
  return files
}

/** Import → the name of its sheet, where that is still kept. */
export async function keptSheets(
  ctx: Pick<Ctx, 'workspaceId' | 'db'>,
  importIds: readonly string[],
): Promise<Map<string, string>> {
  if (importIds.length === 0) return new Map()
  const rows = await ctx.db
    .selectFrom('imports')
    .select(['id', 'name'])
    .where('workspace_id', '=', ctx.workspaceId)
    .where('id', 'in', [...importIds])
    .where('sheet_erased_at', 'is', null)
    .execute()
  return new Map(rows.map(({ id, name }) => [id, name]))
}

/** Returns how many were emptied. */
async function emptyRejections(tx: Tx, importId: string): Promise<number> {
  const { rows } = await sql`
    update import_rejections r set cells = '[]'
    from (
      select row from import_rejections
      where workspace_id = ${tx.workspaceId} and import_id = ${importId} and cells <> '[]'
      limit ${atOnce} for update
    ) full_row
    where r.workspace_id = ${tx.workspaceId} and r.import_id = ${importId} and r.row = full_row.row
    returning r.row`.execute(tx.db)
  return rows.length
}

/** The bytes go with the next sweep of files that nothing refers to. */
async function eraseSheet(tx: Tx, importId: string): Promise<void> {
  const held = await holdImport(tx, importId)
  if (!resting.includes(held.state)) return
  await releaseFiles(tx, [held.file_id])
  await tx.db
    .updateTable('imports')
    .set({ head: json([]), sample: json([]), sheet_erased_at: tx.now() })
    .where('workspace_id', '=', tx.workspaceId)
    .where('id', '=', importId)
    .execute()
}

/** Import → its columns that say who spoke, by name: what in them is no address stands beside the text. */
export async function contactColumns(
  ctx: Pick<Ctx, 'workspaceId' | 'db'>,
  importIds: readonly string[],
): Promise<Map<string, string[]>> {
  if (importIds.length === 0) return new Map()
  const rows = await ctx.db
    .selectFrom('imports')
    .select(['id', 'columns', 'mapping'])
    .where('workspace_id', '=', ctx.workspaceId)
    .where('id', 'in', [...importIds])
    .execute()
  return new Map(
    rows.map(({ id, columns, mapping }) => [
      id,
      columns.filter((_, at) => contactTargets.some((target) => mapping.columns[at] === target)),
    ]),
  )
}
