import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { listCategories } from '../contract/categories.ts'
import { CallError } from '../contract/client.ts'
import { readPortal } from '../contract/feedback.ts'
import { listTeams } from '../contract/teams.ts'
import { businesses } from '../contract/values.ts'
import { readSetup, readViewer, setUp } from '../contract/workspaces.ts'
import { bootProduct, type Product } from './testing/product.ts'
import { aBrowser } from './workspaces/testing.ts'

let product: Product
beforeEach(async () => {
  product = await bootProduct()
})
afterEach(() => product.close())

const body = {
  workspaceName: '蓝鲸小店',
  business: 'store' as const,
  ownerName: '林主',
  email: 'Lin@whale.test',
  password: 'a quiet blue whale',
}

describe('the first visit', () => {
  test('makes a workspace whose owner can sign in, with the portal at its root', async () => {
    const visitor = product.as()
    expect(await visitor(readSetup)).toEqual({ needed: true, portal: null })
    expect((await product.app.inject('/')).headers.location).toBe('/console')

    const { workspace } = await visitor(setUp, { body })
    expect(workspace).toBe('home')
    expect(await visitor(readSetup)).toEqual({ needed: false, portal: 'home' })
    expect((await product.app.inject('/')).headers.location).toBe('/p/home')

    const browser = aBrowser(product)
    expect((await browser.signIn(body.email, body.password)).status).toBe(200)
    const owner = product.as({ cookie: browser.cookie() })
    const viewer = await owner(readViewer)
    expect(viewer.member).toMatchObject({ name: '林主', role: 'owner', email: 'lin@whale.test' })
    expect(viewer.workspace).toMatchObject({ name: '蓝鲸小店', business: 'store', sample: false })
    expect(viewer.workspaces).toEqual([{ slug: 'home', name: '蓝鲸小店', sample: false }])
    const teams = (await owner(listTeams)).items
    expect(teams.map(({ name }) => name)).toContain('物流')
    expect(teams.every(({ members }) => members.some(({ name }) => name === '林主'))).toBe(true)
    const { items } = await owner(listCategories)
    expect(items.length).toBeGreaterThan(3)
    expect(items.some(({ team }) => team !== null)).toBe(true)
    const portal = await visitor(readPortal, { params: { workspace } })
    expect(portal.categories.length).toBeGreaterThan(3)
    expect(portal.greeting).not.toBe('')
  })

  test('of two at the same moment one is served', async () => {
    const visitor = product.as()
    const answers = await Promise.allSettled(
      ['a@whale.test', 'b@whale.test', 'c@whale.test'].map((email) =>
        visitor(setUp, { body: { ...body, email } }),
      ),
    )
    expect(answers.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
    for (const answer of answers)
      if (answer.status === 'rejected') {
        expect(answer.reason).toBeInstanceOf(CallError)
        expect((answer.reason as CallError).code).toBe('already_set_up')
      }
    const db = product.platform.db
    expect(await db.selectFrom('workspaces').select('id').execute()).toHaveLength(1)
    expect(await db.selectFrom('accounts').select('id').execute()).toHaveLength(1)
  })

  test('refuses what does not fit, and stays needed', async () => {
    const visitor = product.as()
    const refused = (change: Record<string, unknown>) =>
      visitor(setUp, { body: { ...body, ...change } as typeof body }).then(
        () => 'served',
        (error: CallError) => [error.status, error.code],
      )
    expect(await refused({ password: '1234567890' })).toEqual([400, 'password_too_weak'])
    expect(await refused({ password: 'lin@whale.test' })).toEqual([400, 'password_too_weak'])
    expect(await refused({ password: 'short' })).toEqual([400, 'invalid_input'])
    expect(await refused({ email: 'not an address' })).toEqual([400, 'invalid_input'])
    expect(await refused({ timeZone: 'Mars/Olympus' })).toEqual([400, 'invalid_input'])
    expect(await refused({ business: 'bakery' })).toEqual([400, 'invalid_input'])
    expect(await refused({ role: 'owner' })).toEqual([400, 'invalid_input'])
    expect((await visitor(readSetup)).needed).toBe(true)
  })
})

test.each(businesses)(
  'a %s finds its teams, categories and words in English too',
  async (business) => {
    await product.as()(setUp, {
      body: { ...body, business, workspaceName: 'Blue Whale', locale: 'en' },
    })
    const { slug, id, greeting } = await product.platform.db
      .selectFrom('workspaces')
      .selectAll()
      .executeTakeFirstOrThrow()
    expect(slug).toBe('blue-whale')
    expect(greeting).toMatch(/[a-z]/)
    const ctx = product.ctx(id)
    const teams = await ctx.db
      .selectFrom('teams')
      .select('name')
      .where('workspace_id', '=', id)
      .execute()
    expect(teams.map(({ name }) => name)).toContain('Complaints')
    const surveys = await ctx.db
      .selectFrom('surveys')
      .selectAll()
      .where('workspace_id', '=', id)
      .execute()
    expect(surveys).toHaveLength(1)
  },
)
