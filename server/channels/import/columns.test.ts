import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { ImportTarget } from '../../../contract/imports.ts'
import { columnsOf } from './columns.ts'
import { proposeMapping } from './propose-mapping.ts'

describe('columns and what they are proposed to mean', () => {
  const proposed = (...rows: string[][]) => {
    const columns = columnsOf(rows, 'zh-CN')
    const data = rows.slice(columns.headerRow ?? 0)
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
      ['order_no', 'customer_name', 'customer_phone', 'customer_email', 'rating', 'text', 'ignore'],
    ],
    [
      ['Ticket ID', 'User Name', 'E-mail', 'Created At', 'Subject', 'Description', 'Type'],
      ['7', 'Mei', 'm@x.com', '2020-01-01', 'Broken', 'It does not open', 'bug'],
      ['external_id', 'customer_name', 'customer_email', 'said_at', 'title', 'text', 'context'],
    ],
    [
      ['App 版本', '操作系统', '机型', '省份', '退款金额', '反馈内容'],
      ['3.2.1', 'Android 14', '小米14', '广东省', '¥39.90', '付不了款'],
      ['version', 'platform', 'device', 'region', 'amount', 'text'],
    ],
  ])('%j', (names, row, targets) => {
    expect(proposed(names, row)).toEqual({ names, headerRow: 1, targets })
  })

  it('a sheet that begins with data has numbered columns, and its longest texts are the text', () => {
    expect(
      proposed(
        ['1', '房间很大，早餐一般。', '2020-01-01', 'a@b.cn'],
        ['0', '隔音不好，半夜很吵。', '2020-01-02', 'c@d.cn'],
      ),
    ).toEqual({
      names: ['列1', '列2', '列3', '列4'],
      headerRow: null,
      targets: ['context', 'text', 'said_at', 'customer_email'],
    })
  })

  it('names stand below a title that stands alone', () => {
    expect(
      proposed(
        ['二〇二六年一月热线登记', ''],
        ['制表：客服部'],
        ['来电人', '来电内容', '登记时间'],
        ['梅', '打不开', '1/13/2026'],
      ),
    ).toMatchObject({ names: ['来电人', '来电内容', '登记时间'], headerRow: 3 })
  })

  it('two columns of one name stay two, one without a name gets a number, empty ones at the end go', () => {
    expect(proposed(['内容', '内容', '', '备注', '', ''], ['短', '长长长长长', 'x', 'y'])).toEqual({
      names: ['内容', '内容 2', '列3', '备注'],
      headerRow: 1,
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
