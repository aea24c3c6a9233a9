/** An operator's own PostgreSQL is restarted under load, in order and at once: the service goes on by itself. */
import type { ChildProcess } from 'node:child_process'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { type EmbeddedDatabase, startEmbedded } from '../server/platform/db/embedded.ts'
import {
  anyone,
  aShop,
  connect,
  expectAllAccountedFor,
  insist,
  type Receipts,
  startService,
  stopService,
} from './insistent-customers.ts'

const customers = 6
const betweenMs = 1000

let folder: string
let database: EmbeddedDatabase
let service: ChildProcess | undefined
let address: string
let slug: string

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'huiyin-restarts-'))
  database = await startDatabase()
  const started = await startService({
    DATABASE_URL: database.url,
    DATA_DIR: join(folder, 'service'),
    PORT: '0',
  })
  service = started.process
  address = started.address
  slug = await aShop(address)
})

afterAll(async () => {
  await stopService(service, 'SIGTERM')
  await database.stop()
  await rm(folder, { recursive: true, force: true })
})

const startDatabase = () => startEmbedded({ dataDir: join(folder, 'database') })

/** As `pg_ctl restart -m fast` and `-m immediate` do. */
async function restart(running: EmbeddedDatabase, signal: 'SIGINT' | 'SIGQUIT') {
  process.kill(running.pid, signal)
  await running.lost
  await running.stop()
  const next = await startDatabase()
  expect(next.url).toBe(running.url)
  return next
}

it('restarted fast and at once: every receipt is there once, and the service was never started anew', async () => {
  const receipts: Receipts = new Map()
  let over = false
  const load = Promise.all(
    Array.from({ length: customers }, () => insist(anyone(address), slug, receipts, () => over)),
  )
  for (const signal of ['SIGINT', 'SIGQUIT'] as const) {
    await new Promise((resolve) => setTimeout(resolve, betweenMs))
    database = await restart(database, signal)
    const before = receipts.size
    await expect
      .poll(async () => (await fetch(`${address}/readyz`)).status, { timeout: 10_000 })
      .toBe(200)
    await expect.poll(() => receipts.size, { timeout: 10_000 }).toBeGreaterThan(before)
  }
  await new Promise((resolve) => setTimeout(resolve, betweenMs))
  over = true
  await load
  expect(service?.exitCode).toBeNull()
  const db = await connect(database.url)
  await expectAllAccountedFor(db, receipts)
  await db.end()
})
