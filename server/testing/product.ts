/** Boots the product for a test file: its own database, a clock that tests move, mail that tests read. */
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { FastifyInstance } from 'fastify'
import { type Client, client } from '../../contract/client.ts'
import { buildApp } from '../app.ts'
import { journey } from '../journey.ts'
import type { AiLimits } from '../platform/ai/language-model.ts'
import { readConfig } from '../platform/config.ts'
import type { Actor, Ctx } from '../platform/ctx.ts'
import { makeLog } from '../platform/log.ts'
import type { Mail, Mailer } from '../platform/mail/mailer.ts'
import { openPlatform, type Platform } from '../platform/platform.ts'
import { testDatabase } from './database.ts'
import { memoryJobs } from './memory-jobs.ts'

export interface Product {
  platform: Platform
  app: FastifyInstance
  /** Mails sent so far. */
  outbox: Mail[]
  /** Moves the clock. */
  pass(ms: number): void
  setNow(at: Date): void
  /** A typed client; headers say who calls. */
  as(headers?: Record<string, string>): Client
  ctx(workspaceId: string, actor?: Actor): Ctx
  /** Relays events and runs reactions until nothing is left to do; throws what a reaction threw. */
  drain(): Promise<void>
  close(): Promise<void>
}

export interface ProductOptions {
  now?: Date
  /** False: as when no SMTP server is configured. A mailer: sends through it instead of keeping. */
  mail?: boolean | Mailer
  rateLimits?: boolean
  /** The address of a language model (testing/fake-model.ts); none unless said. */
  ai?: string
  aiLimits?: Partial<AiLimits>
}

/** Friday 2026-03-06, 10:00 in Shanghai: a working day. */
export const aFriday = new Date('2026-03-06T02:00:00Z')

export async function bootProduct(options: ProductOptions = {}): Promise<Product> {
  const database = await testDatabase()
  const dataDir = await mkdtemp(join(tmpdir(), 'huiyin-test-'))
  let now = options.now ?? aFriday
  const outbox: Mail[] = []
  const mailer: Mailer = { send: async (mail) => void outbox.push(mail) }
  const jobs = memoryJobs()
  const platform = await openPlatform({
    config: {
      ...readConfig({
        NODE_ENV: 'test',
        DATA_DIR: dataDir,
        POOL_SIZE: '5',
        LOG_LEVEL: process.env.LOG_LEVEL ?? 'silent',
        ...(options.ai
          ? { AI_BASE_URL: options.ai, AI_API_KEY: 'a-key', AI_MODEL: 'fake-model' }
          : {}),
      }),
      rateLimits: options.rateLimits ?? false,
    },
    databaseUrl: database.url,
    log: makeLog(process.env.LOG_LEVEL ?? 'silent'),
    journey,
    works: false,
    now: () => now,
    mail: mailOf(options.mail, mailer),
    ...(options.aiLimits ? { aiLimits: options.aiLimits } : {}),
    jobs,
  })
  const app = await buildApp(platform)
  await app.ready()

  return {
    platform,
    app,
    outbox,
    pass: (ms) => {
      now = new Date(now.getTime() + ms)
    },
    setNow: (at) => {
      now = at
    },
    as: (headers = {}) =>
      client({
        base: 'http://huiyin.test',
        headers: () => ({ 'x-requested-with': 'huiyin', ...headers }),
        fetch: injected(app),
      }),
    ctx: platform.ctx,
    async drain() {
      do await platform.relay.drain()
      while ((await jobs.runAll((job) => platform.runJob(job))) > 0)
    },
    async close() {
      await app.close()
      await platform.close()
      await database.drop()
      await rm(dataDir, { recursive: true, force: true })
    },
  }
}

function mailOf(wanted: ProductOptions['mail'], kept: Mailer): Mailer | null {
  if (wanted === false) return null
  return typeof wanted === 'object' ? wanted : kept
}

/** `fetch` that goes straight into Fastify, without a port. */
function injected(app: FastifyInstance): typeof fetch {
  return async (url, init = {}) => {
    const request = new Request(url as string, { ...init, credentials: undefined } as RequestInit)
    const response = await app.inject({
      method: request.method as 'GET',
      url: String(url).replace('http://huiyin.test', ''),
      headers: Object.fromEntries(request.headers),
      ...(request.body ? { payload: Buffer.from(await request.arrayBuffer()) } : {}),
    })
    const headers = Object.entries(response.headers).flatMap(([name, value]) =>
      [value].flat().map((one) => [name, String(one)] as [string, string]),
    )
    const empty = [204, 304].includes(response.statusCode)
    return new Response(empty ? null : new Uint8Array(response.rawPayload), {
      status: response.statusCode,
      headers,
    })
  }
}
