import ExcelJS from 'exceljs'
import iconv from 'iconv-lite'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import * as contract from '../../../contract/channels.ts'
import { uploadFile } from '../../../contract/files.ts'
import type { Ctx } from '../../platform/ctx.ts'
import { bootProduct, type Product } from '../../testing/product.ts'
import { aWorkspace, type TestWorkspace } from '../../workspaces/testing.ts'
import { createFirstChannels } from '../create-first-channels.ts'
import { openImport } from './open-import.ts'
import { runImports } from './run-import.ts'
import { anImport, aSheet, csv } from './testing.ts'

let product: Product
let shop: TestWorkspace
beforeAll(async () => {
  product = await bootProduct()
  shop = await aWorkspace(product)
  await shop.ctx().write((tx) => createFirstChannels(tx, 'zh-CN'))
})
afterAll(() => product.close())

const as = (workspace = shop, role: 'supervisor' | 'agent' = 'supervisor') =>
  product.as(workspace.members[role].headers)
const params = (importId: string) => ({ params: { importId }, body: {} })
const show = (importId: string) => as()(contract.showImport, { params: { importId } })
const start = (importId: string) => as()(contract.startImport, params(importId))
const check = (importId: string) => as()(contract.checkImport, params(importId))
const undo = (importId: string) => as()(contract.undoImport, params(importId))
const map = (importId: string, body: contract.ImportMapping) =>
  as()(contract.mapImport, { params: { importId }, body })
const bring = (...sheet: [Parameters<typeof aSheet>[1], string?]) =>
  anImport(shop.ctx('supervisor'), ...sheet)

async function carriedOut(importId: string) {
  await start(importId)
  await product.drain()
  return show(importId)
}

function feedbackOf(importId: string) {
  return product.platform.db
    .selectFrom('feedback')
    .selectAll()
    .where('import_id', '=', importId)
    .orderBy('number')
    .execute()
}

async function count(table: 'feedback' | 'cases' | 'customers' | 'events'): Promise<number> {
  const { n } = await product.platform.db
    .selectFrom(table)
    .select((eb) => eb.fn.countAll().as('n'))
    .executeTakeFirstOrThrow()
  return Number(n)
}

/** Rows 1…n; every 50th says nothing, every 200th repeats the id of the row before. */
function manyRows(n: number, prefix: string): string {
  const rows = Array.from({ length: n }, (_, index) => {
    const row = index + 1
    const id = row % 200 === 0 ? `${prefix}${row - 1}` : `${prefix}${row}`
    return [id, row % 50 === 25 ? '' : `第 ${row} 位客户说：打不开，请尽快处理。`]
  })
  return csv([['编号', '内容'], ...rows])
}

