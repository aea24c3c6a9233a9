import fc from 'fast-check'
import { expect, test } from 'vitest'
import { disarmed } from './download-rejected.ts'

test('a cell that a spreadsheet would run is a text, and any other stays as it is', () => {
  for (const cell of ['=1+1', '+86 138', '-2', '@SUM(A1)', '＝1', '\t=1', '\r=1', '\n=1'])
    expect(disarmed(cell)[0]).toBe("'")
  expect(disarmed(';=1+1')).toBe(";'=1+1")
  expect(disarmed('很慢;"=1+1"')).toBe('很慢;\'"=1+1"')
  for (const cell of ['', '好;坏', '1-2=3', 'a@b.cn', '第一行\n第二行'])
    expect(disarmed(cell)).toBe(cell)
})

test('no part of a cell begins a formula, where ; or a tab divides it as well', () => {
  const cell = fc.array(fc.constantFrom(...'=+-@＝;\t\r\n"\' 字'), { maxLength: 12 })
  fc.assert(
    fc.property(cell, (characters) => {
      const parts = disarmed(characters.join('')).split(/[;\t\r\n]/)
      for (const [index, part] of parts.entries())
        expect(index === 0 ? part : part.replace(/^"+/, '')).not.toMatch(/^[=+\-@＝]/)
    }),
  )
})
