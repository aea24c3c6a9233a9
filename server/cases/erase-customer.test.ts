/** A customer asks that what is known of them be deleted: what goes, what stays, and who may do it. */
import { describe, expect, it } from 'vitest'
import { listCandidates } from '../../contract/candidates.ts'
import { addNote, answerCustomer, closeCase } from '../../contract/case-work.ts'
import { listCases, showCase } from '../../contract/cases.ts'
import { listCategories } from '../../contract/categories.ts'
import { eraseCustomer, previewErasure } from '../../contract/erasure.ts'
import { submitFeedback } from '../../contract/feedback.ts'
import { downloadFile, uploadEvidence } from '../../contract/files.ts'
import { answerSurvey } from '../../contract/followups.ts'
import * as imports from '../../contract/imports.ts'
import { readDashboard } from '../../contract/insights.ts'
import * as tracking from '../../contract/track.ts'
import { anImport } from '../channels/import/testing.ts'
import { aSubmission } from '../channels/testing.ts'
import { surveyOfCase } from '../followups/testing.ts'
import { rebuild } from '../insights/index.ts'
import { furnishWorkspace } from '../set-up.ts'
import { tablesSaying as tablesOf } from '../testing/nights.ts'
import type { Product } from '../testing/product.ts'
import { aWorkspaceForEach } from '../testing/workspace-for-each.ts'
import { answerOf, type TestWorkspace } from '../workspaces/testing.ts'
import { aCase } from './testing.ts'

const mark = '已应客户要求删除'

let product: Product
let shop: TestWorkspace
aWorkspaceForEach(
  (booted, made) => {
    product = booted
    shop = made
  },
  { workspace: { furnish: furnishWorkspace } },
)

const as = (role: 'supervisor' | 'agent' | 'admin' = 'supervisor') =>
  product.as(shop.members[role].headers)
const show = (caseId: string) => as()(showCase, { params: { caseId } })
const preview = (caseId: string) => as()(previewErasure, { params: { caseId } })
const erase = async (caseId: string, caseIds: string[], reason = '客户来电要求，已核对') => {
  const changed = await as()(eraseCustomer, { params: { caseId }, body: { caseIds, reason } })
  await product.drain()
  return changed
}
const tablesSaying = (...words: string[]) => tablesOf(product, shop.id, words)
const holder = ({ number, claimCode }: { number: number; claimCode: string }) =>
  product.as({ authorization: `Claim ${number}-${claimCode}` })
const own = ({ number }: { number: number }) => ({ workspace: shop.slug, number })

/** Without when it was asked. */
async function figures() {
  const { asOf: _, ...shown } = await as()(readDashboard, {
    query: { from: '2026-02-20', to: '2026-03-20' },
  })
  return shown
}

async function uploaded(text: string): Promise<string> {
  const body = new FormData()
  body.append('file', new File([text], '日志.txt', { type: 'text/plain' }))
  const { ticket } = await product.as()(uploadEvidence, { params: { workspace: shop.slug }, body })
  return ticket
}

/** A guest with words, evidence, an answer, a note and an answered survey. */
async function aLivedCase() {
  const contact = { name: '江晓梅', email: 'Zoe.Jiang@example.test', phone: '138 0013 2046' }
  const said = { text: '扫地机器人撞翻了鱼缸', contact, evidence: [await uploaded('鱼缸日志')] }
  const receipt = await product.as()(submitFeedback, aSubmission(shop, said))
  await product.drain()
  const caseId = receipt.feedbackId
  const params = { caseId }
  const key = { 'idempotency-key': 'once' }
  const program = product.as({ ...shop.members.agent.headers, ...key })
  await program(answerCustomer, { params, body: { text: '鱼缸我们赔' } })
  await as('agent')(addNote, { params, body: { text: '鱼缸值三百' } })
  await as('agent')(closeCase, { params, body: { resolution: 'solved' } })
  await product.drain()
  const token = (await surveyOfCase(product, shop, caseId)) ?? ''
  await product.as()(answerSurvey, {
    params: { workspace: shop.slug, token },
    body: { score: 5, comment: '鱼缸到了' },
  })
  await product.drain()
  return { caseId, receipt }
}

