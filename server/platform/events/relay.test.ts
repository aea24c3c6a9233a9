import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { eventTypes } from '../../../contract/events.ts'
import { type TestDatabase, testDatabase } from '../../testing/database.ts'
import { memoryJobs } from '../../testing/memory-jobs.ts'
import { readConfig } from '../config.ts'
import { newId } from '../ids.ts'
import { makeLog } from '../log.ts'
import { openPlatform, type Platform } from '../platform.ts'
import { type Journey, reaction } from './reactions.ts'
import { jobsFor } from './relay.ts'

const ran: string[][] = []
let failFor: string | null = null

const note = reaction<'member.joined'>({
  name: 'test.note',
  batch: 3,
  async run(_ctx, events) {
    if (events.some(({ data }) => data.memberId === failFor)) throw new Error('bad event')
    ran.push(events.map(({ data }) => data.memberId))
  },
})

const journey = {
  ...(Object.fromEntries(eventTypes.map((type) => [type, []])) as Partial<Journey> as Journey),
  'member.joined': [note],
} satisfies Journey

let database: TestDatabase
let platform: Platform
const jobs = memoryJobs()
const workspaceId = newId()

beforeAll(async () => {
  database = await testDatabase()
  platform = await openPlatform({
    config: readConfig({ NODE_ENV: 'test', DATA_DIR: '/tmp' }),
    databaseUrl: database.url,
    log: makeLog('silent'),
    journey,
    works: false,
    jobs,
    mail: null,
  })
})
afterAll(async () => {
  await platform.close()
  await database.drop()
})

async function join(count: number): Promise<string[]> {
  const members = Array.from({ length: count }, () => newId())
  await platform.ctx(workspaceId).write(async (tx) => {
    for (const memberId of members) tx.record('member.joined', { memberId })
  })
  return members
}

async function work(): Promise<void> {
  await platform.relay.drain()
  await jobs.runAll(platform.runJob)
}

describe('events and their reactions', () => {
  it('hands every event to its reaction once, in batches', async () => {
    ran.length = 0
    const members = await join(7)
    await work()
    await work()
    expect(ran.map((batch) => batch.length)).toEqual([3, 3, 1])
    expect(ran.flat()).toEqual(members)
  })

  it('a change that is rolled back states no fact', async () => {
    ran.length = 0
    const failing = platform.ctx(workspaceId).write(async (tx) => {
      tx.record('member.joined', { memberId: newId() })
      throw new Error('no')
    })
    await expect(failing).rejects.toThrow('no')
    await work()
    expect(ran).toEqual([])
  })

  it('two relays at once never make a job twice', async () => {
    ran.length = 0
    const members = await join(50)
    await Promise.all([platform.relay.drain(), platform.relay.drain(), platform.relay.drain()])
    await jobs.runAll(platform.runJob)
    expect(ran.flat().sort()).toEqual([...members].sort())
  })

  it('one bad event does not hold up its batch, and the job fails to be tried again', async () => {
    ran.length = 0
    const [good, bad, fine] = (await join(3)) as [string, string, string]
    failFor = bad
    await expect(work()).rejects.toThrow('1 of 3')
    expect(ran.flat().sort()).toEqual([good, fine].sort())
    failFor = null
  })

  it('batches never cross workspaces', () => {
    const events = [1, 2, 3, 4].map((n) => ({
      workspace_id: n % 2 ? 'a' : 'b',
      id: String(n),
      type: 'member.joined' as const,
    }))
    expect(jobsFor(events, journey).map(({ data }) => [data.workspaceId, data.eventIds])).toEqual([
      ['a', ['1', '3']],
      ['b', ['2', '4']],
    ])
  })
})
