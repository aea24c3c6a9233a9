import { describe, expect, test } from 'vitest'
import { CallError } from '../../contract/client.ts'
import type { Receipt } from '../../contract/feedback.ts'
import type { SubmissionBody } from '../submit/submission.ts'
import {
  createQueue,
  type QueuedEvidence,
  type QueuedSubmission,
  type QueueStore,
} from './queue.ts'

const refusal = (status: number, code: string) =>
  new CallError(status, { type: 'about:blank', status, code })
const deadNetwork = refusal(0, 'network')

const aPhoto = (name = '截图.png'): QueuedEvidence => ({
  name,
  blob: new Blob([name]),
  ticket: null,
})
const waitingSince = (minute: number, evidence: QueuedEvidence[] = []): QueuedSubmission => ({
  submissionKey: `key-${minute}`,
  workspace: 'qinghe',
  queuedAt: `2026-11-21T03:0${minute}:00.000Z`,
  body: { submissionKey: `key-${minute}`, entry: 'complaint', text: `第 ${minute} 条` },
  evidence,
  refusedCode: null,
})

function inMemoryStore(): QueueStore {
  const shelf = new Map<string, QueuedSubmission>()
  return {
    all: async () => [...shelf.values()].map((one) => structuredClone(one)),
    put: async (one) => void shelf.set(one.submissionKey, structuredClone(one)),
    drop: async (key) => void shelf.delete(key),
  }
}

/** A server that can be told to fail, and remembers what it was sent. */
function aQueue() {
  const world = {
    submitted: [] as SubmissionBody[],
    uploaded: [] as string[],
    sent: [] as number[],
    onUpload: (): void => {},
    onSubmit: (_body: SubmissionBody): void => {},
  }
  const store = inMemoryStore()
  const queue = createQueue({
    store,
    async upload(_workspace, _blob, name) {
      world.onUpload()
      world.uploaded.push(name)
      return { ticket: `ticket ${world.uploaded.length} of ${name}` }
    },
    async submit(_workspace, body) {
      world.onSubmit(body)
      world.submitted.push(body)
      return { number: 1040 + world.submitted.length } as Receipt
    },
    onSent: ({ number }) => void world.sent.push(number),
    onChange: () => {},
  })
  return { queue, world, store }
}

describe('submissions that a dead network kept', () => {
  test('are sent in the order in which they were written, each with its own key', async () => {
    const { queue, world } = aQueue()
    await queue.add(waitingSince(2))
    await queue.add(waitingSince(1))
    await queue.sendAll()
    expect(world.submitted.map(({ submissionKey }) => submissionKey)).toEqual(['key-1', 'key-2'])
    expect(world.sent).toEqual([1041, 1042])
    expect(await queue.list('qinghe')).toEqual([])
  })

  test('wait on while the network stays dead, and lose nothing', async () => {
    const { queue, world } = aQueue()
    world.onSubmit = () => {
      throw deadNetwork
    }
    await queue.add(waitingSince(1))
    await queue.add(waitingSince(2))
    await queue.sendAll()
    expect(world.sent).toEqual([])
    expect(await queue.list('qinghe')).toMatchObject([{ refusedCode: null }, { refusedCode: null }])
  })

  test.each([
    [500, 'internal'],
    [503, 'unavailable'],
    [429, 'too_many'],
  ])('also wait when the server answers %i', async (status, code) => {
    const { queue, world } = aQueue()
    world.onSubmit = () => {
      throw refusal(status, code)
    }
    await queue.add(waitingSince(1))
    await queue.sendAll()
    expect(await queue.list('qinghe')).toMatchObject([{ refusedCode: null }])
  })

  test('go with their evidence, whose upload is not repeated when the connection breaks again', async () => {
    const { queue, world } = aQueue()
    world.onSubmit = () => {
      throw deadNetwork
    }
    await queue.add(waitingSince(1, [aPhoto('一.png'), aPhoto('二.png')]))
    await queue.sendAll()
    world.onSubmit = () => {}
    await queue.sendAll()
    expect(world.uploaded).toEqual(['一.png', '二.png'])
    expect(world.submitted).toHaveLength(1)
    expect(world.submitted[0]?.evidence).toEqual(['ticket 1 of 一.png', 'ticket 2 of 二.png'])
  })

  test('upload again what the server has forgotten meanwhile', async () => {
    const { queue, world } = aQueue()
    world.onSubmit = ({ evidence }) => {
      if (evidence?.[0] === 'an old ticket') throw refusal(400, 'evidence_unknown')
    }
    await queue.add(waitingSince(1, [{ ...aPhoto('一.png'), ticket: 'an old ticket' }]))
    await queue.sendAll()
    expect(world.submitted[0]?.evidence).toEqual(['ticket 1 of 一.png'])
  })

  test('are kept for a person when refused for good; the next one is sent all the same', async () => {
    const { queue, world } = aQueue()
    world.onSubmit = ({ submissionKey }) => {
      if (submissionKey === 'key-1') throw refusal(400, 'category_unknown')
    }
    await queue.add(waitingSince(1))
    await queue.add(waitingSince(2))
    await queue.sendAll()
    expect(world.submitted.map(({ submissionKey }) => submissionKey)).toEqual(['key-2'])
    expect(await queue.list('qinghe')).toMatchObject([
      { submissionKey: 'key-1', refusedCode: 'category_unknown' },
    ])
    await queue.sendAll()
    expect(world.submitted).toHaveLength(1)
  })

  test('whose key was used for other words arrive whole under one of their own, remembered across a dead network', async () => {
    const { queue, world } = aQueue()
    const isFresh = ({ submissionKey }: SubmissionBody) => submissionKey !== 'key-1'
    world.onSubmit = (body) => {
      throw isFresh(body) ? deadNetwork : refusal(409, 'idempotency_key_reused')
    }
    await queue.add(waitingSince(1, [aPhoto()]))
    await queue.sendAll()
    const [waiting] = await queue.list('qinghe')
    expect(waiting).toMatchObject({ submissionKey: 'key-1', refusedCode: null })
    world.onSubmit = (body) => {
      if (!isFresh(body)) throw refusal(409, 'idempotency_key_reused')
    }
    await queue.sendAll()
    expect(world.submitted).toEqual([{ ...waiting?.body, evidence: ['ticket 1 of 截图.png'] }])
    expect(world.submitted[0]).toMatchObject({ entry: 'complaint', text: '第 1 条' })
    expect(await queue.list('qinghe')).toEqual([])
  })

  test('are sent once when the phone reports the network twice', async () => {
    const { queue, world } = aQueue()
    await queue.add(waitingSince(1))
    await Promise.all([queue.sendAll(), queue.sendAll()])
    expect(world.submitted).toHaveLength(1)
  })

  test('belong to their workspace and can be removed', async () => {
    const { queue } = aQueue()
    await queue.add(waitingSince(1))
    expect(await queue.list('other')).toEqual([])
    await queue.remove('key-1')
    expect(await queue.list('qinghe')).toEqual([])
  })
})
