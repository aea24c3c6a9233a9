/** The promise of the portal: N days after the last case is closed nobody can reach or name the customer. */
import { describe, expect, it } from 'vitest'
import { answerCustomer, reopenCase, revealCustomer } from '../../contract/case-work.ts'
import { listCases, showCase } from '../../contract/cases.ts'
import { submitFeedback } from '../../contract/feedback.ts'
import { changeSurvey, declineSurvey, readSurvey } from '../../contract/followups.ts'
import { publishRelease } from '../../contract/improvements.ts'
import { track } from '../../contract/track.ts'
import { changeSettings } from '../../contract/workspaces.ts'
import { aSubmission } from '../channels/testing.ts'
import { sendDueSurveys } from '../followups/index.ts'
import { closeAgain, closed, surveyOfCase } from '../followups/testing.ts'
import { aProblem, aRelease } from '../improvements/testing.ts'
import { furnishWorkspace } from '../set-up.ts'
import { eraseKeptContacts, night as nightOf, tablesSaying as tablesOf } from '../testing/nights.ts'
import type { Product } from '../testing/product.ts'
import { aWorkspaceForEach } from '../testing/workspace-for-each.ts'
import { aWorkspace, type TestWorkspace } from '../workspaces/testing.ts'
import { aCase } from './testing.ts'

const hour = 3_600_000
const day = 24 * hour

let product: Product
let shop: TestWorkspace
aWorkspaceForEach(
  (booted, made) => {
    product = booted
    shop = made
  },
  { workspace: { furnish: furnishWorkspace } },
)

const sweep = () => eraseKeptContacts(product)
const night = () => nightOf(product)
const tablesSaying = (...words: string[]) => tablesOf(product, shop.id, words)
const agent = (workspace = shop) => product.as(workspace.members.agent.headers)
const owner = (workspace = shop) => product.as(workspace.members.owner.headers)
const show = (caseId: string, workspace = shop) =>
  agent(workspace)(showCase, { params: { caseId } })
const kindsOf = async (caseId: string, workspace = shop) =>
  (await show(caseId, workspace)).customer.identities.map(({ kind }) => kind).sort()
const keepFor = (contactRetentionDays: number, workspace = shop) =>
  owner(workspace)(changeSettings, { body: { contactRetentionDays } })
const told = async (caseId: string, workspace = shop) =>
  (await show(caseId, workspace)).happenings.filter(({ type }) => type === 'case.contacts_erased')
    .length

