import { afterAll, beforeAll, expect, test } from 'vitest'
import { bootProduct, type Product } from '../testing/product.ts'
import { aWorkspace } from './testing.ts'

let product: Product
beforeAll(async () => {
  product = await bootProduct()
})
afterAll(() => product.close())

test('a workspace for tests has five members and its business’s teams', async () => {
  const whale = await aWorkspace(product, { business: 'store', slug: 'whale' })
  expect(whale.slug).toBe('whale')
  expect(Object.keys(whale.teams)).toEqual([
    'service',
    'complaints',
    'product',
    'tech',
    'logistics',
  ])
  const rows = await whale
    .ctx()
    .db.selectFrom('members')
    .select(['name', 'role'])
    .where('workspace_id', '=', whale.id)
    .execute()
  expect(rows).toHaveLength(5)
})
