import { sql } from 'kysely'
import type { Ctx } from '../platform/ctx.ts'

const atOnce = 1000

/** Rows of one shape into a table of the ctx's workspace; values as JSON has them, dates and all. */
export async function writeRows(
  { db, workspaceId }: Pick<Ctx, 'db' | 'workspaceId'>,
  table: string,
  rows: readonly Record<string, unknown>[],
): Promise<void> {
  const [first] = rows
  if (!first) return
  const columns = sql.join(Object.keys(first).map((name) => sql.ref(name)))
  for (let from = 0; from < rows.length; from += atOnce) {
    const some = JSON.stringify(rows.slice(from, from + atOnce))
    await sql`
      insert into ${sql.table(table)} (workspace_id, ${columns})
      select ${workspaceId}::uuid, ${columns} from json_populate_recordset(null::${sql.table(table)}, ${some}::json)`.execute(
      db,
    )
  }
}

/** What searches look through: its terms are an array, not text. */
export async function writeTexts(
  { db, workspaceId }: Pick<Ctx, 'db' | 'workspaceId'>,
  rows: readonly { case_id: string; text: string; terms: string }[],
): Promise<void> {
  for (let from = 0; from < rows.length; from += atOnce) {
    const some = JSON.stringify(rows.slice(from, from + atOnce))
    await sql`
      insert into case_texts (workspace_id, case_id, text, terms)
      select ${workspaceId}::uuid, case_id, text, array_to_tsvector(string_to_array(terms, ' '))
      from json_to_recordset(${some}::json) as r(case_id uuid, text text, terms text)`.execute(db)
  }
}
