import { sql } from 'kysely'
import type { Tx } from '../platform/ctx.ts'

/** A feedback that said how to reach or call its author. */
export interface ErasedAuthor {
  feedbackId: string
  /** As they called themselves. */
  name: string | null
}

/**
 * Takes name, e-mail and phone out of what was received with these feedback; words and ids stay. Cells
 * that stood in a sheet's column of addresses without being any are beside the text, under the name of
 * that column: `columns` says which they are, by import. Returns those that had something to take.
 */
export async function eraseAuthors(
  tx: Tx,
  feedbackIds: readonly string[],
  columns: ReadonlyMap<string, readonly string[]>,
): Promise<ErasedAuthor[]> {
  if (feedbackIds.length === 0) return []
  const asides = JSON.stringify([...columns].map(([id, names]) => ({ id, names })))
  const { rows } = await sql<ErasedAuthor>`
    with said as (
      select f.id, f.author->>'name' as name, coalesce(a.names, '{}') as names
      from feedback f
      left join (
        select id, array(select jsonb_array_elements_text(names)) as names
        from jsonb_to_recordset(${asides}::jsonb) as r(id uuid, names jsonb)
      ) a on a.id = f.import_id
      where f.workspace_id = ${tx.workspaceId} and f.id = any(${[...feedbackIds]}::uuid[])
        and (f.author ?| array['name', 'email', 'phone'] or f.context ?| a.names)
    )
    update feedback f
    set author = f.author - array['name', 'email', 'phone'], context = f.context - said.names
    from said
    where f.workspace_id = ${tx.workspaceId} and f.id = said.id
    returning f.id as "feedbackId", said.name`.execute(tx.db)
  return rows
}
