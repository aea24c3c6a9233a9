/** Kill -9 during intake, again and again; then the database goes away and comes back. Nothing acknowledged is lost. */
import { type ChildProcess, fork } from 'node:child_process'
import { randomUUID } from 'node:crypto'
import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Client, client } from '../contract/client.ts'
import { readPortal, submitFeedback } from '../contract/feedback.ts'
import { setUp } from '../contract/workspaces.ts'

const kills = Number(process.env.KILLS ?? 4)
const customers = 12
const port = 20_000 + (process.pid % 20_000)

let dataDir: string
let service: ChildProcess
let slug: string
/** Receipts that customers hold: submission key → number. */
const receipts = new Map<string, number>()

const portal = (): Client =>
  client({ base: `http://127.0.0.1:${port}`, headers: () => ({ 'x-requested-with': 'huiyin' }) })

async function start(): Promise<void> {
  service = fork(join(import.meta.dirname, '../server/testing/bare-process.ts'), {
    execArgv: ['--disable-warning=ExperimentalWarning'],
    env: {
      ...process.env,
      DATA_DIR: dataDir,
      DATABASE_URL: '',
      PORT: String(port),
      HOST: '127.0.0.1',
      LOG_LEVEL: 'silent',
      RATE_LIMITS: 'off',
    },
  })
  await new Promise<void>((resolve, reject) => {
    service.once('message', () => resolve())
    service.once('exit', (code) => reject(new Error(`the service ended with ${code}`)))
  })
}

async function kill(): Promise<void> {
  const gone = new Promise((resolve) => service.once('exit', resolve))
  service.kill('SIGKILL')
  await gone
}

/** Submits until told to stop; a submission without an answer is tried again under its key, as a phone would. */
async function insist(until: () => boolean): Promise<void> {
  while (!until()) {
    const submissionKey = randomUUID()
    for (;;) {
      try {
        const receipt = await portal()(submitFeedback, {
          params: { workspace: slug },
          body: { entry: 'feedback', text: '页面一直转圈打不开', submissionKey },
        })
        receipts.set(submissionKey, receipt.number)
        break
      } catch (error) {
        const { status } = error as { status?: number }
        if (status !== 0 && status !== 503) throw error
        await new Promise((resolve) => setTimeout(resolve, 30))
        if (until()) break
      }
    }
  }
}

async function database(): Promise<pg.Client> {
  const { url } = JSON.parse(await readFile(join(dataDir, 'postgres.json'), 'utf8')) as {
    url: string
  }
  const connected = new pg.Client({ connectionString: url })
  connected.on('error', () => {})
  await connected.connect()
  return connected
}

async function quiet(db: pg.Client): Promise<void> {
  for (let i = 0; i < 600; i++) {
    const { rows } = await db.query(
      `select (select count(*) from outbox) + (select count(*) from jobs.job where name in ('reactions', 'long-reactions') and state in ('created', 'retry', 'active')) as n`,
    )
    if (Number(rows[0].n) === 0) return
    await new Promise((resolve) => setTimeout(resolve, 200))
  }
  throw new Error('reactions did not come to an end')
}

beforeAll(async () => {
  dataDir = await mkdtemp(join(tmpdir(), 'huiyin-lost-'))
  await start()
  slug = (
    await portal()(setUp, {
      body: {
        workspaceName: '蓝鲸',
        business: 'store',
        ownerName: '林岸',
        email: 'lin@whale.example',
        password: 'three whales in a bath',
      },
    })
  ).workspace
  await portal()(readPortal, { params: { workspace: slug } })
}, 60_000)

afterAll(async () => {
  const gone = new Promise((resolve) => service.once('exit', resolve))
  service.kill('SIGTERM')
  await gone
  await rm(dataDir, { recursive: true, force: true })
}, 30_000)

describe('nothing is lost', () => {
  it(
    `${kills} times kill -9 under load: every receipt has its feedback once, with its case, reading and count once`,
    async () => {
      let over = false
      const load = Promise.all(Array.from({ length: customers }, () => insist(() => over)))
      for (let i = 0; i < kills; i++) {
        await new Promise((resolve) => setTimeout(resolve, 400 + Math.random() * 800))
        await kill()
        await start()
      }
      await new Promise((resolve) => setTimeout(resolve, 500))
      over = true
      await load
      await expectAllAccountedFor()
    },
    60_000 + kills * 15_000,
  )

  it('a database that restarts under load: requests wait or say 503, and the service recovers by itself', async () => {
    let over = false
    const before = receipts.size
    const load = Promise.all(Array.from({ length: customers }, () => insist(() => over)))
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
    await expectAllAccountedFor()
  }, 120_000)
})

async function expectAllAccountedFor(): Promise<void> {
  const db = await database()
  await quiet(db)
  const { rows } = await db.query<{
    submission_key: string
    number: string
    cases: string
    readings: string
    opened: string
  }>(
    `select f.submission_key, f.number,
       (select count(*) from cases c where c.workspace_id = f.workspace_id and c.feedback_id = f.id) as cases,
       (select count(*) from readings r where r.workspace_id = f.workspace_id and r.feedback_id = f.id) as readings,
       (select count(*) from events e where e.workspace_id = f.workspace_id and e.type = 'case.opened' and e.data ->> 'feedbackId' = f.id::text) as opened
     from feedback f`,
  )
  const found = new Map<string, number[]>()
  for (const { submission_key, number } of rows) {
    const key = submission_key.split(':').at(-1) as string
    found.set(key, [...(found.get(key) ?? []), Number(number)])
  }
  expect(receipts.size).toBeGreaterThan(0)
  for (const [key, number] of receipts) expect(found.get(key)).toEqual([number])
  expect(new Set(rows.map(({ number }) => number)).size).toBe(rows.length)
  expect(
    rows.filter(
      ({ cases, readings, opened }) => cases !== '1' || readings !== '1' || opened !== '1',
    ),
  ).toEqual([])
  const counted = await db.query('select coalesce(sum(cases), 0) as n from daily_cases')
  expect(Number(counted.rows[0].n)).toBe(rows.length)
  const dead = await db.query(`select count(*) as n from jobs.job where name = 'dead'`)
  expect(Number(dead.rows[0].n)).toBe(0)
  await db.end()
}
