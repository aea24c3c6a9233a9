import { expect, test } from 'vitest'
import { piecesAt, piecesOf } from './marks.ts'

const said = '说好三天补发，再不处理我就打12315'

test('what the reading rests on stands out, dangerous or not', () => {
  const pieces = piecesOf(said, [
    { text: '说好三天补发', tone: 'plain' },
    { text: '12315', tone: 'danger' },
  ])
  expect(pieces).toEqual([
    { at: 0, text: '说好三天补发', tone: 'plain' },
    { at: 6, text: '，再不处理我就打', tone: null },
    { at: 14, text: '12315', tone: 'danger' },
  ])
})

test('nothing is lost or doubled, whatever is marked', () => {
  const marks = [
    { text: '三天', tone: 'danger' as const },
    { text: '说好三天补发', tone: 'plain' as const },
    { text: '处理我', tone: 'plain' as const },
    { text: '再不处理', tone: 'danger' as const },
    { text: 'nowhere', tone: 'plain' as const },
    { text: '', tone: 'danger' as const },
  ]
  expect(
    piecesOf(said, marks)
      .map(({ text }) => text)
      .join(''),
  ).toBe(said)
  expect(piecesOf('', marks)).toEqual([])
})

test('surrogate pairs stay whole', () => {
  expect(piecesOf('气😡死', [{ text: '😡', tone: 'danger' }]).map(({ text }) => text)).toEqual([
    '气',
    '😡',
    '死',
  ])
})

test('hits stand apart, at the edges too', () => {
  const shown = (text: string, hits: [number, number][]) =>
    piecesAt(text, hits).map((piece) => (piece.hit ? `[${piece.text}]` : piece.text))
  expect(
    shown('退款没到退款', [
      [0, 2],
      [4, 2],
    ]),
  ).toEqual(['[退款]', '没到', '[退款]'])
  expect(shown('没到', [])).toEqual(['没到'])
})