describe('the way of a sheet', () => {
  it('uploaded, opened, mapped, tried out, started: rows in are accepted, repeated and rejected', async () => {
    const form = new FormData()
    const sheet = csv([
      ['编号', '留言详情', '类型', '留言时间', '手机'],
      ['1', '付款时卡住了', '反馈', '2026-01-02 10:00', '13800138000'],
      ['2', '希望能开发票', '建议', '2026年1月3日', ''],
      ['1', '付款时卡住了', '反馈', '2026-01-02 10:00', '13800138000'],
      ['3', '', '反馈', '', ''],
      ['4', '态度很差', '吐槽', '', ''],
      ['5', '=cmd()', '投诉', '很久以前', '@x'],
    ])
    form.set('file', new File([new Uint8Array(iconv.encode(sheet, 'gb18030'))], '一月.csv'))
    const file = await as()(uploadFile, { body: form } as never)
    const opened = await as()(contract.openImport, { body: { file: file.ticket } })
    expect(opened).toMatchObject({
      name: '一月.csv',
      state: 'mapping',
      encoding: 'gb18030',
      delimiter: ',',
      columns: ['编号', '留言详情', '类型', '留言时间', '手机'],
      createdBy: '陈督',
      can: ['map', 'check', 'discard', 'start'],
    })
    expect(opened.sample[1]).toEqual(['2', '希望能开发票', '建议', '2026年1月3日', ''])
    const columns = [...opened.mapping.columns]
    // Ids that repeat are not taken for ids unless somebody says so.
    expect(columns).toEqual(['context', 'text', 'context', 'said_at', 'customer_phone'])
    columns[0] = 'external_id'
    columns[2] = 'entry'
    await map(opened.id, { ...opened.mapping, columns, as: 'history' })

    const before = await Promise.all([count('feedback'), count('cases'), count('customers')])
    await check(opened.id)
    await product.drain()
    const counts = { rows: 6, done: 6, accepted: 2, repeated: 1, rejected: 3 }
    const checked = await show(opened.id)
    expect(checked).toMatchObject({ ...counts, state: 'checked', error: null })
    expect(checked.reasons).toEqual([
      { code: 'entry_unknown', rows: 1 },
      { code: 'text_empty', rows: 1 },
      { code: 'time_unreadable', rows: 1 },
    ])
    expect(await Promise.all([count('feedback'), count('cases'), count('customers')])).toEqual(
      before,
    )

    const done = await carriedOut(opened.id)
    expect(done).toMatchObject({ ...counts, state: 'done', can: ['undo', 'downloadRejected'] })
    expect((await feedbackOf(opened.id)).map((row) => [row.text, row.entry, row.history])).toEqual([
      ['付款时卡住了', 'feedback', true],
      ['希望能开发票', 'suggestion', true],
    ])
    const cases = await product.platform.db
      .selectFrom('cases')
      .select(['state', 'opened_at'])
      .where('import_id', '=', opened.id)
      .orderBy('number')
      .execute()
    expect(cases.map(({ state, opened_at }) => [state, opened_at.toISOString()])).toEqual([
      ['closed', '2026-01-02T02:00:00.000Z'],
      ['closed', '2026-01-02T16:00:00.000Z'],
    ])

    const rejected = await product.app.inject({
      url: `/api/v1/imports/${opened.id}/rejected.csv`,
      headers: shop.members.supervisor.headers,
    })
    expect(rejected.headers['content-type']).toBe('text/csv; charset=utf-8')
    expect(rejected.headers['content-disposition']).toContain(
      `filename*=UTF-8''${encodeURIComponent('一月-rejected.csv')}`,
    )
    expect(rejected.body).toBe(
      `\uFEFF${[
        '导入行号,导入原因代码,导入原因,导入问题列,编号,留言详情,类型,留言时间,手机',
        '4,text_empty,没有内容,留言详情,3,,反馈,,',
        '5,entry_unknown,类型不认识，请填“反馈”“建议”或“投诉”,类型,4,态度很差,吐槽,,',
        "6,time_unreadable,时间无法识别，请写成 2026-01-31 08:05:00 这样的格式,留言时间,5,'=cmd(),投诉,很久以前,'@x",
        '',
      ].join('\r\n')}`,
    )
  })

  it('an Excel workbook', async () => {
    const book = new ExcelJS.Workbook()
    const sheet = book.addWorksheet('反馈')
    sheet.addRow(['时间', '内容'])
    sheet.addRow([new Date(Date.UTC(2026, 0, 5, 9, 30)), '开机黑屏'])
    const opened = await bring(Buffer.from(await book.xlsx.writeBuffer()), '反馈.xlsx')
    expect(opened).toMatchObject({ format: 'xlsx', delimiter: null, columns: ['时间', '内容'] })
    expect(await carriedOut(opened.id)).toMatchObject({ state: 'done', accepted: 1, rows: 1 })
    const [row] = await feedbackOf(opened.id)
    expect([row?.text, row?.said_at.toISOString()]).toEqual([
      '开机黑屏',
      '2026-01-05T01:30:00.000Z',
    ])
  })

  it('the same records from another sheet are repeats; without ids they are new', async () => {
    const records = csv([
      ['编号', '内容'],
      ['R1', '重复的一条'],
      ['R2', '另一条'],
    ])
    await carriedOut((await bring(records)).id)
    expect(await carriedOut((await bring(records)).id)).toMatchObject({ accepted: 0, repeated: 2 })
    const plain = csv([['内容'], ['没有编号的一条']])
    await carriedOut((await bring(plain)).id)
    expect(await carriedOut((await bring(plain)).id)).toMatchObject({ accepted: 1, repeated: 0 })
  })
})

