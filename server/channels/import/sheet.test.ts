import { Readable } from 'node:stream'
import ExcelJS from 'exceljs'
import iconv from 'iconv-lite'
import { describe, expect, it } from 'vitest'
import { brokenBytes } from './decode.ts'
import { findEncoding } from './encoding.ts'
import { type HowWritten, inspectSheet } from './inspect-sheet.ts'
import { readSheet } from './sheet.ts'
import { dateText } from './xlsx-cells.ts'
import { isDateFormat } from './xlsx-workbook.ts'

/** As a disk hands it over: in pieces that end anywhere. */
function inPieces(bytes: Buffer, size = 7): Readable {
  const pieces: Buffer[] = []
  for (let at = 0; at < bytes.length; at += size) pieces.push(bytes.subarray(at, at + size))
  return Readable.from(pieces)
}

async function rowsOf(bytes: Buffer, how: Partial<HowWritten> = {}): Promise<string[][]> {
  const { shape } = await inspectSheet(async () => inPieces(bytes), { locale: 'zh-CN', ...how })
  const rows: string[][] = []
  for await (const row of readSheet(inPieces(bytes), shape)) rows.push(row)
  return rows
}

const inspect = (content: string | Buffer, how: Partial<HowWritten> = {}) =>
  inspectSheet(async () => inPieces(Buffer.from(content)), { locale: 'zh-CN', ...how })

const chinese = '内容,时间\n打不开，一直转圈,2026-01-02\n退款没有到账,2026-01-03\n'
const expected = [
  ['内容', '时间'],
  ['打不开，一直转圈', '2026-01-02'],
  ['退款没有到账', '2026-01-03'],
]

