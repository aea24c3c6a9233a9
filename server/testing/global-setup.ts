import { randomBytes } from 'node:crypto'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import { startEmbedded } from '../platform/db/embedded.ts'
import { migrate } from '../platform/db/migrate.ts'
import { ADMIN_URL_VARIABLE, TEMPLATE_VARIABLE, urlFor } from './database.ts'

/**
 * Gives the tests a PostgreSQL server with one migrated template database: the one DATABASE_URL
 * names, or an embedded one of their own. Everything made here is removed afterwards.
 */
export default async function setup(): Promise<() => Promise<void>> {
  const server = process.env.DATABASE_URL
    ? { adminUrl: process.env.DATABASE_URL, stop: async () => {} }
    : await ownServer()
  const template = `huiyin_test_${randomBytes(4).toString('hex')}`
  process.env[ADMIN_URL_VARIABLE] = server.adminUrl
  process.env[TEMPLATE_VARIABLE] = template
  // Whoever reads DATABASE_URL in a test would touch a real database: tests ask testDatabase().
  delete process.env.DATABASE_URL
  try {
    await run(server.adminUrl, `create database ${template} template template0 encoding 'UTF8'`)
    await migrate(urlFor(server.adminUrl, template))
  } catch (error) {
    await server.stop()
    throw error
  }
  return async () => {
    await dropAll(server.adminUrl, template)
    await server.stop()
  }
}

async function ownServer() {
  const dataDir = await mkdtemp(join(process.env.HUIYIN_TEST_FOLDER ?? tmpdir(), 'huiyin-test-'))
  const remove = () => rm(dataDir, { recursive: true, force: true })
  try {
    const database = await startEmbedded({ dataDir, durability: 'none' })
    const stop = () => database.stop().then(remove)
    return { adminUrl: urlFor(database.url, 'postgres'), stop }
  } catch (error) {
    await remove()
    throw error
  }
}

/** The template, and the copies of test files that did not get to drop theirs. */
async function dropAll(adminUrl: string, template: string): Promise<void> {
  const { rows } = await run(adminUrl, 'select datname from pg_database where datname like $1', [
    `${template}%`,
  ])
  for (const { datname } of rows) {
    await run(adminUrl, `drop database if exists ${datname} with (force)`)
  }
}

async function run(connectionString: string, statement: string, values: string[] = []) {
  const client = new pg.Client({ connectionString })
  await client.connect()
  try {
    return await client.query<{ datname: string }>(statement, values)
  } finally {
    await client.end()
  }
}
