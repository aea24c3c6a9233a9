import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { ImportTarget } from '../../../contract/imports.ts'
import type { Category } from '../../feedback/index.ts'
import { brokenBytes } from './decode.ts'
import { isRefused, type Reading, readRow, rowCodes } from './row.ts'

const category = (
  id: string,
  name: string,
  nameEn: string,
  entry: Category['entry'],
): Category => ({
  ...{ id, name, nameEn, entry, templateId: null, teamId: null, assigneeId: null },
  archived: false,
})
const categories = [
  category('pay', '支付', 'Payment', 'feedback'),
  category('service', '服务态度', 'Service', 'complaint'),
  { ...category('old', '旧版', 'Old', 'feedback'), archived: true },
]

function reading(
  targets: readonly ImportTarget[],
  more: Partial<Reading['mapping']> = {},
): Reading {
  return {
    importId: 'i',
    columns: targets.map((target, index) => `${target}${index}`),
    mapping: {
      columns: [...targets],
      entry: 'feedback',
      categoryId: null,
      as: 'open',
      categories: [],
      dateOrder: 'auto',
      ...more,
    },
    categories,
    dateOrder: null,
    timeZone: 'Asia/Shanghai',
    now: new Date('2026-03-06T02:00:00Z'),
    contactsKeptSince: new Date('2025-09-07T02:00:00Z'),
  }
}

function kept(of: Reading, cells: string[]) {
  const read = readRow(of, cells, 7)
  if (isRefused(read)) throw new Error(`refused: ${read.code}`)
  return read
}

describe('rows', () => {
  it('become feedback with all that the columns say', () => {
    const of = reading([
      ...(['title', 'text', 'entry', 'category', 'customer_name', 'customer_email'] as const),
      ...([
        'customer_phone',
        'customer_id',
        'external_id',
        'said_at',
        'rating',
        'context',
      ] as const),
      'ignore',
    ])
    const cells = [
      ...['扣了两次', '  付款时\r\n卡住了 ', '投诉', 'service', '小 梅', 'Mei@Example.com'],
      ...['138 0013 8000', 'U-1', 'T-9', '2020/1/6 12:09:38', '2', '安卓 14', '不要'],
    ]
    expect(kept(of, cells)).toEqual({
      entry: 'complaint',
      text: '扣了两次\n付款时\n卡住了',
      categoryId: 'service',
      context: { rating10: 2, context11: '安卓 14' },
      author: {
        ...{ name: '小 梅', email: 'Mei@Example.com', phone: '138 0013 8000', external: 'U-1' },
        vouched: true,
      },
      history: false,
      submissionKey: 'ext:T-9',
      saidAt: new Date('2020-01-06T04:09:38Z'),
    })
  })

  it('tell the situation under one name, whatever the sheet calls it', () => {
    const of = reading(['text', 'version', 'platform', 'device', 'region', 'order_no', 'amount'])
    expect(
      kept(of, ['付不了', 'v3.2.1', '安卓14', '小米14', '广东', 'A-7', '39.9']).context,
    ).toEqual({
      version: 'v3.2.1',
      system: '安卓14',
      model: '小米14',
      region: '广东',
      orderNo: 'A-7',
      amount: '39.9',
    })
  })

  it('without an id of their own are known by import and row; as history they are history', () => {
    expect(kept(reading(['text'], { as: 'history' }), ['好'])).toMatchObject({
      submissionKey: 'row:i:7',
      history: true,
      author: {},
    })
  })

  it('lose stray marks and control characters, and nothing else', () => {
    expect(kept(reading(['text']), ['\uFEFF<b>打\u0000不\u001F开</b>\t\n👍']).text).toBe(
      '<b>打不开</b>\t\n👍',
    )
  })

  it('keep beside the text what is no category, address or number, cut when it is long', () => {
    const of = reading(['text', 'category', 'customer_email', 'customer_phone', 'context'])
    const { context, author, categoryId } = kept(of, [
      '好',
      '物流',
      '无',
      '见备注',
      '长'.repeat(900),
    ])
    expect({ author, categoryId }).toEqual({ author: {}, categoryId: null })
    expect(context).toMatchObject({
      category: '物流',
      customer_email2: '无',
      customer_phone3: '见备注',
    })
    expect(String(context?.context4)).toHaveLength(500)
  })

  it('find categories by either name, only of their entry, never archived ones', () => {
    const of = reading(['text', 'category'], { categoryId: 'pay' })
    const found = ['支付', 'PAYMENT', '', '服务态度', '旧版'].map(
      (name) => kept(of, ['好', name]).categoryId,
    )
    expect(found).toEqual(['pay', 'pay', 'pay', null, null])
    const complaint = reading(['text', 'entry'], { categoryId: 'pay' })
    expect(kept(complaint, ['好', '投诉']).categoryId).toBeNull()
  })

  it.each<[string, ImportTarget[], string[], string, string | null]>([
    ['more cells than columns', ['text'], ['好', '多'], 'too_many_cells', null],
    ['nothing said', ['text', 'title'], [' \uFEFF\u0001', ''], 'text_empty', 'text0'],
    ['too long', ['text'], ['长'.repeat(5001)], 'too_long', 'text0'],
    ['too long with its title', ['title', 'text'], ['题', '长'.repeat(4999)], 'too_long', 'text1'],
    [
      'broken bytes',
      ['text', 'context'],
      ['好', `乱${brokenBytes}码`],
      'broken_characters',
      'context1',
    ],
    ['half a character', ['text'], ['好\uD83D'], 'broken_characters', 'text0'],
    ['an unknown entry', ['text', 'entry'], ['好', '点赞'], 'entry_unknown', 'entry1'],
    ['an unreadable time', ['text', 'said_at'], ['好', '上周三'], 'time_unreadable', 'said_at1'],
    [
      'a day that could be two',
      ['text', 'said_at'],
      ['好', '1/3/2020'],
      'date_ambiguous',
      'said_at1',
    ],
    ['the future', ['text', 'said_at'], ['好', '2026-03-07'], 'said_in_future', 'said_at1'],
    ['an endless id', ['text', 'external_id'], ['好', 'x'.repeat(201)], 'too_long', 'external_id1'],
  ])('are refused for %s', (_, targets, cells, code, field) => {
    expect(readRow(reading(targets), cells, 1)).toEqual({ code, field })
  })

  it('empty cells beyond the last column are nothing', () => {
    expect(kept(reading(['text']), ['好', '', '  ']).text).toBe('好')
  })

  it('whatever a cell holds, the answer is feedback that fits or a known reason', () => {
    const of = reading(['title', 'text', 'entry', 'said_at', 'customer_email', 'context', 'rating'])
    const cell = fc.oneof(fc.string({ unit: 'binary', maxLength: 60 }), fc.constant('投诉'))
    fc.assert(
      fc.property(fc.array(cell, { maxLength: 9 }), (cells) => {
        const read = readRow(of, cells, 1)
        if (isRefused(read)) expect(rowCodes).toContain(read.code)
        else {
          expect(read.text.trim()).not.toBe('')
          // biome-ignore lint/suspicious/noControlCharactersInRegex: they must not be there
          expect(JSON.stringify(read)).not.toMatch(/[\u0000-\u0008\u000E-\u001F]|\\u00(0[0-8]|1)/)
        }
      }),
    )
  })
})
