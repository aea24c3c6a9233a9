import { sql } from 'kysely'
import type { Ctx } from '../platform/ctx.ts'

/**
 * Every table that has a workspace_id, as the database itself tells, so that no table made later is
 * forgotten; those that refer to others come before them.
 */
export async function tenantTables({ db }: Pick<Ctx, 'db'>): Promise<string[]> {
  const tables = await sql<{ name: string }>`
    select c.table_name as name
    from information_schema.columns c
    join information_schema.tables t on t.table_schema = c.table_schema and t.table_name = c.table_name
    where c.table_schema = 'public' and c.column_name = 'workspace_id' and t.table_type = 'BASE TABLE'
    order by 1`.execute(db)
  const references = await sql<{ child: string; parent: string }>`
    select child.relname as child, parent.relname as parent
    from pg_constraint c join pg_class child on child.oid = c.conrelid join pg_class parent on parent.oid = c.confrelid
    join pg_attribute a on a.attrelid = child.oid and a.attname = 'workspace_id'
    where c.contype = 'f' and child.oid <> parent.oid`.execute(db)
  return childrenFirst(
    tables.rows.map(({ name }) => name),
    references.rows,
  )
}

/** Throws when tables refer to each other in a circle. */
export function childrenFirst(
  tables: readonly string[],
  references: readonly { child: string; parent: string }[],
): string[] {
  const left = new Set(tables)
  const ordered: string[] = []
  while (left.size > 0) {
    const free = [...left].filter(
      (table) => !references.some(({ child, parent }) => parent === table && left.has(child)),
    )
    if (free.length === 0) throw new Error(`tables refer in a circle: ${[...left].join(', ')}`)
    for (const table of free) left.delete(table)
    ordered.push(...free)
  }
  return ordered
}
