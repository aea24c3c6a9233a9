import ExcelJS from 'exceljs'
import iconv from 'iconv-lite'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { uploadFile } from '../../../contract/files.ts'
import * as contract from '../../../contract/imports.ts'
import { bootProduct, type Product } from '../../testing/product.ts'
import { aWorkspace, type TestWorkspace } from '../../workspaces/testing.ts'
import { createFirstChannels } from '../create-first-channels.ts'
import { openImport } from './open-import.ts'
import { anImport, aSheet, csv, type Desk, importDesk } from './testing.ts'

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

const plain = {
  entry: 'feedback' as const,
  as: 'open' as const,
  categoryId: null,
  categories: [],
  dateOrder: 'auto' as const,
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
    const file = await desk.call(uploadFile, { body: form } as never)
    const opened = await desk.call(contract.openImport, { body: { file: file.ticket } })
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
    await desk.map(opened.id, { ...opened.mapping, columns, as: 'history' })

    const before = await Promise.all([
      desk.count('feedback'),
      desk.count('cases'),
      desk.count('customers'),
    ])
    await desk.check(opened.id)
    await product.drain()
    const counts = { rows: 6, done: 6, accepted: 2, repeated: 1, rejected: 3 }
    const checked = await desk.show(opened.id)
    expect(checked).toMatchObject({ ...counts, state: 'checked', error: null })
    expect(checked.reasons).toEqual([
      { code: 'entry_unknown', rows: 1 },
      { code: 'text_empty', rows: 1 },
      { code: 'time_unreadable', rows: 1 },
    ])
    expect(
      await Promise.all([desk.count('feedback'), desk.count('cases'), desk.count('customers')]),
    ).toEqual(before)

    const done = await desk.carriedOut(opened.id)
    expect(done).toMatchObject({ ...counts, state: 'done', can: ['undo', 'downloadRejected'] })
    expect(
      (await desk.feedbackOf(opened.id)).map((row) => [row.text, row.entry, row.history]),
    ).toEqual([
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
    const opened = await desk.bring(Buffer.from(await book.xlsx.writeBuffer()), '反馈.xlsx')
    expect(opened).toMatchObject({ format: 'xlsx', delimiter: null, columns: ['时间', '内容'] })
    expect(await desk.carriedOut(opened.id)).toMatchObject({ state: 'done', accepted: 1, rows: 1 })
    const [row] = await desk.feedbackOf(opened.id)
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
    await desk.carriedOut((await desk.bring(records)).id)
    expect(await desk.carriedOut((await desk.bring(records)).id)).toMatchObject({
      accepted: 0,
      repeated: 2,
    })
    const plain = csv([['内容'], ['没有编号的一条']])
    await desk.carriedOut((await desk.bring(plain)).id)
    expect(await desk.carriedOut((await desk.bring(plain)).id)).toMatchObject({
      accepted: 1,
      repeated: 0,
    })
  })
})

describe('what is refused', () => {
  it.each<
    [string, Partial<contract.ImportMapping> & Pick<contract.ImportMapping, 'columns'>, string]
  >([
    ['one column too few', { columns: ['text'] }, 'columns_differ'],
    ['nothing that was said', { columns: ['context', 'ignore'] }, 'text_missing'],
    ['one meaning twice', { columns: ['text', 'text'] }, 'target_twice'],
    [
      'a category we do not have',
      { columns: ['text', 'title'], categoryId: crypto.randomUUID() },
      'category_unknown',
    ],
  ])('a mapping with %s', async (_, mapping, code) => {
    const opened = await desk.bring(
      csv([
        ['甲', '乙'],
        ['一', '二'],
      ]),
    )
    await expect(desk.map(opened.id, { ...plain, ...mapping })).rejects.toMatchObject({
      code,
      status: 400,
    })
  })

  it('a title alone is enough', async () => {
    const opened = await desk.bring(
      csv([
        ['甲', '乙'],
        ['一', '二'],
      ]),
    )
    await desk.map(opened.id, {
      columns: ['title', 'ignore'],
      entry: 'suggestion',
      categoryId: null,
      as: 'open',
      categories: [],
      dateOrder: 'auto',
    })
    await desk.carriedOut(opened.id)
    expect(await desk.feedbackOf(opened.id)).toMatchObject([
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

  it('is called as somebody said, without marks that turn or hide what is written', async () => {
    const ctx = shop.ctx('supervisor')
    const called = async (name: string) =>
      (
        await openImport(ctx, {
          file: await aSheet(ctx, csv([['内容'], ['好']]), '五月.csv'),
          name,
        })
      ).name
    expect(await called('2026/05 门店 \u202Efdp.\u2066exe\u200B')).toBe('2026/05 门店 fdp.exe')
    expect(await called('\u202E\u200B')).toBe('五月.csv')
  })

  it('another workspace’s import is not there, whatever is asked of it', async () => {
    const other = await aWorkspace(product)
    const theirs = (await anImport(other.ctx('supervisor'), csv([['内容'], ['好']]))).id
    const mapping: contract.ImportMapping = { ...plain, columns: ['text'] }
    await Promise.all(
      [
        desk.show(theirs),
        desk.map(theirs, mapping),
        desk.check(theirs),
        desk.start(theirs),
        desk.undo(theirs),
        desk.discard(theirs),
        desk.call(contract.downloadRejected, { params: { importId: theirs } }),
      ].map((call) => expect(call).rejects.toMatchObject({ status: 404 })),
    )
    const { items } = await desk.call(contract.listImports)
    expect(items.map(({ id }) => id)).not.toContain(theirs)
    expect(items[0]?.createdAt).toBeDefined()
  })

  it('agents do not import', async () => {
    await expect(
      product.as(shop.members.agent.headers)(contract.listImports),
    ).rejects.toMatchObject({ status: 403 })
  })
})
