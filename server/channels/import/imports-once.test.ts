import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Ctx } from '../../platform/ctx.ts'
import { anEvent } from '../../testing/an-event.ts'
import { bootProduct, type Product } from '../../testing/product.ts'
import { aWorkspace, type TestWorkspace } from '../../workspaces/testing.ts'
import { createFirstChannels } from '../create-first-channels.ts'
import { runImports } from './run-import.ts'
import { csv, type Desk, importDesk, manyRows } from './testing.ts'

let product: Product
let shop: TestWorkspace
let desk: Desk
beforeAll(async () => {
  product = await bootProduct()
  shop = await aWorkspace(product)
  await shop.ctx().write((tx) => createFirstChannels(tx, 'zh-CN'))
  desk = importDesk(product, shop)
})
afterAll(() => product.close())

describe('when it goes wrong', () => {
  it('an import whose sheet is gone fails, and goes on when it is there again', async () => {
    const opened = await desk.bring(manyRows(1200, 'gone-'))
    await desk.start(opened.id)
    const ctx = shop.ctx()
    const event = anEvent('import.started', { importId: opened.id })
    await expect(runImports.run(failingAfter(ctx, 3), [event])).rejects.toThrow('terminated')
    const away: Ctx = {
      ...ctx,
      files: {
        ...ctx.files,
        get: async () => {
          throw Object.assign(new Error('no such file'), { code: 'ENOENT' })
        },
      },
    }
    await runImports.run(away, [event])
    const failed = await desk.show(opened.id)
    expect(failed).toMatchObject({
      state: 'failed',
      error: 'file_missing',
      can: ['start', 'undo', 'downloadRejected'],
    })
    expect(failed.done).toBeGreaterThan(0)
    expect(await desk.carriedOut(opened.id)).toMatchObject({
      state: 'done',
      done: 1200,
      error: null,
    })
    expect((await desk.feedbackOf(opened.id)).length).toBe((await desk.show(opened.id)).accepted)
  })

  it('a sheet that breaks off in its middle fails before any of it is kept', async () => {
    const opened = await desk.bring(
      `${manyRows(2500, 'broken-')}\r\n"x","${'没完没了'.repeat(300_000)}`,
    )
    expect(await desk.carriedOut(opened.id)).toMatchObject({
      state: 'failed',
      error: 'sheet_unreadable',
    })
    expect(await desk.show(opened.id)).toMatchObject({ can: ['map', 'check', 'discard', 'start'] })
  })

  it('of two who start it at one moment, one does', async () => {
    const opened = await desk.bring(csv([['内容'], ['一条']]))
    const both = await Promise.allSettled([desk.start(opened.id), desk.start(opened.id)])
    expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
    expect(both.find(({ status }) => status === 'rejected')).toMatchObject({
      reason: { code: 'import_busy', status: 409 },
    })
    await product.drain()
    expect(await desk.show(opened.id)).toMatchObject({ state: 'done', accepted: 1 })
  })
})

describe('taking it back', () => {
  it('leaves nothing, and the same sheet may come again', async () => {
    const before = await Promise.all([
      desk.count('feedback'),
      desk.count('cases'),
      desk.count('customers'),
    ])
    const opened = await desk.bring(
      csv([
        ['编号', '内容', '客户编号'],
        ...['甲', '乙', '丙'].map((who) => [`u-${who}`, `${who}说不好用`, who]),
      ]),
    )
    await desk.start(opened.id)
    await expect(desk.undo(opened.id)).rejects.toMatchObject({ code: 'import_busy' })
    await product.drain()
    const with3 = await Promise.all([
      desk.count('feedback'),
      desk.count('cases'),
      desk.count('customers'),
    ])
    expect(with3).toEqual(before.map((n) => n + 3))
    expect((await desk.undo(opened.id)).state).toBe('undoing')
    await product.drain()
    expect(await desk.show(opened.id)).toMatchObject({
      state: 'undone',
      accepted: 3,
      can: ['map', 'check', 'discard', 'start'],
    })
    expect(
      await Promise.all([desk.count('feedback'), desk.count('cases'), desk.count('customers')]),
    ).toEqual(before)
    expect(await desk.carriedOut(opened.id)).toMatchObject({
      state: 'done',
      accepted: 3,
      repeated: 0,
    })
  })

  it('before its cases are open takes them along', async () => {
    const before = await Promise.all([desk.count('feedback'), desk.count('cases')])
    const opened = await desk.bring(manyRows(600, 'early-'))
    await desk.start(opened.id)
    await runImports.run(shop.ctx(), [anEvent('import.started', { importId: opened.id })])
    await desk.undo(opened.id)
    await product.drain()
    expect((await desk.show(opened.id)).state).toBe('undone')
    expect(await Promise.all([desk.count('feedback'), desk.count('cases')])).toEqual(before)
  })

  it('discarding an import that kept nothing removes it; one that kept something stays', async () => {
    const opened = await desk.bring(csv([['内容'], ['一条']]))
    await desk.discard(opened.id)
    await expect(desk.show(opened.id)).rejects.toMatchObject({ status: 404 })
    const done = await desk.bring(csv([['内容'], ['一条']]))
    await desk.carriedOut(done.id)
    await expect(desk.discard(done.id)).rejects.toMatchObject({ code: 'import_busy' })
  })
})

// The last one: what follows from so many rows is not waited for.
describe('each row exactly once', () => {
  const rows = 20_000
  const expected = { rows, done: rows, accepted: 19_500, repeated: 100, rejected: 400 }

  it('though it is interrupted in the middle, twice, and two workers go on with it', async () => {
    const opened = await desk.bring(manyRows(rows, 'once-'))
    await desk.start(opened.id)
    const ctx = shop.ctx()
    const event = anEvent('import.started', { importId: opened.id })
    for (const most of [7, 13]) {
      await expect(runImports.run(failingAfter(ctx, most), [event])).rejects.toThrow('terminated')
      const stopped = await desk.show(opened.id)
      expect(stopped.state).toBe('running')
      expect(stopped.done % 500).toBe(0)
      expect(stopped.done).toBeGreaterThan(0)
      expect(stopped.accepted + stopped.repeated + stopped.rejected).toBe(stopped.done)
      expect((await desk.feedbackOf(opened.id)).length).toBe(stopped.accepted)
    }
    await Promise.all([runImports.run(ctx, [event]), runImports.run(product.ctx(shop.id), [event])])
    const done = await desk.show(opened.id)
    expect(done).toMatchObject({ ...expected, state: 'done' })
    const kept = await desk.feedbackOf(opened.id)
    expect(kept.length).toBe(expected.accepted)
    expect(new Set(kept.map(({ text }) => text)).size).toBe(expected.accepted)
    await runImports.run(ctx, [event])
    expect((await desk.feedbackOf(opened.id)).length).toBe(expected.accepted)
  })
})

/** Loses its connection at the n-th transaction. */
function failingAfter(ctx: Ctx, most: number): Ctx {
  let writes = 0
  return {
    ...ctx,
    write: (work) => {
      writes += 1
      if (writes < most) return ctx.write(work)
      return ctx.write(async (tx) => {
        await work(tx)
        throw new Error('Connection terminated unexpectedly')
      })
    },
  }
}