describe('when it goes wrong', () => {
  it('an import whose sheet is gone fails, and goes on when it is there again', async () => {
    const opened = await bring(manyRows(1200, 'gone-'))
    await start(opened.id)
    const ctx = shop.ctx()
    const event = { data: { importId: opened.id } } as never
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
    const failed = await show(opened.id)
    expect(failed).toMatchObject({
      state: 'failed',
      error: 'file_missing',
      can: ['start', 'undo', 'downloadRejected'],
    })
    expect(failed.done).toBeGreaterThan(0)
    expect(await carriedOut(opened.id)).toMatchObject({ state: 'done', done: 1200, error: null })
    expect((await feedbackOf(opened.id)).length).toBe((await show(opened.id)).accepted)
  })

  it('a sheet that breaks off in its middle fails before any of it is kept', async () => {
    const opened = await bring(`${manyRows(700, 'broken-')}\r\n"x","${'没完没了'.repeat(300_000)}`)
    expect(await carriedOut(opened.id)).toMatchObject({
      state: 'failed',
      error: 'sheet_unreadable',
    })
    expect(await show(opened.id)).toMatchObject({ can: ['map', 'check', 'discard', 'start'] })
  })

  it('of two who start it at one moment, one does', async () => {
    const opened = await bring(csv([['内容'], ['一条']]))
    const both = await Promise.allSettled([start(opened.id), start(opened.id)])
    expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
    expect(both.find(({ status }) => status === 'rejected')).toMatchObject({
      reason: { code: 'import_busy', status: 409 },
    })
    await product.drain()
    expect(await show(opened.id)).toMatchObject({ state: 'done', accepted: 1 })
  })
})

describe('taking it back', () => {
  it('leaves nothing, and the same sheet may come again', async () => {
    const before = await Promise.all([count('feedback'), count('cases'), count('customers')])
    const opened = await bring(
      csv([
        ['编号', '内容', '客户编号'],
        ...['甲', '乙', '丙'].map((who) => [`u-${who}`, `${who}说不好用`, who]),
      ]),
    )
    await start(opened.id)
    await expect(undo(opened.id)).rejects.toMatchObject({ code: 'import_busy' })
    await product.drain()
    const with3 = await Promise.all([count('feedback'), count('cases'), count('customers')])
    expect(with3).toEqual(before.map((n) => n + 3))
    expect((await undo(opened.id)).state).toBe('undoing')
    await product.drain()
    expect(await show(opened.id)).toMatchObject({
      state: 'undone',
      done: 0,
      accepted: 0,
      rejected: 0,
    })
    expect(await Promise.all([count('feedback'), count('cases'), count('customers')])).toEqual(
      before,
    )
    expect(await carriedOut(opened.id)).toMatchObject({ state: 'done', accepted: 3, repeated: 0 })
  })

  it('before its cases are open takes them along', async () => {
    const before = await Promise.all([count('feedback'), count('cases')])
    const opened = await bring(manyRows(600, 'early-'))
    await start(opened.id)
    await runImports.run(shop.ctx(), [{ data: { importId: opened.id } } as never])
    await undo(opened.id)
    await product.drain()
    expect((await show(opened.id)).state).toBe('undone')
    expect(await Promise.all([count('feedback'), count('cases')])).toEqual(before)
  })

  it('discarding an import that kept nothing removes it; one that kept something stays', async () => {
    const opened = await bring(csv([['内容'], ['一条']]))
    await as()(contract.discardImport, { params: { importId: opened.id } })
    await expect(show(opened.id)).rejects.toMatchObject({ status: 404 })
    const done = await bring(csv([['内容'], ['一条']]))
    await carriedOut(done.id)
    await expect(
      as()(contract.discardImport, { params: { importId: done.id } }),
    ).rejects.toMatchObject({ code: 'import_busy' })
  })
})

