import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createCategory, listCategories } from '../../../contract/categories.ts'
import { mapImport } from '../../../contract/imports.ts'
import { bootProduct, type Product } from '../../testing/product.ts'
import { aWorkspace, type TestWorkspace } from '../../workspaces/testing.ts'
import { type Desk, importDesk } from './testing.ts'

let product: Product
let shop: TestWorkspace
let desk: Desk
let admin: ReturnType<Product['as']>
beforeAll(async () => {
  product = await bootProduct()
  shop = await aWorkspace(product)
  desk = importDesk(product, shop)
  admin = product.as(shop.members.admin.headers)
  await admin(createCategory, { body: { name: '物流配送', entry: 'complaint' } })
})
afterAll(() => product.close())

const sheet = (prefix: string) => [
  ['编号', '内容', '类别'],
  [`${prefix}1`, '迟了三天', '物流'],
  [`${prefix}2`, '杯子碎了', '包装'],
  [`${prefix}3`, '又迟了', ' 物流 '],
  [`${prefix}4`, '送错地方', '物流配送'],
  [`${prefix}5`, '说不清楚', '别的'],
  [`${prefix}1`, '迟了三天', '物流'],
]

async function brought(prefix: string) {
  const opened = await desk.bring(sheet(prefix))
  const columns = ['external_id', 'text', 'category'] as const
  const mapping = { ...opened.mapping, columns: [...columns], entry: 'complaint' as const }
  await desk.map(opened.id, mapping)
  return { id: opened.id, mapping }
}

async function checked(id: string) {
  await desk.check(id)
  await product.drain()
  return desk.show(id)
}

const categories = async () => (await admin(listCategories)).items

describe('values that are no category', () => {
  it('are named by the dry run with their rows, as are the rows that repeat', async () => {
    const { id } = await brought('a')
    expect(await checked(id)).toMatchObject({
      accepted: 5,
      repeated: 1,
      rejected: 0,
      unknownCategories: [
        { entry: 'complaint', name: '物流', rows: 2 },
        { entry: 'complaint', name: '包装', rows: 1 },
        { entry: 'complaint', name: '别的', rows: 1 },
      ],
      otherCategoryRows: 0,
      repeatedRows: [6],
    })
    expect(await desk.carriedOut(id)).toMatchObject({
      accepted: 5,
      unknownCategories: [{ rows: 2 }, {}, {}],
    })
  })

  it('become what was chosen: a category there is, a new one, or none; undo leaves the new one', async () => {
    const { id, mapping } = await brought('b')
    await checked(id)
    const existing = (await categories()).find(({ name }) => name === '物流配送')?.id ?? ''
    const choices = [
      { entry: 'complaint' as const, name: '物流', to: existing },
      { entry: 'complaint' as const, name: '包装', to: 'create' as const },
      { entry: 'complaint' as const, name: '别的', to: 'none' as const },
    ]
    const chosen = await admin(mapImport, {
      params: { importId: id },
      body: { ...mapping, categories: choices },
    })
    // The answer to what was found changes nothing of what was found.
    expect(chosen).toMatchObject({
      state: 'checked',
      accepted: 5,
      mapping: { categories: choices },
    })
    expect(chosen.unknownCategories).toHaveLength(3)
    expect((await categories()).some(({ name }) => name === '包装')).toBe(false)

    expect(await desk.carriedOut(id)).toMatchObject({ state: 'done', accepted: 5 })
    const made = (await categories()).find(({ name }) => name === '包装')
    expect(made).toMatchObject({ entry: 'complaint', archived: false })
    const of = (await desk.feedbackOf(id)).map((row) => row.category_id)
    expect(of).toEqual([existing, made?.id, existing, existing, null])

    await desk.undo(id)
    await product.drain()
    expect(await desk.show(id)).toMatchObject({ state: 'undone', accepted: 5 })
    expect((await categories()).some(({ name }) => name === '包装')).toBe(true)
  })

  it('are made categories only by who may make some, of names that fit, and mapped to one of their entry', async () => {
    const { id, mapping } = await brought('c')
    const refused = async (name: string, to: string, call = admin) => {
      const choice = { entry: 'complaint' as const, name, to }
      return call(mapImport, {
        params: { importId: id },
        body: { ...mapping, categories: [choice] },
      }).then(
        () => 'taken',
        (error: { code?: string }) => error.code,
      )
    }
    expect(await refused('物流', 'create', desk.call)).toBe('forbidden')
    expect(await refused('长'.repeat(41), 'create')).toBe('category_name_too_long')
    const { id: another } = await admin(createCategory, {
      body: { name: '功能', entry: 'suggestion' },
    })
    expect(await refused('物流', another)).toBe('category_unknown')
  })
})
