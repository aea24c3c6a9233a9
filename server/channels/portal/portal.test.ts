import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { CallError } from '../../../contract/client.ts'
import { readPortal, submitFeedback } from '../../../contract/feedback.ts'
import { bootProduct, type Product } from '../../testing/product.ts'
import { anOpenWorkspace, aSubmission, type OpenWorkspace } from '../testing.ts'

let product: Product
let store: OpenWorkspace
let im: OpenWorkspace

beforeAll(async () => {
  product = await bootProduct()
  store = await anOpenWorkspace(product)
  im = await anOpenWorkspace(product, { business: 'im' })
})
afterAll(() => product.close())

const guest = () => product.as()
const portalOf = (workspace: OpenWorkspace) =>
  guest()(readPortal, { params: { workspace: workspace.slug } })
const feedbackOf = (workspace: OpenWorkspace) =>
  workspace
    .ctx()
    .db.selectFrom('feedback')
    .selectAll()
    .where('workspace_id', '=', workspace.id)
    .orderBy('number')

async function refusalOf(work: Promise<unknown>): Promise<CallError> {
  try {
    await work
  } catch (error) {
    if (error instanceof CallError) return error
    throw error
  }
  throw new Error('it was not refused')
}

describe('the portal', () => {
  it('says what can be said, by when an answer is promised, and what is kept', async () => {
    const portal = await portalOf(store)
    expect(portal.categories.map(({ name }) => name)).toContain('发货与配送时效')
    expect(portal.promisedAt).toBe('2026-03-06T06:00:00.000Z')
    expect(portal.promiseMinutes).toBe(240)
    expect(portal.limits).toMatchObject({ text: 5000, files: 9 })
    const templates = new Set(portal.templates.map(({ id }) => id))
    for (const { templateId } of portal.categories)
      if (templateId) expect(templates).toContain(templateId)
  })

  it('keeps exactly what was said and gives a receipt', async () => {
    const portal = await portalOf(store)
    const category = portal.categories.find(({ name }) => name === '发货与配送时效')
    const text = '<script>alert(1)</script> 两周了还没到 "真的" \\ 😀'
    const receipt = await guest()(
      submitFeedback,
      aSubmission(store, {
        entry: 'complaint',
        text,
        ...(category ? { categoryId: category.id } : {}),
        fields: { order_no: 'T2026-1', problem: '物流不更新', tracking_no: '' },
        contact: { name: '梅', email: 'Mei@Example.com', phone: '138 0013 8000' },
        context: { page: '/order', retries: 3, wifi: true },
        locale: 'zh-CN',
      }),
    )
    expect(receipt).toMatchObject({ repeated: false, promisedAt: '2026-03-06T06:00:00.000Z' })
    expect(receipt.claimCode).toMatch(/^[0-9A-Z]{10}$/)
    expect(receipt.trackUrl).toBe(`/p/${store.slug}/t/${receipt.number}-${receipt.claimCode}`)
    const row = await feedbackOf(store)
      .where('id', '=', receipt.feedbackId)
      .executeTakeFirstOrThrow()
    expect(row).toMatchObject({
      text,
      entry: 'complaint',
      channel_kind: 'portal',
      context: { page: '/order', retries: 3, wifi: true },
      author: { name: '梅', email: 'Mei@Example.com', phone: '138 0013 8000', locale: 'zh-CN' },
      history: false,
    })
    expect(row.fields.map(({ label, value }) => [label, value])).toEqual([
      ['订单号', 'T2026-1'],
      ['遇到了什么情况', '物流不更新'],
    ])
  })

  it('keeps one of fifty that come at once with one key, and tells all of them its number', async () => {
    const submission = aSubmission(store, { text: '手一抖点了五十次' })
    const receipts = await Promise.all(
      Array.from({ length: 50 }, () => guest()(submitFeedback, submission)),
    )
    expect(new Set(receipts.map(({ number }) => number)).size).toBe(1)
    expect(new Set(receipts.map(({ claimCode }) => claimCode)).size).toBe(1)
    expect(receipts.filter(({ repeated }) => !repeated)).toHaveLength(1)
    const again = await guest()(submitFeedback, submission)
    expect(again).toEqual({ ...receipts[0], repeated: true })
    const kept = await feedbackOf(store).where('text', '=', '手一抖点了五十次').execute()
    expect(kept).toHaveLength(1)
    const events = await store
      .ctx()
      .db.selectFrom('events')
      .select('id')
      .where('workspace_id', '=', store.id)
      .where('type', '=', 'feedback.received')
      .where((eb) => eb(eb.ref('data', '->>').key('feedbackId'), '=', kept[0]?.id ?? ''))
      .execute()
    expect(events).toHaveLength(1)
  })

  it('refuses other words under a key that was used, and loses neither', async () => {
    const submission = aSubmission(store, { text: '鞋子小了一码' })
    const first = await guest()(submitFeedback, submission)
    const say = (changed: Partial<typeof submission.body>) =>
      guest()(submitFeedback, { ...submission, body: { ...submission.body, ...changed } })
    for (const changed of [{ text: '鞋子小了两码' }, { contact: { email: 'mei@example.cn' } }]) {
      const refusal = await refusalOf(say(changed))
      expect([refusal.status, refusal.code]).toEqual([409, 'idempotency_key_reused'])
    }
    // A second try may come from a screen that was turned.
    const context = { screen: '844×390' }
    expect(await say({ context })).toEqual({ ...first, repeated: true })
    const other = await say({ text: '鞋子小了两码', submissionKey: randomUUID() })
    expect(other.repeated).toBe(false)
  })

  it('takes the same key of another workspace for another submission', async () => {
    const submissionKey = randomUUID()
    const ours = await guest()(submitFeedback, aSubmission(store, { submissionKey }))
    const theirs = await guest()(submitFeedback, aSubmission(im, { submissionKey }))
    expect(theirs.repeated).toBe(false)
    expect(theirs.feedbackId).not.toBe(ours.feedbackId)
  })

  it('numbers one after the other however many speak at once, and bad ones never hurt neighbours', async () => {
    const before = (await feedbackOf(store).execute()).length
    const results = await Promise.allSettled(
      Array.from({ length: 120 }, (_, index) =>
        guest()(
          submitFeedback,
          aSubmission(store, {
            text: `第${index}位`,
            ...(index % 4 === 0 ? { evidence: [`${randomUUID()}.${'A'.repeat(26)}`] } : {}),
          }),
        ),
      ),
    )
    expect(results.filter(({ status }) => status === 'rejected')).toHaveLength(30)
    const numbers = (await feedbackOf(store).execute()).map(({ number }) => number)
    expect(numbers).toEqual(Array.from({ length: before + 90 }, (_, index) => index + 1))
  })

  it.each([
    ['an empty text', { text: '  \n ' }, 'required', 'text'],
    ['a text too long', { text: '长'.repeat(5001) }, 'too_long', 'text'],
    ['a control character', { text: 'a\u0000b' }, 'control_characters', 'text'],
    ['half a surrogate', { text: 'a\ud800b' }, 'broken_characters', 'text'],
    ['a field nobody asked for', { fields: { admin: 'yes' } }, 'field_unknown', 'fields.admin'],
    ['an unknown category', { categoryId: randomUUID() }, 'category_unknown', 'categoryId'],
    ['a mail address that is none', { contact: { email: 'nope' } }, 'not_email', 'contact.email'],
    ['a forged ticket', { evidence: ['nope'] }, 'evidence_unknown', 'evidence'],
  ])('refuses %s', async (_, given, code, path) => {
    const refusal = await refusalOf(guest()(submitFeedback, aSubmission(store, given)))
    expect(refusal.status).toBe(400)
    expect(refusal.problem.fields).toMatchObject([{ code, path }])
  })

  it('refuses unknown properties', async () => {
    const call = aSubmission(store)
    const refusal = await refusalOf(
      guest()(submitFeedback, { ...call, body: { ...call.body, number: 1 } as typeof call.body }),
    )
    expect(refusal.problem.fields).toMatchObject([{ code: 'unknown_field' }])
  })

  it('refuses a category of another workspace, and one of another entry', async () => {
    const [theirs] = (await portalOf(im)).categories
    const ours = (await portalOf(store)).categories.find(({ entry }) => entry === 'feedback')
    for (const [entry, categoryId] of [
      [theirs?.entry, theirs?.id],
      ['complaint', ours?.id],
    ] as const) {
      const given = { ...(entry ? { entry } : {}), ...(categoryId ? { categoryId } : {}) }
      const refusal = await refusalOf(guest()(submitFeedback, aSubmission(store, given)))
      expect(refusal.code).toBe('category_unknown')
    }
  })

  it('asks what the form requires, and takes only offered choices', async () => {
    const report = (await portalOf(im)).categories.find(({ name }) => name === '骚扰与辱骂')
    const say = (fields: Record<string, string>) =>
      guest()(
        submitFeedback,
        aSubmission(im, { entry: 'complaint', categoryId: report?.id ?? '', fields }),
      )
    expect((await refusalOf(say({}))).problem.fields).toMatchObject([
      { code: 'field_required', path: 'fields.target' },
    ])
    expect((await refusalOf(say({ target: '坏人', place: '月球' }))).code).toBe('choice_unknown')
    expect((await refusalOf(say({ target: '坏人\n二' }))).code).toBe('line_break')
    expect((await say({ target: '坏人', place: '群聊' })).repeated).toBe(false)
  })

  it('is not there for a workspace that is not there', async () => {
    expect((await refusalOf(guest()(readPortal, { params: { workspace: 'nobody' } }))).status).toBe(
      404,
    )
    expect((await refusalOf(guest()(submitFeedback, aSubmission({ slug: 'nobody' })))).status).toBe(
      404,
    )
  })
})
