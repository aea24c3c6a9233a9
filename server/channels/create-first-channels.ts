import type { ChannelKind, Locale } from '../../contract/values.ts'
import type { Tx } from '../platform/ctx.ts'
import { kinds } from './kinds.ts'
import './tables.ts'

/** The channels every new workspace has, one of each kind. Returns their ids by kind. */
export async function createFirstChannels(
  tx: Tx,
  locale: Locale,
  createdAt: Date = tx.now(),
): Promise<Record<ChannelKind, string>> {
  const rows = Object.values(kinds).map(({ kind, firstName }) => ({
    workspace_id: tx.workspaceId,
    id: tx.newId(),
    kind,
    name: firstName[locale],
    active: true,
    created_at: createdAt,
  }))
  await tx.db.insertInto('channels').values(rows).execute()
  return Object.fromEntries(rows.map(({ kind, id }) => [kind, id])) as Record<ChannelKind, string>
}