describe('what is refused', () => {
  it.each([
    ['one column too few', { columns: ['text'] }, 'columns_differ'],
    ['nothing that was said', { columns: ['context', 'ignore'] }, 'text_missing'],
    ['one meaning twice', { columns: ['text', 'text'] }, 'target_twice'],
    [
      'a category we do not have',
      { columns: ['text', 'title'], categoryId: crypto.randomUUID() },
      'category_unknown',
    ],
  ])('a mapping with %s', async (_, mapping, code) => {
    const opened = await bring(
      csv([
        ['甲', '乙'],
        ['一', '二'],
      ]),
    )
    await expect(
      map(opened.id, { entry: 'feedback', as: 'open', categoryId: null, ...mapping } as never),
    ).rejects.toMatchObject({ code, status: 400 })
  })

  it('a title alone is enough', async () => {
    const opened = await bring(
      csv([
        ['甲', '乙'],
        ['一', '二'],
      ]),
    )
    await map(opened.id, {
      columns: ['title', 'ignore'],
      entry: 'suggestion',
      categoryId: null,
      as: 'open',
    })
    await carriedOut(opened.id)
    expect(await feedbackOf(opened.id)).toMatchObject([
      { text: '一', entry: 'suggestion', context: {} },
    ])
  })

  it('sheets that are none, tickets that are spent, forged or of another workspace', async () => {
    const ctx = shop.ctx('supervisor')
    const refused = (ticket: string) => expect(openImport(ctx, { file: ticket })).rejects
    await refused(await aSheet(ctx, '\n\n')).toMatchObject({ code: 'sheet_empty' })
    const ticket = await aSheet(ctx, csv([['内容'], ['好']]))
    await openImport(ctx, { file: ticket })
    await refused(ticket).toMatchObject({ code: 'evidence_unknown' })
    await refused(`${ticket.slice(0, -1)}0`).toMatchObject({ code: 'evidence_unknown' })
    const other = await aWorkspace(product)
    const theirs = await aSheet(other.ctx('supervisor'), csv([['内容'], ['好']]))
    await refused(theirs).toMatchObject({ code: 'evidence_unknown' })
  })

  it('another workspace’s import is not there, whatever is asked of it', async () => {
    const other = await aWorkspace(product)
    const theirs = (await anImport(other.ctx('supervisor'), csv([['内容'], ['好']]))).id
    const mapping = { columns: ['text' as const] }
    await Promise.all(
      [
        show(theirs),
        map(theirs, mapping as never),
        check(theirs),
        start(theirs),
        undo(theirs),
        as()(contract.discardImport, { params: { importId: theirs } }),
        as()(contract.downloadRejected, { params: { importId: theirs } }),
      ].map((call) => expect(call).rejects.toMatchObject({ status: 404 })),
    )
    const { items } = await as()(contract.listImports)
    expect(items.map(({ id }) => id)).not.toContain(theirs)
    expect(items[0]?.createdAt).toBeDefined()
  })

  it('agents do not import', async () => {
    await expect(as(shop, 'agent')(contract.listImports)).rejects.toMatchObject({ status: 403 })
  })
})

// The last one: what follows from so many rows is not waited for.
describe('each row exactly once', () => {
  const rows = 20_000
  const expected = { rows, done: rows, accepted: 19_500, repeated: 100, rejected: 400 }

  it('though it is interrupted in the middle, twice, and two workers go on with it', async () => {
    const opened = await bring(manyRows(rows, 'once-'))
    await start(opened.id)
    const ctx = shop.ctx()
    const event = { data: { importId: opened.id } } as never
    for (const most of [7, 13]) {
      await expect(runImports.run(failingAfter(ctx, most), [event])).rejects.toThrow('terminated')
      const stopped = await show(opened.id)
      expect(stopped.state).toBe('running')
      expect(stopped.done % 500).toBe(0)
      expect(stopped.done).toBeGreaterThan(0)
      expect(stopped.accepted + stopped.repeated + stopped.rejected).toBe(stopped.done)
      expect((await feedbackOf(opened.id)).length).toBe(stopped.accepted)
    }
    await Promise.all([runImports.run(ctx, [event]), runImports.run(product.ctx(shop.id), [event])])
    const done = await show(opened.id)
    expect(done).toMatchObject({ ...expected, state: 'done' })
    const kept = await feedbackOf(opened.id)
    expect(kept.length).toBe(expected.accepted)
    expect(new Set(kept.map(({ text }) => text)).size).toBe(expected.accepted)
    await runImports.run(ctx, [event])
    expect((await feedbackOf(opened.id)).length).toBe(expected.accepted)
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