describe('deletion at the customer’s request', () => {
  it('shows first what there is, and takes all of it; number, figures and timeline stay', async () => {
    const { caseId, receipt } = await aLivedCase()
    const { feedback } = await show(caseId)
    const [file] = feedback.evidence
    const storageKey = await shop
      .ctx()
      .db.selectFrom('files')
      .select('storage_key')
      .where('workspace_id', '=', shop.id)
      .executeTakeFirstOrThrow()
    expect(await preview(caseId)).toMatchObject({
      name: '江晓梅',
      contacts: [{ kind: 'email' }, { kind: 'phone', masked: '138****2046' }],
      cases: [{ id: caseId, state: 'closed', texts: 3, files: 1, sheet: null }],
      more: false,
    })
    const counted = await figures()
    const before = await show(caseId)
    const after = await erase(caseId, [caseId])
    expect(after).toMatchObject({
      number: receipt.number,
      title: mark,
      state: 'closed',
      resolution: 'solved',
      feedback: { text: mark, fields: [], context: {}, evidence: [] },
      reading: null,
      customer: { name: null, identities: [] },
      survey: { score: 5, comment: '' },
    })
    for (const label of ['kind', 'sentiment', 'urgency', 'priority', 'risks', 'category'] as const)
      expect(after[label]).toEqual(before[label])
    const spoken = after.messages.filter(({ direction }) => direction !== 'notice')
    expect(spoken.map(({ text }) => text)).toEqual([mark, mark])
    expect(
      await tablesSaying('鱼缸', '江晓梅', 'xample.test', '13800132046', '138 0013 2046'),
    ).toEqual([])
    expect(await tablesSaying(file?.id ?? '-')).toEqual([])
    await expect(shop.ctx().files.get(storageKey.storage_key)).rejects.toThrow('ENOENT')
    const download = as()(downloadFile, { params: { fileId: file?.id ?? '' } })
    expect(await answerOf(download)).toBe('404 not_found')
    expect((await as()(listCases, { query: { q: '鱼缸' } })).items).toEqual([])
    expect(after.happenings.slice(-2)).toMatchObject([
      { type: 'case.contacts_erased', by: '陈督', data: { asked: true } },
      { type: 'case.redacted', by: '陈督', data: { reason: '客户来电要求，已核对' } },
    ])
    const seen = await holder(receipt)(tracking.track, { params: own(receipt) })
    expect(seen).toMatchObject({ text: mark, can: ['add'] })
    expect(seen.timeline.at(-1)).toMatchObject({ step: 'erased' })

    const again = await preview(caseId)
    expect(again).toMatchObject({ name: null, contacts: [], cases: [{ texts: 0, files: 0 }] })
    expect(await figures()).toEqual(counted)
    await rebuild(shop.ctx())
    expect(await figures()).toEqual(counted)
  })

  it('of chosen cases leaves the words of the others; contact details go from all', async () => {
    const from = () => aCase().knownAs('crm-7').reachableAt('bo@example.test').from('博')
    const { items } = await as()(listCategories)
    const [one, two] = items.filter(({ entry }) => entry === 'feedback')
    const about = (category = one) => from().about(category?.id ?? '')
    const first = await about(one).saying('蓝色的雨伞坏了').in(shop)
    const second = await about(two).saying('红色的雨伞丢了').in(shop)
    await product.drain()
    const changed = await erase(first.id, [second.id])
    expect(changed.feedback.text).toBe('蓝色的雨伞坏了')
    expect(changed.happenings.map(({ type }) => type)).toContain('case.contacts_erased')
    expect(await tablesSaying('bo@example', '博', '红色')).toEqual([])
    expect(await tablesSaying('蓝色的雨伞')).toEqual(['case_texts', 'cases', 'feedback'])
    const kinds = changed.customer.identities.map(({ kind }) => kind)
    expect(kinds).toEqual(['external'])
    // Nobody had answered it, so nothing was explained: it counts as taken back.
    expect(await show(second.id)).toMatchObject({ state: 'closed', resolution: 'withdrawn' })
    expect(await show(first.id)).toMatchObject({ state: 'open' })
    await product.drain()
    product.pass(3 * 86_400_000)
    expect(await surveyOfCase(product, shop, second.id)).toBeNull()
  })

  it('asks nothing more of who had a survey before them, and mails nothing that waited', async () => {
    const { id } = await aCase().reachableAt('wait@example.test').in(shop)
    await product.drain()
    product.outbox.length = 0
    await as('agent')(answerCustomer, { params: { caseId: id }, body: { text: '看过了' } })
    await as('agent')(closeCase, { params: { caseId: id }, body: { resolution: 'solved' } })
    await product.drain()
    await erase(id, [id])
    expect(await surveyOfCase(product, shop, id)).toBeNull()
    expect(product.outbox).toEqual([])
    expect((await show(id)).happenings.map(({ type }) => type)).not.toContain(
      'message.undeliverable',
    )
  })

  it('takes it out of the candidates it stood among, which are described without it', async () => {
    const words = [
      '更新之后一进购物车就闪退',
      '购物车一点开就闪退，重装也没用',
      '点购物车闪退，昨天更新的版本',
    ]
    const ids: string[] = []
    for (const text of words) ids.push((await aCase().saying(text).in(shop)).id)
    await product.drain()
    const candidates = async () => (await as()(listCandidates, { query: {} })).items
    const [found] = await candidates()
    expect(found?.cases).toBe(3)
    const typical = words.findIndex((text) => text.includes(found?.title ?? '-'))
    const caseId = ids[typical] ?? ''
    await erase(caseId, [caseId])
    const [left] = await candidates()
    expect(left?.cases).toBe(2)
    expect(words.filter((_, at) => at !== typical).join()).toContain(left?.title)
    expect(await tablesSaying(words[typical] ?? '')).toEqual([])
  })

  it('takes the sheet that brought it, and the same sheet does not bring it back', async () => {
    const sheet = [
      ['内容', '姓名', '编号', '客户'],
      ['灯塔不亮了', '阮小七', 'x-1', 'crm-1'],
      ['', '阮小二', 'x-2', 'crm-2'],
    ]
    const columns = ['text', 'customer_name', 'external_id', 'customer_id'] as const
    const bring = async () => {
      const { id: importId } = await anImport(shop.ctx('admin'), sheet)
      const params = { importId }
      await as('admin')(imports.mapImport, { params, body: { columns: [...columns], as: 'open' } })
      await as('admin')(imports.startImport, { params, body: {} })
      await product.drain()
      return params
    }
    const params = await bring()
    const [found] = (await as()(listCases, { query: { q: '灯塔' } })).items
    const caseId = found?.id ?? ''
    expect(await preview(caseId)).toMatchObject({ cases: [{ sheet: 'sheet.csv', texts: 1 }] })
    await erase(caseId, [caseId])
    expect(await tablesSaying('灯塔', '阮小')).toEqual([])
    expect(await as('admin')(imports.showImport, { params })).toMatchObject({ can: ['undo'] })
    const again = await bring()
    expect(await as('admin')(imports.showImport, { params: again })).toMatchObject({
      accepted: 0,
      repeated: 1,
    })
    expect((await show(caseId)).feedback.text).toBe(mark)
  })

  it('is for supervisors, of one customer’s cases, with a reason', async () => {
    const one = await aCase().from('甲').in(shop)
    const other = await aCase().from('乙').in(shop)
    const body = { caseIds: [one.id], reason: '来信要求' }
    const params = { caseId: one.id }
    expect(await answerOf(as('agent')(eraseCustomer, { params, body }))).toBe('403 forbidden')
    expect(await answerOf(as('agent')(previewErasure, { params }))).toBe('403 forbidden')
    const mixed = { ...body, caseIds: [one.id, other.id] }
    expect(await answerOf(as()(eraseCustomer, { params, body: mixed }))).toBe('400 case_not_theirs')
    const silent = { ...body, reason: '  ' }
    expect(await answerOf(as()(eraseCustomer, { params, body: silent }))).toMatch(/^4\d\d invalid/)
    expect((await show(one.id)).feedback.text).toBe('退款一直没有到账')
    expect((await show(one.id)).can).toContain('erase')
    expect((await as('agent')(showCase, { params })).can).not.toContain('erase')
  })
})

