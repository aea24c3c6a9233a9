import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type TestDatabase, testDatabase } from '../../testing/database.ts'
import { migrate } from './migrate.ts'

let database: TestDatabase
let folder: string

beforeAll(async () => {
  database = await testDatabase()
  folder = await mkdtemp(join(tmpdir(), 'huiyin-migrations-'))
  await query('drop schema public cascade; create schema public')
})

afterAll(async () => {
  await database.drop()
  await rm(folder, { recursive: true })
})

test('new files run once, in order, also when two processes start together', async () => {
  await write('0002_add-colour.sql', 'alter table thing add colour text')
  await write('0001_things.sql', 'create table thing (id int)')
  const both = await Promise.all([run(), run()])
  expect(both.flat()).toEqual(['0001_things.sql', '0002_add-colour.sql'])
  expect(await run()).toEqual([])
})

test('a file that fails leaves nothing behind', async () => {
  await write('0003_half.sql', 'create table half (id int); select 1/0')
  await expect(run()).rejects.toMatchObject({ code: 'migration_failed' })
  expect(await query(`select to_regclass('half') as half`)).toEqual([{ half: null }])
  await rm(join(folder, '0003_half.sql'))
})

test('an applied file must not change', async () => {
  await write('0001_things.sql', 'create table thing (id bigint)')
  await expect(run()).rejects.toMatchObject({ code: 'migration_changed' })
  await write('0001_things.sql', 'create table thing (id int)')
})

test('an older version refuses a newer database', async () => {
  await rm(join(folder, '0002_add-colour.sql'))
  await expect(run()).rejects.toMatchObject({ code: 'database_newer' })
})

test('a number used twice is refused', async () => {
  await write('0001_other.sql', 'select 1')
  await expect(run()).rejects.toMatchObject({ code: 'migration_misnamed' })
})

function run() {
  return migrate(database.url, { folder })
}

function write(name: string, sql: string) {
  return writeFile(join(folder, name), sql)
}

async function query(sql: string) {
  const client = new pg.Client({ connectionString: database.url })
  await client.connect()
  try {
    return (await client.query(sql)).rows
  } finally {
    await client.end()
  }
}
