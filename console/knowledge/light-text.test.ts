import { expect, test } from 'vitest'
import { lightText, withoutMarks } from '../../design/light-text.ts'

test('paragraphs, lists, bold and links are told apart', () => {
  const text =
    '先**重启**一次，再看：\n- 网络\n- 内存\n\n1. 更新\n2. 见[说明](https://a.test/x?y=1)\n完。'
  expect(lightText(text)).toEqual([
    {
      kind: 'paragraph',
      lines: [[{ text: '先' }, { text: '重启', bold: true }, { text: '一次，再看：' }]],
    },
    { kind: 'bullets', lines: [[{ text: '网络' }], [{ text: '内存' }]] },
    {
      kind: 'numbers',
      lines: [[{ text: '更新' }], [{ text: '见' }, { text: '说明', link: 'https://a.test/x?y=1' }]],
    },
    { kind: 'paragraph', lines: [[{ text: '完。' }]] },
  ])
})

test('only http and https become links, and nothing becomes markup', () => {
  const text = '[点我](javascript:alert(1)) <img src=x onerror=1> data:text/html,x https://b.test。'
  expect(lightText(text)[0]?.lines[0]).toEqual([
    { text: '[点我](javascript:alert(1)) <img src=x onerror=1> data:text/html,x ' },
    { text: 'https://b.test', link: 'https://b.test' },
    { text: '。' },
  ])
})

test('what is sent to a customer carries no marks', () => {
  expect(withoutMarks('**先**看[说明](https://a.test/x)，或 https://b.test')).toBe(
    '先看说明 https://a.test/x，或 https://b.test',
  )
})

test('a text of a megabyte takes no longer than its length', () => {
  for (const text of ['*'.repeat(1e6), '['.repeat(1e6), '- '.repeat(5e5), 'https://'.repeat(1e5)])
    expect(lightText(text).length).toBeGreaterThan(0)
})
