import { spawn } from 'node:child_process'
import { join } from 'node:path'
import pg from 'pg'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type TestDatabase, testDatabase } from '../testing/database.ts'

let database: TestDatabase
beforeAll(async () => {
  database = await testDatabase()
})
afterAll(() => database.drop())

test('a changed migration is told to the operator in one sentence, without a trace', async () => {
  const client = new pg.Client({ connectionString: database.url })
  await client.connect()
  const { rows } = await client.query<{ name: string }>(
    `update schema_migrations set sha256 = 'another' where name like '0001%' returning name`,
  )
  await client.end()
  expect(await migrate()).toEqual({
    code: 1,
    said: `${rows[0]?.name} was changed after it had been applied: put back the file as it was, and change the database by a new migration.\n`,
  })
})

function migrate(): Promise<{ code: number | null; said: string }> {
  const child = spawn(process.execPath, [join(import.meta.dirname, '../main.ts'), 'migrate'], {
    stdio: ['ignore', 'ignore', 'pipe'],
    env: {
      ...process.env,
      DATABASE_URL: database.url,
      NODE_OPTIONS: '--disable-warning=ExperimentalWarning',
    },
  })
  let said = ''
  child.stderr.on('data', (data) => {
    said += data
  })
  return new Promise((resolve) => child.on('close', (code) => resolve({ code, said })))
}
