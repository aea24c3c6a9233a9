/** Kill -9 during intake, again and again; then the database goes away and comes back. Nothing acknowledged is lost. */
import type { ChildProcess } from 'node:child_process'
import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type pg from 'pg'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { readPortal } from '../contract/feedback.ts'
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

const kills = Number(process.env.KILLS ?? 4)
const customers = 12
const port = 20_000 + (process.pid % 20_000)
const address = `http://127.0.0.1:${port}`

let dataDir: string
let service: ChildProcess | undefined
let slug: string
const receipts: Receipts = new Map()

async function start(): Promise<void> {
  service = (await startService({ DATA_DIR: dataDir, PORT: String(port) })).process
}

async function database(): Promise<pg.Client> {
  const connection = await readFile(join(dataDir, 'postgres.json'), 'utf8')
  return connect((JSON.parse(connection) as { url: string }).url)
}

function crowd(until: () => boolean): Promise<unknown> {
  const customer = () => insist(anyone(address), slug, receipts, until)
  return Promise.all(Array.from({ length: customers }, customer))
}

async function everyReceiptHolds(): Promise<void> {
  const db = await database()
  await expectAllAccountedFor(db, receipts)
  await db.end()
}

beforeAll(async () => {
  dataDir = await mkdtemp(join(tmpdir(), 'huiyin-lost-'))
  await start()
  slug = await aShop(address)
  await anyone(address)(readPortal, { params: { workspace: slug } })
})

afterAll(async () => {
  await stopService(service, 'SIGTERM')
  await rm(dataDir, { recursive: true, force: true })
})

describe('nothing is lost', () => {
  it(
    `${kills} times kill -9 under load: every receipt has its feedback once, with its case, reading and count once`,
    async () => {
      let over = false
      const load = crowd(() => over)
      for (let i = 0; i < kills; i++) {
        await new Promise((resolve) => setTimeout(resolve, 400 + Math.random() * 800))
        await stopService(service, 'SIGKILL')
        await start()
      }
      await new Promise((resolve) => setTimeout(resolve, 500))
      over = true
      await load
      await everyReceiptHolds()
    },
    60_000 + kills * 15_000,
  )

  it('a database that restarts under load: requests wait or say 503, and the service recovers by itself', async () => {
    let over = false
    const before = receipts.size
    const load = crowd(() => over)
    for (let i = 0; i < 3; i++) {
      await new Promise((resolve) => setTimeout(resolve, 400))
      const db = await database()
      await db.query(
        'select pg_terminate_backend(pid) from pg_stat_activity where pid <> pg_backend_pid() and backend_type = $1',
        ['client backend'],
      )
      await db.end()
    }
    await new Promise((resolve) => setTimeout(resolve, 1500))
    over = true
    await load
    expect(receipts.size).toBeGreaterThan(before)
    await everyReceiptHolds()
  }, 120_000)
})
