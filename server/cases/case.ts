/** A case as a row: finding it, holding it while something is decided, keeping what was decided. */
import type { Selectable, Updateable } from 'kysely'
import type { Ctx, Tx } from '../platform/ctx.ts'
import { Conflict, NotFound } from '../platform/errors.ts'
import type { CasesTable } from './tables.ts'

export type Case = Selectable<CasesTable>
/** Anything that can read: ctx outside, tx inside a transaction. */
export type Reader = Pick<Ctx, 'workspaceId' | 'db'>

export async function loadCase(ctx: Reader, caseId: string): Promise<Case> {
  const found = await ctx.db
    .selectFrom('cases')
    .selectAll()
    .where('workspace_id', '=', ctx.workspaceId)
    .where('id', '=', caseId)
    .executeTakeFirst()
  if (!found) throw new NotFound()
  return found
}

/** Holds the case until the transaction ends: whoever acts on it meanwhile waits. */
export async function holdCase(tx: Tx, caseId: string, seenVersion?: number): Promise<Case> {
  const found = await tx.db
    .selectFrom('cases')
    .selectAll()
    .where('workspace_id', '=', tx.workspaceId)
    .where('id', '=', caseId)
    .forUpdate()
    .executeTakeFirst()
  if (!found) throw new NotFound()
  if (seenVersion !== undefined && seenVersion !== found.version) throw new Conflict('case_changed')
  return found
}

/** Writes what was decided about a case that is held. */
export async function saveCase(
  tx: Tx,
  held: Case,
  change: Omit<Updateable<CasesTable>, 'workspace_id' | 'id' | 'version'>,
): Promise<Case> {
  return tx.db
    .updateTable('cases')
    .set({ ...change, version: held.version + 1 })
    .where('workspace_id', '=', tx.workspaceId)
    .where('id', '=', held.id)
    .returningAll()
    .executeTakeFirstOrThrow()
}