describe('text sheets', () => {
  it.each([
    ['UTF-8', Buffer.from(chinese)],
    ['UTF-8 with a byte order mark', Buffer.from(`\uFEFF${chinese}`)],
    ['GB18030', iconv.encode(chinese, 'gb18030')],
    ['UTF-16 little endian', iconv.encode(chinese, 'utf-16le', { addBOM: true })],
    ['UTF-16 big endian', iconv.encode(chinese, 'utf-16be', { addBOM: true })],
    ['UTF-16 little endian without a mark', iconv.encode(chinese, 'utf-16le', { addBOM: false })],
    ['UTF-16 big endian without a mark', iconv.encode(chinese, 'utf-16be', { addBOM: false })],
    ['lines ended as on Windows', Buffer.from(chinese.replaceAll('\n', '\r\n'))],
    ['lines ended as on old Macs', Buffer.from(chinese.replaceAll('\n', '\r'))],
    ['semicolons', Buffer.from(chinese.replaceAll(',', ';'))],
    ['tabs', Buffer.from(chinese.replaceAll(',', '\t'))],
    ['bars', Buffer.from(chinese.replaceAll(',', '|'))],
    ['blank lines', Buffer.from(`\n${chinese.replaceAll('\n', '\n\n')}\n`)],
  ])('%s', async (_, bytes) => {
    expect(await rowsOf(bytes)).toEqual(expected)
  })

  it('are read as somebody says they are written', async () => {
    const traditional = '內容,時間\n一直轉圈，打不開,2026-01-02\n'
    const big5 = iconv.encode(traditional, 'big5')
    expect((await rowsOf(big5, { encoding: 'big5' }))[1]?.[0]).toBe('一直轉圈，打不開')
    expect((await rowsOf(big5))[1]?.[0]).not.toBe('一直轉圈，打不開')
    for (const order of ['utf-16le', 'utf-16be'])
      for (const addBOM of [true, false])
        expect(
          await rowsOf(iconv.encode(chinese, order, { addBOM }), { encoding: 'utf-16' }),
        ).toEqual(expected)
    const wrong = await rowsOf(Buffer.from(chinese), { encoding: 'big5' })
    expect(wrong[0]).not.toEqual(expected[0])
  })

  it('have their names where somebody says, or none', async () => {
    const given = '报表\n甲,乙\n丙,丁\n一,1/13/2020\n二,1/3/2020\n'
    const at = async (headerRow: number | null) => {
      const { columns, sample, head, dates } = await inspect(given, { headerRow })
      return { names: columns.names, first: sample[0], rows: head.length, dates }
    }
    expect(await at(3)).toEqual({
      ...{ names: ['丙', '丁'], first: ['一', '1/13/2020'] },
      ...{ rows: 5, dates: [null, 'mdy'] },
    })
    const unnamed = await inspect('内容,时间\n好,1/13/2020\n', { headerRow: null })
    expect(unnamed).toMatchObject({ columns: { names: ['列1', '列2'], headerRow: null } })
    expect(unnamed.sample[0]).toEqual(['内容', '时间'])
    await expect(at(5)).rejects.toMatchObject({ code: 'sheet_empty' })
    await expect(at(20)).rejects.toMatchObject({ code: 'sheet_empty' })
  })

  it('show the order of their dates though the telling one comes late', async () => {
    const rows = Array.from({ length: 1500 }, (_, i) => `好 ${i},1/${(i % 12) + 1}/2020\n`)
    const { dates } = await inspect(`内容,时间\n${rows.join('')}好,1/31/2020\n`)
    expect(dates).toEqual([null, 'mdy'])
  })

  it('rare characters of GB18030 are read, though the first thousand lines are plain ASCII', async () => {
    const late = `text,n\n${'all is well,1\n'.repeat(1000)}䶮㐂打不开,2\n`
    expect((await rowsOf(iconv.encode(late, 'gb18030'))).at(-1)).toEqual(['䶮㐂打不开', '2'])
  })

  it('some broken bytes do not make UTF-8 another encoding; the cell alone is broken', async () => {
    const bytes = Buffer.concat([
      Buffer.from(chinese.repeat(5)),
      Buffer.from([0xff, 0x41, 0x2c, 0x62, 0x0a]),
    ])
    expect(await findEncoding(inPieces(bytes))).toBe('utf-8')
    expect((await rowsOf(bytes)).at(-1)).toEqual([`${brokenBytes}A`, 'b'])
  })

  it('a replacement character that the source wrote is not a broken byte', async () => {
    expect((await rowsOf(Buffer.from('text,n\nDon\uFFFDt know\uFFFD,1\n'))).at(-1)).toEqual([
      'Don\uFFFDt know\uFFFD',
      '1',
    ])
  })

  it('quotes, separators and line breaks inside cells stay inside', async () => {
    const given = '内容,备注\n"他说：""不行"", 然后\n挂了",好\n\uFEFF"a, b",c\n半个"引号,d\n'
    expect(await rowsOf(Buffer.from(given))).toEqual([
      ['内容', '备注'],
      ['他说："不行", 然后\n挂了', '好'],
      ['a, b', 'c'],
      ['半个"引号', 'd'],
    ])
  })

  it('one column keeps the commas of its texts', async () => {
    const given = 'comment\nGood, but slow\nBad\nLate, again, sorry\n'
    expect((await rowsOf(Buffer.from(given)))[3]).toEqual(['Late, again, sorry'])
  })

  it('a quote that never closes is a broken sheet, not an endless row', async () => {
    const { shape } = await inspect(chinese)
    const bytes = Buffer.from(`内容,时间\n"${'没完没了'.repeat(200_000)}`)
    const reading = async () => {
      for await (const _ of readSheet(inPieces(bytes, 65_536), shape));
    }
    await expect(reading()).rejects.toMatchObject({ code: 'sheet_unreadable' })
  })

  it('a row of nothing but separators is not kept, and what stands far out is too wide', async () => {
    const commas = ','.repeat(5000)
    const rows = await rowsOf(Buffer.from(`内容,时间${commas}\n打不开,2026-01-02${commas}\n`))
    expect(rows.map((row) => row.length)).toEqual([200, 200])
    await expect(inspect(`内容,时间\n打不开,2026-01-02${commas}x\n`)).rejects.toMatchObject({
      code: 'sheet_too_wide',
    })
  })

  it.each([
    ['nothing', '', 'sheet_empty'],
    ['only names of columns', '内容,时间\n', 'sheet_empty'],
    ['blank lines', '\n\n\r\n', 'sheet_empty'],
    [
      '201 columns',
      `${Array.from({ length: 201 }, (_, i) => `c${i}`).join(',')}\n1\n`,
      'sheet_too_wide',
    ],
    [
      'a picture',
      Buffer.from('89504e470d0a1a0a0000000d49484452000000000000', 'hex'),
      'sheet_unreadable',
    ],
    ['a ZIP of something else', Buffer.from('PK\x03\x04 not really'), 'sheet_unreadable'],
  ])('refuses %s', async (_, content, code) => {
    await expect(inspect(content)).rejects.toMatchObject({ code })
  })
})

