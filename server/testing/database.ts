import { randomBytes } from 'node:crypto'
import pg from 'pg'

/** Set by global-setup.ts for every test process. */
export const ADMIN_URL_VARIABLE = 'HUIYIN_TEST_ADMIN_URL'
export const TEMPLATE_VARIABLE = 'HUIYIN_TEST_TEMPLATE'

export interface TestDatabase {
  url: string
  drop(): Promise<void>
}

/** A database of its own for one test file: a copy of the migrated template. Drop it afterwards. */
export async function testDatabase(): Promise<TestDatabase> {
  const template = variable(TEMPLATE_VARIABLE)
  const name = `${template}_${randomBytes(5).toString('hex')}`
  await asAdmin(`create database ${name} template ${template}`)
  return {
    url: urlFor(variable(ADMIN_URL_VARIABLE), name),
    drop: () => asAdmin(`drop database if exists ${name} with (force)`),
  }
}

/** The same server and login, another database. */
export function urlFor(url: string, database: string): string {
  const other = new URL(url)
  other.pathname = `/${database}`
  return other.href
}

async function asAdmin(statement: string): Promise<void> {
  const client = new pg.Client({ connectionString: variable(ADMIN_URL_VARIABLE) })
  await client.connect()
  try {
    await client.query(statement)
  } finally {
    await client.end()
  }
}

function variable(name: string): string {
  const value = process.env[name]
  if (value) return value
  throw new Error(`${name} is not set: run tests with "npm test", which starts a database`)
}
