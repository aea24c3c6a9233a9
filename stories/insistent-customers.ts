/** Customers who submit until they hold a receipt, and what must be there for every receipt. */
import { type ChildProcess, fork } from 'node:child_process'
import { randomUUID } from 'node:crypto'
import { join } from 'node:path'
import pg from 'pg'
import { expect } from 'vitest'
import { type Client, client } from '../contract/client.ts'
import { submitFeedback } from '../contract/feedback.ts'
import { setUp } from '../contract/workspaces.ts'

/** Receipts that customers hold: submission key → number. */
export type Receipts = Map<string, number>

/** The product as a process of its own. Resolves with where it answers. */
export async function startService(
  more: NodeJS.ProcessEnv,
): Promise<{ process: ChildProcess; address: string }> {
  const service = fork(join(import.meta.dirname, '../server/testing/bare-process.ts'), {
    execArgv: ['--disable-warning=ExperimentalWarning'],
    env: {
      ...process.env,
      DATABASE_URL: '',
      HOST: '127.0.0.1',
      LOG_LEVEL: 'silent',
      RATE_LIMITS: 'off',
      ...more,
    },
  })
  return new Promise((resolve, reject) => {
    service.once('message', ({ address }: { address: string }) =>
      resolve({ process: service, address: address.replace('localhost', '127.0.0.1') }),
    )
    service.once('exit', (code) => reject(new Error(`the service ended with ${code}`)))
  })
}

export async function stopService(
  service: ChildProcess | undefined,
  signal: NodeJS.Signals,
): Promise<void> {
  if (!service || service.exitCode !== null || service.signalCode !== null) return
  const gone = new Promise((resolve) => service.once('exit', resolve))
  service.kill(signal)
  await gone
}

export function anyone(address: string): Client {
  return client({ base: address, headers: () => ({ 'x-requested-with': 'huiyin' }) })
}

/** A first workspace; answers with its name in addresses. */
export async function aShop(address: string): Promise<string> {
  const { workspace } = await anyone(address)(setUp, {
    body: {
      workspaceName: '蓝鲸',
      business: 'store',
      ownerName: '林岸',
      email: 'lin@whale.example',
      password: 'three whales in a bath',
    },
  })
  return workspace
}

/** Submits until told to stop; a submission without an answer is tried again under its key, as a phone would. */
export async function insist(
  call: Client,
  slug: string,
  receipts: Receipts,
  until: () => boolean,
): Promise<void> {
  while (!until()) {
    const submissionKey = randomUUID()
    for (;;) {
      try {
        const receipt = await call(submitFeedback, {
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

export async function connect(url: string): Promise<pg.Client> {
  const connected = new pg.Client({ connectionString: url })
  connected.on('error', () => {})
  await connected.connect()
  return connected
}

/** Every receipt has its feedback once, with its case, reading and count once; waits until all reactions ran. */
export async function expectAllAccountedFor(db: pg.Client, receipts: Receipts): Promise<void> {
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