describe('contact details', () => {
  it('stay until the day, then stand nowhere; what was said and the track page stay', async () => {
    const contact = { name: '江晓梅', email: 'Zoe.Jiang@example.test', phone: '138 0013 2046' }
    const receipt = await product.as()(submitFeedback, aSubmission(shop, { contact }))
    await product.drain()
    const caseId = receipt.feedbackId
    await closeAgain(product, shop, caseId)
    await surveyOfCase(product, shop, caseId)
    const found = () =>
      agent()(listCases, { query: { q: '江晓梅' } }).then(({ items }) => items.length)
    const words = ['江晓梅', 'xample.test', '13800132046', '138 0013 2046']
    product.pass(178 * day - hour - 1000)
    await night()
    expect(await kindsOf(caseId)).toEqual(['email', 'phone'])
    expect(await tablesSaying(...words)).toEqual([
      'case_texts',
      'customers',
      'feedback',
      'identities',
    ])
    expect(await found()).toBe(1)

    product.pass(1000)
    await sweep()
    expect(await tablesSaying(...words)).toEqual([])
    expect(await found()).toBe(0)
    expect((await agent()(listCases, { query: { q: '退款' } })).items).toHaveLength(1)
    const { customer, happenings, feedback } = await show(caseId)
    expect(customer).toMatchObject({ name: null, identities: [] })
    expect(feedback.text).toBe('退款一直没有到账')
    expect(happenings.at(-1)).toMatchObject({ type: 'case.contacts_erased', by: null })
    expect((await agent()(revealCustomer, { params: { caseId }, body: {} })).identities).toEqual([])
    const hashes = await shop
      .ctx()
      .db.selectFrom('deliveries')
      .select('to_hash')
      .where('workspace_id', '=', shop.id)
      .where('to_hash', 'is not', null)
      .execute()
    expect(hashes).toEqual([])
    const claim = `Claim ${receipt.number}-${receipt.claimCode}`
    const seen = await product.as({ authorization: claim })(track, {
      params: { workspace: shop.slug, number: receipt.number },
    })
    expect(seen.text).toBe('退款一直没有到账')

    await night()
    expect(await told(caseId)).toBe(1)
    product.outbox.length = 0
    const { version } = await show(caseId)
    await agent()(reopenCase, { params: { caseId }, body: { version, reason: '' } })
    await agent()(answerCustomer, { params: { caseId }, body: { text: '又查了一遍' } })
    await product.drain()
    expect((await show(caseId)).messages.at(-1)).toMatchObject({
      text: '又查了一遍',
      deliveries: [{ by: 'track_page', state: 'sent' }],
    })
    expect(product.outbox).toEqual([])
  })

  it('of one customer wait for the last of the cases; ids of the operator stay', async () => {
    const from = () => aCase().knownAs('crm-7').reachableAt('bo@example.test').from('博')
    const first = await closed(product, shop, from())
    product.pass(100 * day)
    const second = await from().saying('发票没有开').in(shop)
    product.pass(100 * day)
    await night()
    expect(await kindsOf(first.id)).toEqual(['email', 'external'])
    await closeAgain(product, shop, second.id)
    product.pass(179 * day)
    await night()
    expect(await kindsOf(first.id)).toEqual(['email', 'external'])
    product.pass(day)
    await night()
    expect(await kindsOf(first.id)).toEqual(['external'])
    expect(await tablesSaying('bo@example', '博')).toEqual([])
    expect([await told(first.id), await told(second.id)]).toEqual([1, 1])

    // They come back: the same customer, named and reachable again, until that is over too.
    const third = await closed(product, shop, from().saying('又来了'))
    const { customer } = await show(third.id)
    expect(customer).toMatchObject({ name: '博', cases: 3 })
    expect(await kindsOf(third.id)).toEqual(['email', 'external'])
    product.pass(181 * day)
    await night()
    expect(await tablesSaying('bo@example', '博')).toEqual([])
    expect([await told(first.id), await told(third.id)]).toEqual([1, 1])
  })

  it('of a case that was opened again count from its last closing', async () => {
    const { id } = await closed(product, shop, aCase().reachableAt('re@example.test'))
    product.pass(170 * day)
    const { version } = await show(id)
    await agent()(reopenCase, { params: { caseId: id }, body: { version, reason: '' } })
    product.pass(20 * day)
    await night()
    expect(await kindsOf(id)).toEqual(['email'])
    await closeAgain(product, shop, id)
    product.pass(179 * day)
    await night()
    expect(await kindsOf(id)).toEqual(['email'])
    product.pass(2 * day)
    await night()
    expect(await kindsOf(id)).toEqual([])
  })

  it('of a customer whose earlier case is the last one to be closed wait for that', async () => {
    const from = () => aCase().knownAs('crm-8').reachableAt('last@example.test')
    const first = await closed(product, shop, from())
    const second = await from().saying('发票没有开').in(shop)
    product.pass(181 * day)
    await night()
    const { version } = await show(first.id)
    await agent()(reopenCase, { params: { caseId: first.id }, body: { version, reason: '' } })
    await closeAgain(product, shop, second.id)
    product.pass(20 * day)
    await closeAgain(product, shop, first.id)
    product.pass(161 * day)
    await night()
    expect(await kindsOf(first.id)).toEqual(['email', 'external'])
    product.pass(20 * day)
    await night()
    expect(await kindsOf(first.id)).toEqual(['external'])
  })

  it('are kept for the days of each workspace, as they are that night', async () => {
    const other = await aWorkspace(product, { furnish: furnishWorkspace })
    await keepFor(30)
    const here = await closed(product, shop, aCase().reachableAt('a@example.test'))
    const there = await closed(product, other, aCase().reachableAt('a@example.test'))
    product.pass(31 * day)
    await night()
    expect(await kindsOf(here.id)).toEqual([])
    expect(await kindsOf(there.id, other)).toEqual(['email'])
    await keepFor(31, other)
    await night()
    expect(await kindsOf(there.id, other)).toEqual([])
  })

  it('wait for a mail that has not left', async () => {
    await owner()(changeSurvey, { body: { ...(await owner()(readSurvey)), active: false } })
    const { id } = await closed(product, shop, aCase().reachableAt('m@example.test'))
    product.pass(181 * day)
    await sweep()
    expect(await kindsOf(id)).toEqual(['email'])
    await night()
    expect(await kindsOf(id)).toEqual([])
    expect(product.outbox.map(({ to }) => to)).toContain('m@example.test')
  })

  it('wait for a survey that is not sent yet, and for a word about a release', async () => {
    await keepFor(30)
    const survey = await owner()(readSurvey)
    await owner()(changeSurvey, { body: { ...survey, active: true, delayHours: 40 * 24 } })
    const asked = await closed(product, shop, aCase().reachableAt('q@example.test'))
    product.pass(35 * day)
    await night()
    expect(await kindsOf(asked.id)).toEqual(['email'])
    product.pass(6 * day)
    product.outbox.length = 0
    await sendDueSurveys(product.platform)
    await sweep()
    expect(product.outbox).toHaveLength(1)
    expect(await kindsOf(asked.id)).toEqual(['email'])
    await night()
    expect(await kindsOf(asked.id)).toEqual([])

    await owner()(changeSurvey, { body: { ...survey, active: false } })
    const { id, caseIds } = await aProblem(product, shop, 1)
    const [caseId = ''] = caseIds
    await closeAgain(product, shop, caseId)
    const release = await aRelease(product, shop, [id])
    product.pass(31 * day)
    await product.as(shop.members.supervisor.headers)(publishRelease, {
      params: { releaseId: release.id },
      body: {},
    })
    product.outbox.length = 0
    await sweep()
    expect(product.outbox).toHaveLength(1)
    expect(await kindsOf(caseId)).toEqual(['email'])
    await sweep()
    expect(await kindsOf(caseId)).toEqual(['email'])
    await night()
    expect(await kindsOf(caseId)).toEqual([])
  })

  it('gone, a wish not to be surveyed still holds', async () => {
    const shy = () => aCase().reachableAt('shy@example.test')
    const { id } = await closed(product, shop, shy())
    const token = (await surveyOfCase(product, shop, id)) ?? ''
    await product.as()(declineSurvey, { params: { workspace: shop.slug, token }, body: {} })
    product.pass(200 * day)
    await night()
    expect(await tablesSaying('shy@example')).toEqual([])
    const again = await closed(product, shop, shy())
    expect(await surveyOfCase(product, shop, again.id)).toBeNull()
    const stranger = await closed(product, shop, aCase().reachableAt('bold@example.test'))
    expect(await surveyOfCase(product, shop, stranger.id)).not.toBeNull()
  })
})
