import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { ImportTarget } from '../../../contract/imports.ts'
import type { Category } from '../../feedback/index.ts'
import { columnsOf } from './columns.ts'
import { brokenBytes } from './decode.ts'
import { proposeMapping } from './propose-mapping.ts'
import { isRefused, type Reading, readRow, rowCodes } from './row.ts'
import { parseSaidAt } from './said-at.ts'

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
    mapping: { columns: [...targets], entry: 'feedback', categoryId: null, as: 'open', ...more },
    categories,
    timeZone: 'Asia/Shanghai',
    now: new Date('2026-03-06T02:00:00Z'),
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

describe('moments', () => {
  it.each([
    ['2020-01-03 08:05', '2020-01-03T00:05:00.000Z'],
    ['2020-01-03 08:05:09', '2020-01-03T00:05:09.000Z'],
    ['2020/1/3 8:05', '2020-01-03T00:05:00.000Z'],
    ['2020.1.3', '2020-01-02T16:00:00.000Z'],
    ['2020年1月3日 8时5分', '2020-01-03T00:05:00.000Z'],
    ['2020年1月3日', '2020-01-02T16:00:00.000Z'],
    ['2020年1月3日 星期五 下午 3:20', '2020-01-03T07:20:00.000Z'],
    ['2020/1/3 上午12:30', '2020-01-02T16:30:00.000Z'],
    ['2020-01-03 03:20:00 PM', '2020-01-03T07:20:00.000Z'],
    ['２０２０－０１－０３　０８：０５', '2020-01-03T00:05:00.000Z'],
    ['2020-01-03T08:05:00Z', '2020-01-03T08:05:00.000Z'],
    ['2020-01-03T08:05:00.123+09:00', '2020-01-02T23:05:00.000Z'],
    ['2020-01-03 24:00', '2020-01-03T16:00:00.000Z'],
    ['20200103', '2020-01-02T16:00:00.000Z'],
    ['20200103080509', '2020-01-03T00:05:09.000Z'],
    ['1578009909', '2020-01-03T00:05:09.000Z'],
    ['1578009909000', '2020-01-03T00:05:09.000Z'],
    ['43833.3368055556', '2020-01-03T00:05:00.000Z'],
  ])('%s', (written, at) => {
    expect(parseSaidAt(written, 'Asia/Shanghai')?.toISOString()).toBe(at)
  })

  it.each([
    '',
    '昨天',
    '1/3/2020',
    '2020-13-01',
    '2020-02-30',
    '2020-01-03 25:00',
    '2020',
    '1969-01-01',
  ])('cannot read %j', (written) => expect(parseSaidAt(written, 'Asia/Shanghai')).toBeNull())

  it('of other zones, across a change of the clock', () => {
    expect(parseSaidAt('2026-03-08 01:30', 'America/New_York')?.toISOString()).toBe(
      '2026-03-08T06:30:00.000Z',
    )
    expect(parseSaidAt('2026-03-08 03:30', 'America/New_York')?.toISOString()).toBe(
      '2026-03-08T07:30:00.000Z',
    )
  })
})

describe('columns and what they are proposed to mean', () => {
  const proposed = (...rows: string[][]) => {
    const columns = columnsOf(rows, 'zh-CN')
    const data = columns.named ? rows.slice(1) : rows
    return { ...columns, targets: proposeMapping(columns, data).columns }
  }

  it.each<[string[], string[], ImportTarget[]]>([
    [
      ['留言编号', '留言用户', '留言主题', '留言时间', '留言详情', '一级分类'],
      ['24', 'A00074011', '占道', '2020/1/6 12:09', '施工占了人行道', '城建'],
      ['external_id', 'customer_id', 'title', 'said_at', 'text', 'category'],
    ],
    [
      ['cat', 'label', 'review'],
      ['书', '1', '写得很好'],
      ['category', 'context', 'text'],
    ],
    [
      ['订单号', '昵称', '手机号码', '邮箱（选填）', '评分', '评价内容', '追评'],
      ['D1', '小梅', '13800138000', 'a@b.cn', '5', '不错的店', ''],
      ['context', 'customer_name', 'customer_phone', 'customer_email', 'rating', 'text', 'ignore'],
    ],
    [
      ['Ticket ID', 'User Name', 'E-mail', 'Created At', 'Subject', 'Description', 'Type'],
      ['7', 'Mei', 'm@x.com', '2020-01-01', 'Broken', 'It does not open', 'bug'],
      ['external_id', 'customer_name', 'customer_email', 'said_at', 'title', 'text', 'context'],
    ],
  ])('%j', (names, row, targets) => {
    expect(proposed(names, row)).toEqual({ names, named: true, targets })
  })

  it('a sheet that begins with data has numbered columns, and its longest texts are the text', () => {
    expect(
      proposed(
        ['1', '房间很大，早餐一般。', '2020-01-01', 'a@b.cn'],
        ['0', '隔音不好，半夜很吵。', '2020-01-02', 'c@d.cn'],
      ),
    ).toEqual({
      names: ['列1', '列2', '列3', '列4'],
      named: false,
      targets: ['context', 'text', 'said_at', 'customer_email'],
    })
  })

  it('two columns of one name stay two, one without a name gets a number, empty ones at the end go', () => {
    expect(proposed(['内容', '内容', '', '备注', '', ''], ['短', '长长长长长', 'x', 'y'])).toEqual({
      names: ['内容', '内容 2', '列3', '备注'],
      named: true,
      targets: ['context', 'text', 'context', 'context'],
    })
  })

  it('ids that repeat are no ids; our own columns of refused rows are left out', () => {
    const again = proposed(
      ['导入行号', '导入原因代码', 'ID', '内容'],
      ['3', 'too_long', '9', '好'],
      ['4', 'x', '9', '坏'],
    )
    expect(again.targets).toEqual(['ignore', 'ignore', 'context', 'text'])
  })

  it('is always one that can be imported', () => {
    fc.assert(
      fc.property(
        fc.array(fc.array(fc.string(), { minLength: 1, maxLength: 6 }), {
          minLength: 2,
          maxLength: 5,
        }),
        (rows) => {
          const { names, targets } = proposed(...rows)
          // A sheet without any cell is refused before.
          if (names.length === 0) return
          expect(targets.filter((target) => target === 'text')).toHaveLength(1)
          expect(targets).toHaveLength(names.length)
        },
      ),
    )
  })
})
