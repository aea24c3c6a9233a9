/** tables.ts and the database say the same; every tenant table is keyed by its workspace first. */
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import pg from 'pg'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { globalTables } from './platform/db/guard.ts'
import { type TestDatabase, testDatabase } from './testing/database.ts'

interface Column {
  table: string
  column: string
  nullable: boolean
}

let database: TestDatabase
let client: pg.Client

beforeAll(async () => {
  database = await testDatabase()
  client = new pg.Client({ connectionString: database.url })
  await client.connect()
})
afterAll(async () => {
  await client.end()
  await database.drop()
})

/** Table → column → may it be null, as the domains' tables.ts declare. */
function declared(): Map<string, Map<string, boolean>> {
  const files = readdirSync(import.meta.dirname, { recursive: true, encoding: 'utf8' }).filter(
    (file) => file.endsWith('tables.ts'),
  )
  const text = files
    .map((file) =>
      readFileSync(join(import.meta.dirname, file), 'utf8').replace(/\/\*[\s\S]*?\*\//g, ''),
    )
    .join('\n')
  const shapes = new Map(
    [...text.matchAll(/interface (\w+Table)\s*\{([^}]*)\}/g)].map(([, name, body]) => [
      name as string,
      body as string,
    ]),
  )
  const tables = new Map<string, Map<string, boolean>>()
  for (const [, body] of text.matchAll(/interface Database \{([^}]*)\}/g))
    for (const [, table, shape] of (body as string).matchAll(/(\w+): (\w+)/g)) {
      const columns = [
        ...(shapes.get(shape as string) ?? '').matchAll(/^\s*(\w+)\??:\s*([^\n]+)/gm),
      ]
      tables.set(
        table as string,
        new Map(
          columns.map(([, column, type]) => [column as string, /\bnull\b/.test(type as string)]),
        ),
      )
    }
  return tables
}

async function columns(): Promise<Column[]> {
  const { rows } = await client.query(
    `select table_name as table, column_name as column, is_nullable = 'YES' as nullable
     from information_schema.columns where table_schema = 'public' and table_name <> 'schema_migrations'`,
  )
  return rows
}

describe('the schema', () => {
  it('tables.ts names every table and column, with its nullability, and nothing else', async () => {
    const said = declared()
    const differences: string[] = []
    const actual = await columns()
    for (const { table, column, nullable } of actual) {
      const shape = said.get(table)
      // better-auth reads and writes its own tables.
      if (
        !shape &&
        ['sessions', 'credentials', 'verifications', 'two_factors', 'sign_in_attempts'].includes(
          table,
        )
      )
        continue
      if (!shape) differences.push(`${table} is in no tables.ts`)
      else if (!shape.has(column)) differences.push(`${table}.${column} is not in tables.ts`)
      else if (shape.get(column) !== nullable)
        differences.push(
          `${table}.${column}: ${nullable ? 'may be null in the database' : 'is never null in the database'}`,
        )
    }
    for (const [table, shape] of said)
      for (const column of shape.keys())
        if (!actual.some((one) => one.table === table && one.column === column))
          differences.push(`${table}.${column} is not in the database`)
    expect([...new Set(differences)]).toEqual([])
  })

  it('every key, unique constraint, index and foreign key of a tenant table begins with workspace_id', async () => {
    const { rows } = await client.query<{ table: string; name: string; first: string }>(
      `select t.relname as table, i.relname as name, a.attname as first
       from pg_index x join pg_class t on t.oid = x.indrelid join pg_class i on i.oid = x.indexrelid
       join pg_namespace n on n.oid = t.relnamespace
       left join pg_attribute a on a.attrelid = t.oid and a.attnum = x.indkey[0]
       where n.nspname = 'public'`,
    )
    expect(
      rows
        .filter(({ table, first }) => !globalTables.has(table) && first !== 'workspace_id')
        .map(({ name }) => name),
    ).toEqual([])
    const foreign = await client.query<{ name: string; table: string; first: string }>(
      `select c.conname as name, t.relname as table, a.attname as first from pg_constraint c
       join pg_class t on t.oid = c.conrelid join pg_attribute a on a.attrelid = c.conrelid and a.attnum = c.conkey[1]
       join pg_namespace n on n.oid = t.relnamespace where c.contype = 'f' and n.nspname = 'public'`,
    )
    expect(
      foreign.rows
        .filter(({ table, first }) => !globalTables.has(table) && first !== 'workspace_id')
        .map(({ name }) => name),
    ).toEqual([])
  })

  it('every tenant table has a primary key, no triggers, no identity columns', async () => {
    const without = await client.query(
      `select t.relname as table from pg_class t join pg_namespace n on n.oid = t.relnamespace
       where n.nspname = 'public' and t.relkind = 'r'
         and (not exists (select from pg_index x where x.indrelid = t.oid and x.indisprimary)
           or exists (select from pg_trigger g where g.tgrelid = t.oid and not g.tgisinternal)
           or exists (select from pg_attribute a where a.attrelid = t.oid and a.attidentity <> ''))`,
    )
    expect(without.rows.map(({ table }) => table)).toEqual([])
  })

  it('every tenant table is spread by workspace on a cluster, every global one copied', () => {
    const folder = join(import.meta.dirname, 'migrations')
    const text = readdirSync(folder)
      .map((file) => readFileSync(join(folder, file), 'utf8'))
      .join('\n')
    const made = [...text.matchAll(/create table (\w+)/g)].map(([, name]) => name as string)
    const spread = new Set(
      [...text.matchAll(/select distribute\('(\w+)'\)/g)].map(([, name]) => name),
    )
    const copied = new Set(
      [...text.matchAll(/select replicate\('(\w+)'\)/g)].map(([, name]) => name),
    )
    expect(
      made.filter((name) => (globalTables.has(name) ? !copied.has(name) : !spread.has(name))),
    ).toEqual([])
  })
})
