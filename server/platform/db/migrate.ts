import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import pg from 'pg'
import { MigrationError } from './migration-error.ts'

const MIGRATIONS = fileURLToPath(new URL('../../migrations', import.meta.url))
const FILE_NAME = /^\d{4}_[a-z0-9-]+\.sql$/
const LOCK = 4814923601 // any number, the same in every process that migrates

export interface MigrateLog {
  info(fields: object, message: string): void
}

export interface MigrateOptions {
  log?: MigrateLog
  /** For tests of this file; otherwise server/migrations. */
  folder?: string
}

interface Migration {
  name: string
  sql: string
  sha256: string
}

/**
 * Brings a database to this version's schema: runs each new file of server/migrations in order, in
 * a transaction of its own. Several processes may call it at once. Returns the names it applied.
 */
export async function migrate(
  connectionString: string,
  options: MigrateOptions = {},
): Promise<string[]> {
  const migrations = migrationsIn(options.folder ?? MIGRATIONS)
  const client = new pg.Client({ connectionString })
  await client.connect()
  try {
    await client.query('select pg_advisory_lock($1)', [LOCK])
    const applied = await appliedTo(client)
    const pending = pendingOf(migrations, applied)
    for (const migration of pending) {
      await apply(client, migration)
      options.log?.info({ migration: migration.name }, 'migration applied')
    }
    return pending.map(({ name }) => name)
  } finally {
    await client.end() // also gives the lock back
  }
}

function migrationsIn(folder: string): Migration[] {
  const names = readdirSync(folder)
    .filter((name) => name.endsWith('.sql'))
    .sort()
  return names.map((name, index) => {
    const isTwice = names[index - 1]?.slice(0, 4) === name.slice(0, 4)
    if (!FILE_NAME.test(name) || isTwice) {
      throw new MigrationError(
        'migration_misnamed',
        `${name}: a migration is named like 0007_add-goals.sql, each number once`,
      )
    }
    const sql = readFileSync(join(folder, name), 'utf8').replaceAll('\r\n', '\n')
    return { name, sql, sha256: createHash('sha256').update(sql).digest('hex') }
  })
}

async function appliedTo(client: pg.Client): Promise<Map<string, string>> {
  await client.query(`create table if not exists schema_migrations (
    name text primary key,
    sha256 text not null,
    applied_at timestamptz not null default now()
  )`)
  const { rows } = await client.query<{ name: string; sha256: string }>(
    'select name, sha256 from schema_migrations',
  )
  return new Map(rows.map(({ name, sha256 }) => [name, sha256]))
}

function pendingOf(migrations: Migration[], applied: Map<string, string>): Migration[] {
  const known = new Set(migrations.map(({ name }) => name))
  const unknown = [...applied.keys()].filter((name) => !known.has(name))
  if (unknown.length > 0) {
    throw new MigrationError(
      'database_newer',
      `The database was made by a newer version of Huiyin (it has ${unknown.join(', ')}).`,
    )
  }
  return migrations.filter(({ name, sha256 }) => {
    const before = applied.get(name)
    if (before !== undefined && before !== sha256) {
      throw new MigrationError(
        'migration_changed',
        `${name} was changed after it had been applied: put back the file as it was, and change the database by a new migration.`,
      )
    }
    return before === undefined
  })
}

async function apply(client: pg.Client, { name, sql, sha256 }: Migration): Promise<void> {
  try {
    await client.query('begin')
    await client.query(sql)
    await client.query('insert into schema_migrations (name, sha256) values ($1, $2)', [
      name,
      sha256,
    ])
    await client.query('commit')
  } catch (cause) {
    await client.query('rollback').catch(() => {}) // the first error is the one that tells
    throw new MigrationError('migration_failed', `${name}: ${(cause as Error).message}`, cause)
  }
}
