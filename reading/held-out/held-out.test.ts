import { readdirSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { kinds, personalDataKinds, risks, sentiments, topics, urgencies } from '../labels.ts'
import { readSeed } from '../training/seed.ts'

type Row = Record<string, string>

const here = new URL('./', import.meta.url)

function rowsOf(name: string): Row[] {
  const [head = '', ...lines] = readFileSync(new URL(name, here), 'utf8').trimEnd().split('\n')
  const columns = head.split('\t')
  return lines.map((line) => {
    const cells = line.split('\t')
    return Object.fromEntries(columns.map((column, at) => [column, cells[at] ?? '']))
  })
}

const listOf = (cell = '') => (cell === '' ? [] : cell.split('|'))
const textsOf = (rows: Row[]) => rows.map((row) => row.text ?? '')

test('fresh.tsv carries only labels a reading may use, at most three of a sort', () => {
  const rows = rowsOf('fresh.tsv')
  const known = { topics, risks } as Record<string, readonly string[]>
  for (const row of rows) {
    expect(kinds).toContain(row.kind)
    expect(sentiments).toContain(row.sentiment)
    expect(urgencies).toContain(row.urgency)
    for (const [column, labels] of Object.entries(known)) {
      const written = listOf(row[column])
      expect(
        written.filter((label) => !labels.includes(label)),
        row.text,
      ).toEqual([])
      expect(new Set(written).size, row.text).toBe(written.length)
      expect(written.length, row.text).toBeLessThanOrEqual(3)
    }
  }
  expect(new Set(textsOf(rows)).size).toBe(rows.length)
})

test('every span of personal-data.tsv holds the data and nothing around it', () => {
  for (const row of rowsOf('personal-data.tsv')) {
    const text = row.text ?? ''
    let end = 0
    const found = listOf(row.spans).map((span) => {
      const [, kind = '', from = '', to = ''] = /^([a-z_]+):(\d+)-(\d+)$/.exec(span) ?? []
      expect(personalDataKinds).toContain(kind)
      expect(Number(from), text).toBeGreaterThanOrEqual(end)
      end = Number(to)
      expect(end, text).toBeLessThanOrEqual(text.length)
      const data = text.slice(Number(from), end)
      expect(data, text).toMatch(/^[^\s:：].*[^\s:：,，。]$/u)
      return kind
    })
    expect([...new Set(found)], text).toEqual(listOf(row.kinds))
  }
})

test('a group has several members, and who is alone has none', () => {
  const sizes = new Map<string, number>()
  const rows = rowsOf('groups.tsv')
  for (const { group = '' } of rows) sizes.set(group, (sizes.get(group) ?? 0) + 1)
  for (const [group, size] of sizes) expect(size > 1, group).toBe(!group.startsWith('alone-'))
  expect(new Set(textsOf(rows)).size).toBe(rows.length)
})

test('what measures is not what was learnt', () => {
  const learnt = new Set(readSeed(new URL('../seed/', here)).map((line) => line.text))
  const sets = readdirSync(here).filter((name) => name.endsWith('.tsv'))
  const measured = sets.flatMap((name) => textsOf(rowsOf(name)))
  // Greetings and a bare "人工" are what everybody writes.
  expect(measured.filter((text) => text.length > 8 && learnt.has(text))).toEqual([])
})
