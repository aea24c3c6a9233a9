/** An import as a row: finding it, holding it, and what may be done with it when. */
import type { Selectable } from 'kysely'
import type { ImportView } from '../../../contract/imports.ts'
import type { Ctx, Tx } from '../../platform/ctx.ts'
import { json } from '../../platform/db/database.ts'
import { Conflict, NotFound } from '../../platform/errors.ts'
import { noFindings } from './findings.ts'
import type { Inspected } from './inspect-sheet.ts'
import type { ImportsTable } from './tables.ts'

export type Import = Selectable<ImportsTable>
export type Ability = ImportView['can'][number]

export async function findImport(
  ctx: Pick<Ctx, 'workspaceId' | 'db'>,
  importId: string,
): Promise<Import | undefined> {
  return ctx.db
    .selectFrom('imports')
    .selectAll()
    .where('workspace_id', '=', ctx.workspaceId)
    .where('id', '=', importId)
    .executeTakeFirst()
}

export async function loadImport(ctx: Ctx, importId: string): Promise<Import> {
  const found = await findImport(ctx, importId)
  if (!found) throw new NotFound()
  return found
}

/** Until the transaction ends nobody else changes it: of two who start it at once, one does. */
export async function holdImport(tx: Tx, importId: string): Promise<Import> {
  const found = await tx.db
    .selectFrom('imports')
    .selectAll()
    .where('workspace_id', '=', tx.workspaceId)
    .where('id', '=', importId)
    .forUpdate()
    .executeTakeFirst()
  if (!found) throw new NotFound()
  return found
}

/** What was found out of the sheet, as columns of the row. */
export function inspectedValues({ shape, columns, head, sample, dates, mapping }: Inspected) {
  return {
    ...shape,
    columns: json(columns.names),
    header_row: columns.headerRow,
    head: json(head),
    sample: json(sample),
    dates: json(dates),
    mapping: json(mapping),
  }
}

/** What needs no rows. */
const withoutSheet: readonly Ability[] = ['undo', 'discard']

/** What may be done with it as it stands. */
export function abilitiesOf(
  one: Pick<Import, 'state' | 'done' | 'rejected' | 'sheet_erased_at'>,
): Ability[] {
  const { state, done, rejected } = one
  const started = state === 'done' || (state === 'failed' && done > 0)
  const resting = ['mapping', 'checked', 'undone', 'failed'].includes(state)
  const abilities: Ability[] = []
  if (resting && !started) abilities.push('map', 'check', 'discard')
  if (resting) abilities.push('start')
  if (started) abilities.push('undo')
  if (rejected > 0 && state !== 'undoing') abilities.push('downloadRejected')
  if (one.sheet_erased_at !== null) return abilities.filter((one) => withoutSheet.includes(one))
  return abilities
}

/** Throws `import_busy` when this is not the moment for it. */
export function mayNow(held: Import, ability: Ability): void {
  if (!abilitiesOf(held).includes(ability)) throw new Conflict('import_busy')
}

export async function saveImport(
  tx: Tx,
  importId: string,
  change: Partial<Pick<Import, 'state' | 'rows' | 'done' | 'error' | 'finished_at'>>,
): Promise<void> {
  await tx.db
    .updateTable('imports')
    .set(change)
    .where('workspace_id', '=', tx.workspaceId)
    .where('id', '=', importId)
    .execute()
}

/** As if no row had been looked at yet. */
export async function resetProgress(tx: Tx, importId: string): Promise<void> {
  await tx.db
    .deleteFrom('import_rejections')
    .where('workspace_id', '=', tx.workspaceId)
    .where('import_id', '=', importId)
    .execute()
  await tx.db
    .updateTable('imports')
    .set({
      done: 0,
      accepted: 0,
      repeated: 0,
      rejected: 0,
      findings: json(noFindings),
      error: null,
      finished_at: null,
    })
    .where('workspace_id', '=', tx.workspaceId)
    .where('id', '=', importId)
    .execute()
}
