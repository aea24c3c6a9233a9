import {
  DummyDriver,
  Kysely,
  PostgresAdapter,
  PostgresIntrospector,
  PostgresQueryCompiler,
  sql,
} from 'kysely'
import { describe, expect, it } from 'vitest'
import type { Database } from './database.ts'
import '../tables.ts'
import { UnpinnedQuery, WorkspaceGuard } from './guard.ts'

const db = new Kysely<Database>({
  dialect: {
    createAdapter: () => new PostgresAdapter(),
    createDriver: () => new DummyDriver(),
    createIntrospector: (some) => new PostgresIntrospector(some),
    createQueryCompiler: () => new PostgresQueryCompiler(),
  },
  plugins: [new WorkspaceGuard()],
})
const workspace = '00000000-0000-7000-8000-000000000001'

const refused: [string, () => Promise<unknown>][] = [
  ['a read of everything', () => db.selectFrom('events').selectAll().execute()],
  [
    'a read by id alone',
    () => db.selectFrom('events').selectAll().where('id', '=', workspace).execute(),
  ],
  [
    'an update by id alone',
    () => db.updateTable('files').set({ name: 'x' }).where('id', '=', workspace).execute(),
  ],
  ['a delete by id alone', () => db.deleteFrom('files').where('id', '=', workspace).execute()],
  [
    'a join that pins one side only',
    () =>
      db
        .selectFrom('events as e')
        .innerJoin('files as f', 'f.id', 'e.id')
        .select('e.id')
        .where('e.workspace_id', '=', workspace)
        .execute(),
  ],
  [
    'a sub-query that forgets',
    () =>
      db
        .selectFrom('events')
        .select('id')
        .where('workspace_id', '=', workspace)
        .where('id', 'in', (eb) => eb.selectFrom('files').select('id'))
        .execute(),
  ],
  [
    'a common table expression that forgets',
    () =>
      db
        .with('f', (eb) => eb.selectFrom('files').select('id'))
        .selectFrom('f')
        .selectAll()
        .execute(),
  ],
  [
    'raw SQL that does not speak of the workspace',
    () => sql`select * from events where id = ${workspace}`.execute(db),
  ],
]

const allowed: [string, () => Promise<unknown>][] = [
  [
    'a pinned read',
    () => db.selectFrom('events').selectAll().where('workspace_id', '=', workspace).execute(),
  ],
  [
    'a join pinned on both sides',
    () =>
      db
        .selectFrom('events as e')
        .innerJoin('files as f', (join) =>
          join.onRef('f.workspace_id', '=', 'e.workspace_id').onRef('f.id', '=', 'e.id'),
        )
        .select('e.id')
        .where('e.workspace_id', '=', workspace)
        .execute(),
  ],
  ['a global table', () => db.selectFrom('installation').selectAll().execute()],
  [
    'an insert with its workspace',
    () =>
      db.insertInto('outbox').values({ workspace_id: workspace, event_id: workspace }).execute(),
  ],
  [
    'raw SQL that pins',
    () => sql`select * from events where workspace_id = ${workspace}`.execute(db),
  ],
  [
    'a pinned common table expression',
    () =>
      db
        .with('f', (eb) =>
          eb.selectFrom('files').select('id').where('workspace_id', '=', workspace),
        )
        .selectFrom('f')
        .selectAll()
        .execute(),
  ],
  [
    'raw SQL put together from pieces, one of which pins',
    () =>
      sql`select * from (${sql`select * from events where workspace_id = ${workspace}`}) e`.execute(
        db,
      ),
  ],
  ['raw SQL without a table', () => sql`select extract(epoch from now()) for update`.execute(db)],
]

describe('the workspace guard', () => {
  it.each(refused)('refuses %s', async (_name, query) => {
    await expect(query()).rejects.toThrow(UnpinnedQuery)
  })
  it.each(allowed)('lets pass %s', async (_name, query) => {
    await expect(query()).resolves.toBeDefined()
  })
})
