/** Several processes serve one workspace: what one has just changed in its catalogue, the others know. */
import { afterAll, beforeAll, expect, test } from 'vitest'
import { showCase } from '../../contract/cases.ts'
import { readPortal, submitFeedback } from '../../contract/feedback.ts'
import { anOpenWorkspace, aSubmission, type OpenWorkspace } from '../channels/testing.ts'
import { json } from '../platform/db/database.ts'
import { bootProduct, type Product } from '../testing/product.ts'

let product: Product
let store: OpenWorkspace
beforeAll(async () => {
  product = await bootProduct()
  store = await anOpenWorkspace(product)
})
afterAll(() => product.close())

/** Written past this process, which remembers the catalogue as it was. */
async function madeElsewhere(name: string, templateId: string | null = null): Promise<string> {
  await product.as()(readPortal, { params: { workspace: store.slug } })
  const { db, newId, workspaceId } = store.ctx()
  const id = newId()
  await db
    .insertInto('categories')
    .values({
      workspace_id: workspaceId,
      id,
      entry: 'feedback',
      name,
      name_en: null,
      template_id: templateId,
      team_id: store.teams.service ?? null,
      assignee_id: null,
      position: 99,
      archived_at: null,
    })
    .execute()
  return id
}

const show = (caseId: string) =>
  product.as(store.members.agent.headers)(showCase, { params: { caseId } })

test('a category that another process made a moment ago refuses nobody', async () => {
  const categoryId = await madeElsewhere('新店开业')
  const { feedbackId } = await product.as()(submitFeedback, aSubmission(store, { categoryId }))
  await product.drain()
  const team = { id: store.teams.service }
  expect(await show(feedbackId)).toMatchObject({ category: { name: '新店开业' }, team })
})

test('its team has what another process received there', async () => {
  const { feedbackId } = await product.as()(submitFeedback, aSubmission(store))
  const categoryId = await madeElsewhere('老店翻新')
  await store
    .ctx()
    .db.updateTable('feedback')
    .set({ category_id: categoryId })
    .where('workspace_id', '=', store.id)
    .where('id', '=', feedbackId)
    .execute()
  await product.drain()
  const category = { name: '老店翻新' }
  const team = { id: store.teams.service }
  expect(await show(feedbackId)).toMatchObject({ category, team, feedback: { category } })
})

test('a form that another process changed a moment ago is the one that is asked', async () => {
  const { db, newId, workspaceId } = store.ctx()
  const templateId = newId()
  const field = { key: 'shop', label: '几号店', labelEn: null, hint: '', hintEn: null }
  const shape = { type: 'line' as const, required: false, choices: [] }
  await db
    .insertInto('templates')
    .values({
      workspace_id: workspaceId,
      id: templateId,
      name: '门店',
      name_en: null,
      fields: json([]),
      created_at: new Date(),
    })
    .execute()
  const categoryId = await madeElsewhere('门店环境', templateId)
  await product.as()(readPortal, { params: { workspace: store.slug } })
  await db
    .updateTable('templates')
    .set({ fields: json([{ ...field, ...shape }]) })
    .where('workspace_id', '=', workspaceId)
    .where('id', '=', templateId)
    .execute()
  const answered = aSubmission(store, { categoryId, fields: { shop: '三号店' } })
  expect(await product.as()(submitFeedback, answered)).toMatchObject({ repeated: false })
})