describe('a customer who asks on the track page', () => {
  it('has the case open again for an answer; asking twice is once; deleting settles it', async () => {
    const { caseId, receipt } = await aLivedCase()
    const ask = () => holder(receipt)(tracking.askErasure, { params: own(receipt), body: {} })
    expect((await ask()).state).toBe('open')
    const view = await ask()
    expect(view.timeline.map(({ step }) => step).slice(-2)).toEqual(['erasure_asked', 'assigned'])
    expect(view.can).not.toContain('ask_erasure')
    expect(view.answerDueAt).not.toBeNull()
    const asked = await show(caseId)
    expect(asked.erasureAskedAt).toBe(product.platform.now().toISOString())
    expect(asked.happenings.filter(({ type }) => type === 'case.erasure_asked')).toHaveLength(1)
    const due = await as()(listCases, { query: { view: 'due' } })
    expect(due.items.map(({ id }) => id)).toEqual([caseId])
    const done = await erase(caseId, [caseId])
    expect(done).toMatchObject({ state: 'closed', resolution: 'explained', erasureAskedAt: null })
    const after = await holder(receipt)(tracking.track, { params: own(receipt) })
    expect(after.timeline.map(({ step }) => step).slice(-2)).toEqual(['erased', 'closed'])
    product.pass(60_000)
    const more = { text: '再说一句', submissionKey: crypto.randomUUID() }
    const added = await holder(receipt)(tracking.addToCase, { params: own(receipt), body: more })
    expect(added).toMatchObject({ state: 'open', text: mark })
    expect(added.can).toContain('ask_erasure')
    expect(await preview(caseId)).toMatchObject({ cases: [{ texts: 1 }] })
  })

  it('may ask of what they took back, and again when it was ended without', async () => {
    const receipt = await product.as()(submitFeedback, aSubmission(shop))
    const call = holder(receipt)
    const params = own(receipt)
    await call(tracking.withdrawCase, { params, body: {} })
    expect(await call(tracking.askErasure, { params, body: {} })).toMatchObject({ state: 'open' })
    const caseId = receipt.feedbackId
    await as('agent')(answerCustomer, {
      params: { caseId },
      body: { text: '交易记录依法要保存三年，这条我们不能删。' },
    })
    await as('agent')(closeCase, { params: { caseId }, body: { resolution: 'explained' } })
    expect((await show(caseId)).erasureAskedAt).toBeNull()
    expect((await call(tracking.track, { params })).can).toContain('ask_erasure')
  })
})
