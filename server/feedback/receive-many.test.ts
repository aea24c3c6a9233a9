import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { anOpenWorkspace, type OpenWorkspace } from '../channels/testing.ts'
import { bootProduct, type Product } from '../testing/product.ts'
import {
  addMessage,
  feedbackOfImport,
  loadFeedback,
  mostAtOnce,
  type NewFeedback,
  receiveMany,
  removeFeedback,
  showFeedback,
} from './index.ts'

let product: Product
let store: OpenWorkspace
beforeAll(async () => {
  product = await bootProduct()
  store = await anOpenWorkspace(product)
})
afterAll(() => product.close())

const importId = '01900000-0000-7000-8000-000000000001'
const rows = (items: NewFeedback[], within?: Parameters<typeof receiveMany>[2]) =>
  receiveMany(
    store.ctx(),
    { channelId: store.channels.import, channelKind: 'import', importId, items },
    within,
  )
const say = (text: string, more: Partial<NewFeedback> = {}): NewFeedback => ({
  entry: 'feedback',
  text,
  ...more,
})

describe('many at once', () => {
  it('says of each, in order, what became of it', async () => {
    const old = say('去年的', { saidAt: new Date('2025-01-02T03:04:05Z'), history: true })
    const outcomes = await rows([
      { ...old, submissionKey: 'ext:1' },
      say('  '),
      say('长'.repeat(5001)),
      say('坏\u0001'),
      say('半\ud83d'),
      say('同一条', { submissionKey: 'ext:1' }),
      say('没有这一类', { categoryId: importId }),
      say('好的', { author: { name: '梅\u0000' } }),
      say('好的'),
    ])
    expect(
      outcomes.map((one) => (one.state === 'rejected' ? [one.code, one.field] : one.state)),
    ).toEqual([
      'accepted',
      ['required', 'text'],
      ['too_long', 'text'],
      ['control_characters', 'text'],
      ['broken_characters', 'text'],
      'repeated',
      ['category_unknown', 'categoryId'],
      ['control_characters', 'author.name'],
      'accepted',
    ])
    const ids = outcomes.flatMap((one) => (one.state === 'rejected' ? [] : one.feedbackId))
    expect(ids[1]).toBe(ids[0])
    const [first, last] = await loadFeedback(store.ctx(), [ids[0] ?? '', ids[2] ?? ''])
    expect(first).toMatchObject({ text: '去年的', history: true, saidAt: old.saidAt, importId })
    expect((last?.number ?? 0) - (first?.number ?? 0)).toBe(1)
    expect((await rows([say('又来', { submissionKey: 'ext:1' })]))[0]).toMatchObject({
      state: 'repeated',
      feedbackId: ids[0],
    })
  })

  it('keeps all of a full batch, or nothing when what belongs to it fails', async () => {
    const many = Array.from({ length: mostAtOnce }, (_, index) => say(`第${index}行`))
    const failing = rows(many, async () => {
      throw new Error('progress not saved')
    })
    await expect(failing).rejects.toThrow('progress not saved')
    const before = (await feedbackOfImport(store.ctx(), importId, 2000)).length
    let seen = 0
    await rows(many, async (_tx, outcomes) => {
      seen = outcomes.length
    })
    expect(seen).toBe(mostAtOnce)
    expect(await feedbackOfImport(store.ctx(), importId, 2000)).toHaveLength(before + mostAtOnce)
    await expect(rows([...many, say('多一行')])).rejects.toThrow(RangeError)
  })

  it('keeps one when an import and a neighbour bring the same key at the same moment', async () => {
    const twice = await Promise.all(
      Array.from({ length: 6 }, (_, index) =>
        rows([say(`旁边的${index}`), say('同时', { submissionKey: 'ext:race' })]),
      ),
    )
    const raced = twice.map((outcomes) => outcomes[1])
    expect(raced.filter((one) => one?.state === 'accepted')).toHaveLength(1)
    expect(new Set(raced.map((one) => one?.state !== 'rejected' && one?.number)).size).toBe(1)
  })

  it('takes everything back that was brought', async () => {
    const ctx = store.ctx()
    const ids = await feedbackOfImport(ctx, importId, 2000)
    const caseId = ids[0] ?? ''
    await ctx.write((tx) => addMessage(tx, { caseId, direction: 'in', text: '还有' }))
    await ctx.write((tx) => removeFeedback(tx, { feedbackIds: ids, caseIds: [caseId] }))
    expect(await feedbackOfImport(ctx, importId, 2000)).toEqual([])
    expect((await showFeedback(ctx, ids)).size).toBe(0)
  })
})

describe('a message', () => {
  it('said twice with one key is one', async () => {
    const ctx = store.ctx()
    const caseId = ctx.newId()
    const add = () =>
      ctx.write((tx) =>
        addMessage(tx, { caseId, direction: 'in', text: '补充', submissionKey: 'k' }),
      )
    const all = await Promise.all([add(), add(), add(), add()])
    expect(all.filter(({ repeated }) => !repeated)).toHaveLength(1)
    expect(new Set(all.map(({ id }) => id)).size).toBe(1)
  })
})
