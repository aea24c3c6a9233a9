import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { parseLexicon, scan } from './lexicon.ts'
import { foldText } from './normalise.ts'

const found = (file: string, text: string) =>
  scan(parseLexicon(file), text).map(
    ({ entry, start, end }) => `${entry.label}:${text.slice(start, end)}`,
  )

test('the longest word from the left wins, so an innocent word hides a telling one', () => {
  const file = '[police 2]\n报警\n[none 0]\n报警器'
  expect(found(file, '报警器坏了我要报警')).toEqual(['none:报警器', 'police:报警'])
})

test('Latin words match whole, also next to Chinese; numbers only alone', () => {
  const file = '[bug 1]\ncrash not_working\n[regulator 1]\n12315'
  expect(found(file, 'app crash了, crashing, not working')).toEqual([
    'bug:crash',
    'bug:not working',
  ])
  expect(found(file, '打12315，不是112315')).toEqual(['regulator:12315'])
})

test('a gap stays short and within its sentence', () => {
  const file = '[bug 1]\n打~不开'
  expect(found(file, '打了半天不开')).toEqual(['bug:打了半天不开'])
  expect(found(file, '打了。不开')).toEqual([])
  expect(found(file, '打一二三四五六七八九十不开')).toEqual([])
})

test('an innocent word hides the same word of a feeling', () => {
  expect(found('[pos 1]\n好\n[nil 0]\n好', '好')).toEqual(['nil:好'])
})

test.each(['mood', 'kinds', 'topics', 'risks', 'urgency'])(
  '%s holds only words a text can hold',
  (name) => {
    const file = readFileSync(new URL(`./lexicons/${name}.txt`, import.meta.url), 'utf8')
    const lines = file.split('\n').filter((line) => !/^[#[]/.test(line))
    const words = lines.flatMap((line) => line.split(/\s+/)).filter((word) => word !== '')
    const strays = words.filter((word) => foldText(word).replace(/['’]/g, "'") !== word)
    expect(words.length).toBeGreaterThan(200)
    expect(strays).toEqual([])
  },
)

test('one of several words before and after a gap; a Latin word with any ending', () => {
  const file = '[minor 1]\n{孩子,女儿}~{充了,刷了}\n[bug 1]\ncrash*'
  expect(found(file, '女儿偷偷刷了八百，crashes again')).toEqual([
    'minor:女儿偷偷刷了',
    'bug:crashes',
  ])
  expect(found(file, '孩子。充了')).toEqual([])
})
