import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import {
  changeCategory,
  changeTemplate,
  createCategory,
  createTemplate,
  listCategories,
  listTemplates,
} from '../../contract/categories.ts'
import { readPortal, submitFeedback } from '../../contract/feedback.ts'
import { anOpenWorkspace, aSubmission, type OpenWorkspace } from '../channels/testing.ts'
import { bootProduct, type Product } from '../testing/product.ts'
import { showFeedback } from './index.ts'

let product: Product
let store: OpenWorkspace
let other: OpenWorkspace
beforeAll(async () => {
  product = await bootProduct()
  store = await anOpenWorkspace(product)
  other = await anOpenWorkspace(product)
})
afterAll(() => product.close())

const admin = () => product.as(store.members.admin.headers)
const portal = () => product.as()(readPortal, { params: { workspace: store.slug } })
const asked = (key: string) => ({ key, label: '几号店', type: 'line' as const, required: true })

describe('categories and forms', () => {
  it('that an admin makes are asked of customers at once, and what was answered keeps its words', async () => {
    const template = await admin()(createTemplate, {
      body: { name: '门店', fields: [asked('shop')] },
    })
    const category = await admin()(createCategory, {
      body: {
        name: '门店环境',
        nameEn: 'The shop',
        entry: 'complaint',
        templateId: template.id,
        teamId: store.teams.service ?? null,
        assigneeId: store.members.agent.id,
      },
    })
    expect(category).toMatchObject({
      team: { name: '客服' },
      assignee: { name: store.members.agent.name },
      archived: false,
    })
    expect(
      (await portal()).categories.filter(({ entry }) => entry === 'complaint').at(-1)?.id,
    ).toBe(category.id)
    const say = (fields: Record<string, string>) =>
      product
        .as()(
          submitFeedback,
          aSubmission(store, { entry: 'complaint', categoryId: category.id, fields }),
        )
        .catch((error: { code: string }) => error.code)
    expect(await say({})).toBe('field_required')
    const receipt = await say({ shop: '三号店' })
    await admin()(changeTemplate, {
      params: { templateId: template.id },
      body: { name: '门店', fields: [] },
    })
    expect(await say({ shop: '三号店' })).toBe('field_unknown')
    const id = typeof receipt === 'string' ? '' : receipt.feedbackId
    expect((await showFeedback(store.ctx(), [id])).get(id)).toMatchObject({
      fields: [{ label: '几号店', value: '三号店' }],
      category: { name: '门店环境', nameEn: 'The shop' },
    })
  })

  it('leave the portal when archived, but a form that is open still counts', async () => {
    const [category] = (await admin()(listCategories)).items
    if (!category) throw new Error('no category')
    const { id, name, entry } = category
    const set = (archived: boolean) =>
      admin()(changeCategory, { params: { categoryId: id }, body: { name, entry, archived } })
    expect((await set(true)).archived).toBe(true)
    expect((await portal()).categories.some((one) => one.id === id)).toBe(false)
    const late = await product.as()(submitFeedback, aSubmission(store, { entry, categoryId: id }))
    expect(late.repeated).toBe(false)
    expect((await set(false)).archived).toBe(false)
    expect((await portal()).categories.some((one) => one.id === id)).toBe(true)
  })

  it('are refused when they make no sense', async () => {
    const codeOf = (work: Promise<unknown>) =>
      work.then(
        () => 'done',
        (error: { code: string }) => error.code,
      )
    const [first, second] = (await admin()(listCategories)).items
    const { items } = await product.as(other.members.admin.headers)(listTemplates)
    const theirs = items[0]?.id ?? ''
    const body = { name: '新的', entry: 'feedback' as const }
    expect(await codeOf(admin()(createCategory, { body: { ...body, templateId: theirs } }))).toBe(
      'unknown_value',
    )
    const { service: theirTeam = '' } = other.teams
    expect(await codeOf(admin()(createCategory, { body: { ...body, teamId: theirTeam } }))).toBe(
      'unknown_value',
    )
    expect(
      await codeOf(
        admin()(changeCategory, {
          params: { categoryId: first?.id ?? '' },
          body: { name: second?.name ?? '', entry: first?.entry ?? 'feedback' },
        }),
      ),
    ).toBe('name_taken')
    expect(await codeOf(admin()(changeCategory, { params: { categoryId: theirs }, body }))).toBe(
      'not_found',
    )
    expect(
      await codeOf(
        admin()(createTemplate, { body: { name: '重', fields: [asked('a'), asked('a')] } }),
      ),
    ).toBe('duplicate_field_key')
    expect(
      await codeOf(
        admin()(changeTemplate, {
          params: { templateId: theirs },
          body: { name: 'x', fields: [] },
        }),
      ),
    ).toBe('not_found')
  })
})
