import { expect, test } from 'vitest'
import { extractObject } from './extract.ts'

const wanted = { kind: 'bug', reason: '“打不开”是故障，括号 } 在引号里' }
const plain = JSON.stringify(wanted)

test.each([
  ['as it is', plain],
  ['in a fence', `\`\`\`json\n${plain}\n\`\`\``],
  ['in a fence that was never closed', `\`\`\`\n${plain}`],
  ['with words around it', `好的：\n${plain}\n就是这样 }`],
  ['after a thought', `<think>{"kind":"other"} 不对</think>${plain}`],
  ['after a thought whose beginning is missing', `不对</think>\n${plain}`],
  ['with a trailing comma', plain.replace(/}$/, ',}')],
  ['after braces that are none', `集合 {a，b} 里：${plain}`],
])('an object %s is found', (_how, said) => {
  expect(extractObject(said)).toEqual(wanted)
})

test.each([
  ['nothing', ''],
  ['prose', '抱歉，我不明白。'],
  ['a list', '[1, 2]'],
  ['a thought that never ends', `<think>${plain}`],
])('in %s there is none', (_what, said) => {
  expect(extractObject(said)).toBeNull()
})

test('an object that was cut off is closed where it ends', () => {
  expect(extractObject('{"kind":"bug","reason":"打不')).toEqual({ kind: 'bug', reason: '打不' })
})

test('a very long answer of opening braces takes no long time', () => {
  expect(extractObject('{'.repeat(20_000))).toBeNull()
})