async function workbook(fill: (book: ExcelJS.Workbook) => void): Promise<Buffer> {
  const book = new ExcelJS.Workbook()
  fill(book)
  return Buffer.from(await book.xlsx.writeBuffer())
}

describe('Excel', () => {
  it.each([
    ['one row', 1, 40, 'sheet_unreadable'],
    ['all rows together', 1200, 30, 'sheet_too_long'],
  ])('is no way to say in %s what memory and disk do not hold', async (_, rows, columns, code) => {
    const bytes = await workbook((book) => {
      const sheet = book.addWorksheet('反馈')
      const same = Array<string>(columns).fill('长'.repeat(32_000))
      for (let row = 0; row < rows; row++) sheet.addRow(same)
    })
    expect(bytes.length).toBeLessThan(500_000)
    const reading = async () => {
      const shape = { format: 'xlsx', encoding: 'utf-8', delimiter: null } as const
      for await (const _ of readSheet(inPieces(bytes, 65_536), shape));
    }
    await expect(reading()).rejects.toMatchObject({ code })
  })

  it('reads the first visible tab: dates as the clock showed them, runs, results, numbers, gaps', async () => {
    const bytes = await workbook((book) => {
      book.addWorksheet('隐藏', { state: 'hidden' }).addRow(['不该读到'])
      const sheet = book.addWorksheet('反馈')
      sheet.addRow(['内容', '时间', '评分', '手机', '空', '已解决'])
      const row = sheet.addRow([])
      row.getCell(1).value = {
        richText: [{ text: '打不开' }, { text: '，很急', font: { bold: true } }],
      }
      row.getCell(2).value = new Date(Date.UTC(2020, 0, 6, 12, 9, 38))
      row.getCell(2).numFmt = 'yyyy"年"m"月"d"日" h:mm'
      row.getCell(3).value = { formula: '2+2.5', result: 4.5 }
      row.getCell(4).value = 13_800_138_000
      row.getCell(6).value = true
      sheet.addRow([])
      sheet.addRow([
        '第二条\n两行',
        null,
        0.1 + 0.2,
        '=1+1',
        null,
        { text: '链接', hyperlink: 'https://example.com' },
      ])
      book.addWorksheet('第三张').addRow(['也不该读到'])
    })
    expect(await rowsOf(bytes)).toEqual([
      ['内容', '时间', '评分', '手机', '空', '已解决'],
      ['打不开，很急', '2020-01-06 12:09:38', '4.5', '13800138000', '', 'TRUE'],
      ['第二条\n两行', '', '0.30000000000000004', '=1+1', '', '链接'],
    ])
  })

  it('refuses a workbook that unpacks to more than it may, and one that lies about it', async () => {
    const honest = await workbook((book) => book.addWorksheet('一').addRow(['内容', '好']))
    const name = Buffer.from('xl/worksheets/sheet1.xml')
    // In the central directory, 22 bytes before the name's length field's end: the unpacked size.
    const central = honest.lastIndexOf(name) - 46
    expect(honest.readUInt32LE(central)).toBe(0x02014b50)
    for (const size of [0xf0000000, 10]) {
      const bomb = Buffer.from(honest)
      bomb.writeUInt32LE(size, central + 24)
      await expect(inspect(bomb)).rejects.toMatchObject({ code: 'sheet_unreadable' })
    }
  })

  it('tells dates from numbers by their format', () => {
    expect(['yyyy-mm-dd', 'm/d/yy h:mm', '[h]:mm', '上午/下午h"时"'].every(isDateFormat)).toBe(true)
    expect(['General', '0.00', '[Red]0', '"days" 0', '#,##0\\ "h"', '0_d'].some(isDateFormat)).toBe(
      false,
    )
    expect([
      dateText(43836),
      dateText(0.5),
      dateText(59),
      dateText(42374, { from1904: true }),
    ]).toEqual(['2020-01-06 00:00:00', '12:00:00', '1900-02-28 00:00:00', '2020-01-06 00:00:00'])
  })
})
