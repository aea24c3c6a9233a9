import iconv from 'iconv-lite'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import * as contract from '../../../contract/imports.ts'
import { bootProduct, type Product } from '../../testing/product.ts'
import { aWorkspace, type TestWorkspace } from '../../workspaces/testing.ts'
import { type Desk, importDesk } from './testing.ts'

let product: Product
let shop: TestWorkspace
let desk: Desk
beforeAll(async () => {
  product = await bootProduct()
  shop = await aWorkspace(product)
  desk = importDesk(product, shop)
})
afterAll(() => product.close())

describe('a sheet', () => {
  it('how it is written is said by a member: a new preview at once, and the same rows in the end', async () => {
    const sheet = ['內部資料', '編號,內容,何時', 'B1,打不開,1/3/2020', 'B2,很慢,2/4/2020'].join(
      '\n',
    )
    const opened = await desk.bring(iconv.encode(sheet, 'big5'))
    await desk.map(opened.id, { ...opened.mapping, entry: 'complaint', as: 'history' })
    await desk.check(opened.id)
    await product.drain()
    const reread = (body: object) =>
      desk.call(contract.rereadImport, { params: { importId: opened.id }, body })
    const read = await reread({ encoding: 'big5', headerRow: 2 })
    expect(read).toMatchObject({
      state: 'mapping',
      encoding: 'big5',
      headerRow: 2,
      head: [
        ['內部資料'],
        ['編號', '內容', '何時'],
        ['B1', '打不開', '1/3/2020'],
        expect.anything(),
      ],
      columns: ['編號', '內容', '何時'],
      sample: [
        ['B1', '打不開', '1/3/2020'],
        ['B2', '很慢', '2/4/2020'],
      ],
      dates: [null, null, 'unclear'],
      rows: null,
      done: 0,
    })
    // What rows become stays as it was chosen.
    expect(read.mapping).toMatchObject({ entry: 'complaint', as: 'history', dateOrder: 'auto' })

    const columns = ['external_id', 'text', 'said_at'] as const
    const mapping = { ...read.mapping, columns: [...columns] }
    await desk.map(opened.id, mapping)
    await desk.check(opened.id)
    await product.drain()
    expect(await desk.show(opened.id)).toMatchObject({
      accepted: 0,
      reasons: [{ code: 'date_ambiguous', rows: 2 }],
    })
    await desk.map(opened.id, { ...mapping, dateOrder: 'dmy' })
    await desk.check(opened.id)
    await product.drain()
    expect(await desk.show(opened.id)).toMatchObject({ rows: 2, accepted: 2, rejected: 0 })
    expect(await desk.carriedOut(opened.id)).toMatchObject({ accepted: 2, rejected: 0 })
    expect(
      (await desk.feedbackOf(opened.id)).map((row) => [row.text, row.said_at.toISOString()]),
    ).toEqual([
      ['打不開', '2020-02-29T16:00:00.000Z'],
      ['很慢', '2020-04-01T16:00:00.000Z'],
    ])
    await expect(reread({ headerRow: 1 })).rejects.toMatchObject({ code: 'import_busy' })
  })

  it.each([
    ['a header below which nothing stands', { headerRow: 3 }, 'sheet_empty'],
    ['a header too far down', { headerRow: 21 }, 'invalid_input'],
    ['an encoding nobody knows', { encoding: 'ebcdic' }, 'invalid_input'],
  ])('is not read anew with %s', async (_, body, code) => {
    const opened = await desk.bring('内容\n好\n坏\n')
    const answer = await product.app.inject({
      method: 'PUT',
      url: `/api/v1/imports/${opened.id}/sheet`,
      headers: shop.members.supervisor.headers,
      payload: body,
    })
    expect([answer.statusCode, answer.json().code]).toEqual([400, code])
    expect(await desk.show(opened.id)).toEqual(opened)
  })

  it('dates are read in the order the column shows', async () => {
    const opened = await desk.bring('内容,时间\n好,1/3/2020\n坏,1/13/2020\n')
    expect(opened.dates).toEqual([null, 'mdy'])
    await desk.carriedOut(opened.id)
    expect((await desk.feedbackOf(opened.id))[0]?.said_at.toISOString()).toBe(
      '2020-01-02T16:00:00.000Z',
    )
  })
})
