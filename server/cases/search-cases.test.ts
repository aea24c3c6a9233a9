import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { listCases as endpoint } from '../../contract/cases.ts'
import { normalise, queryTerms, searchTerms } from '../../reading/index.ts'
import { bootProduct, type Product } from '../testing/product.ts'
import { aWorkspace, type TestWorkspace } from '../workspaces/testing.ts'
import { addNote } from './add-note.ts'
import { addToCase } from './add-to-case.ts'
import { answerCustomer } from './answer-customer.ts'
import { filteredCases } from './filtered-cases.ts'
import { listCases } from './list-cases.ts'
import { type Effort, searchCases } from './search-cases.ts'
import { parseSearch } from './search-query.ts'
import { aCase, manyCases } from './testing.ts'

const dayMs = 86_400_000
let product: Product
let workspace: TestWorkspace
beforeAll(async () => {
  product = await bootProduct()
  workspace = await aWorkspace(product)
})
afterAll(() => product.close())

async function find(q: string, more: Record<string, string> = {}): Promise<string[]> {
  const ids: string[] = []
  let cursor: string | null = null
  do {
    const input = endpoint.query?.parse({ q, limit: '3', ...more, ...(cursor ? { cursor } : {}) })
    if (!input) throw new Error('no query')
    const page: Awaited<ReturnType<typeof listCases>> = await listCases(
      workspace.ctx('agent'),
      input,
    )
    ids.push(...page.items.map(({ id }) => id))
    cursor = page.nextCursor
  } while (cursor !== null)
  return ids
}

/** All pages, with so much effort for each. */
async function searched(own: TestWorkspace, q: string, effort: Effort): Promise<string[]> {
  const ctx = own.ctx('agent')
  const ids: string[] = []
  let cursor: string | undefined
  do {
    const list = await filteredCases(ctx, { sort: 'newest', cursor })
    const { cases, nextCursor } = await searchCases(ctx, q, list, 2, effort)
    ids.push(...cases.map(({ id }) => id))
    cursor = nextCursor ?? undefined
  } while (cursor !== undefined)
  return ids
}

describe('words', () => {
  const letters = fc.constantFrom(...'退款物流不能开机很慢 a1B2，。')
  const broken = fc.oneof({ arbitrary: letters, weight: 12 }, fc.constant('\n'))
  const lines = (letter: fc.Arbitrary<string>, maxLength: number) =>
    fc.array(letter, { minLength: 1, maxLength }).map((all) => all.join(''))
  /** The walk alone, the index after one step, the index by weeks, weeks walked. */
  const efforts: Effort[] = [
    { walkSteps: 4000, hitsAtOnce: 2000 },
    { walkSteps: 1, hitsAtOnce: 2000 },
    { walkSteps: 2, hitsAtOnce: 1 },
    { walkSteps: 1, hitsAtOnce: 0 },
  ]

  test('are found where a person would see them, newest first, and nowhere else', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(lines(broken, 12), { minLength: 1, maxLength: 12 }),
        lines(letters, 5),
        async (said, q) => {
          const own = await aWorkspace(product)
          const good = said.filter((text) => text.trim() !== '')
          if (good.length === 0 || normalise(q) === '') return
          const at = product.platform.now().getTime()
          const ids = await manyCases(
            own,
            good.map((text, n) => ({
              entry: 'feedback',
              text,
              saidAt: new Date(at - n * 5 * dayMs),
            })),
          )
          const { terms, needle } = queryTerms(q)
          const holds = (text: string) =>
            needle.split(' ').every((part) => normalise(text).includes(part)) &&
            terms.every((term) => searchTerms(text).includes(term))
          const number = parseSearch(q).number
          const expected = good.flatMap((text, n) =>
            holds(text) || n + 1 === number ? [ids[n] as string] : [],
          )
          for (const effort of efforts) expect(await searched(own, q, effort)).toEqual(expected)
        },
      ),
      { numRuns: 60 },
    )
  })

  test('of two characters are found at once, in any script and width', async () => {
    const opened = await aCase()
      .saying('商家說好七天無理由退貨，ｉＰｈｏｎｅ１５ 也不退')
      .in(workspace)
    for (const q of ['退货', '无理由', '無理由', 'iphone15', 'IPHONE', '退货 iphone15'])
      expect(await find(q), q).toContain(opened.id)
    for (const q of ['退款', '货退', '退货 华为']) expect(await find(q), q).not.toContain(opened.id)
  })

  test('of answers and of what customers add are found, those of notes are not', async () => {
    const opened = await aCase().saying('发票').in(workspace)
    const ctx = workspace.ctx('agent')
    const said = { caseId: opened.id, evidence: [] }
    await answerCustomer(ctx, { ...said, text: '抬头已更正' })
    await addNote(ctx, { ...said, text: '疑似薅羊毛' })
    await addToCase(product.ctx(workspace.id, opened.customer), {
      workspace: workspace.slug,
      number: opened.number,
      text: '还缺税号',
      evidence: [],
      submissionKey: crypto.randomUUID(),
    })
    expect(await find('抬头已更正')).toEqual([opened.id])
    expect(await find('缺税号')).toEqual([opened.id])
    expect(await find('薅羊毛')).toEqual([])
    expect(await find('发票还缺')).toEqual([])
  })
})

