/** Acting in another workspace within the same transaction: the sample, from the operator's own. */
import { type Ctx, system, type Tx } from '../platform/ctx.ts'

/** Facts stated there follow no reactions: nobody is told of a past that never was. */
export function within(tx: Tx, workspaceId: string): Tx {
  return { ...tx, workspaceId, actor: system, record: () => tx.newId() }
}

/** For what wants a Ctx: its reads and writes are all of this one transaction. */
export function ctxWithin(ctx: Ctx, tx: Tx, workspaceId: string): Ctx {
  const inside = within(tx, workspaceId)
  return {
    ...ctx,
    workspaceId,
    actor: system,
    db: tx.db,
    write: (work) => work(inside),
    announce: () => {},
  }
}