describe('who and which', () => {
  test('a number finds its case, with and without letters, also that of joined words', async () => {
    const first = await aCase().knownAs('s-1').saying('打不开').in(workspace)
    const second = await aCase().knownAs('s-1').saying('还是打不开').in(workspace)
    for (const q of [
      String(first.number),
      `HY-${first.number}`,
      `hy ${second.number}`,
      `#${second.number}`,
    ])
      expect(await find(q), q).toContain(first.id)
    expect(await find(`HY-${first.number}`)).toEqual([first.id])
    expect(await find('HY-999999')).toEqual([])
  })

  test('a name and the last digits of a phone find the customer’s cases', async () => {
    const ctx = workspace.ctx()
    const [id = ''] = await manyCases(workspace, [
      { entry: 'feedback', text: '屏幕闪', author: { name: '欧阳清風', phone: '138 1234 9876' } },
    ])
    expect(ctx.workspaceId).toBe(workspace.id)
    for (const q of ['欧阳清风', '9876', '12349876', '138 1234 9876'])
      expect(await find(q), q).toContain(id)
    expect(await find('6789')).not.toContain(id)
  })

  test('filters narrow what is found', async () => {
    const complaint = await aCase().as('complaint').saying('蓝鲸服务恶劣').in(workspace)
    const feedback = await aCase().saying('蓝鲸服务恶劣').in(workspace)
    expect(await find('蓝鲸服务')).toEqual([feedback.id, complaint.id])
    expect(await find('蓝鲸服务', { entry: 'complaint' })).toEqual([complaint.id])
    expect(await find('蓝鲸服务', { sort: 'oldest' })).toEqual([complaint.id, feedback.id])
    expect(await find('蓝鲸服务', { view: 'closed' })).toEqual([])
  })
})

describe('shows what was found', () => {
  const passage = async (q: string, id: string) => {
    const input = endpoint.query?.parse({ q })
    if (!input) throw new Error('no query')
    const { items } = await listCases(workspace.ctx('agent'), input)
    return items.find((row) => row.id === id)?.passage
  }

  test('in the title, however it was typed', async () => {
    const { id } = await aCase().saying('ＡＰＰ閃退，重裝也沒用').in(workspace)
    expect(await passage('app闪退', id)).toEqual({ text: 'ＡＰＰ閃退，重裝也沒用', hits: [[0, 5]] })
  })

  test('deep in what was said since, without what is personal', async () => {
    const { id } = await aCase().saying('空气炸锅不加热').in(workspace)
    await answerCustomer(workspace.ctx('agent'), {
      caseId: id,
      text: '第一行\n您的电话 13912345678，仓库说玳瑁色的已经停产，换同款云杉绿\n最后一行',
      evidence: [],
    })
    const found = await passage('玳瑁色', id)
    expect(found?.text).toMatch(/^….*玳瑁色的已经停产，换同款云杉绿\n最后一行$/)
    expect((await passage('您的电话', id))?.text).not.toMatch(/12345/)
    const [[at, length] = [0, 0]] = found?.hits ?? []
    expect(found?.text.slice(at, at + length)).toBe('玳瑁色')
  })

  test('but for a customer found by name or a case by number, the title as it is', async () => {
    const { id, number } = await aCase().from('慕容雪见').saying('杯子漏水').in(workspace)
    expect(await passage('慕容雪见', id)).toBeNull()
    expect(await passage(`HY-${number}`, id)).toBeNull()
  })
})

test('quotes, operators and wildcards are words like any other', async () => {
  for (const q of [`'`, `' | 'a`, '%', '_', '\\', '退款 & !物流', `a'b:*`, '"', '（）'])
    await expect(find(q), q).resolves.toBeDefined()
})
