import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { listCases, showCase } from '../../contract/cases.ts'
import { submitFeedback } from '../../contract/feedback.ts'
import {
  changeProblem,
  keepPrivate,
  makePublic,
  publishRelease,
  showProblem,
  unlinkCase,
} from '../../contract/improvements.ts'
import { joinProblem, suggest } from '../../contract/knowledge.ts'
import { track } from '../../contract/track.ts'
import { anOpenWorkspace, aSubmission, type OpenWorkspace } from '../channels/testing.ts'
import { journey } from '../journey.ts'
import { bootProduct, type Product } from '../testing/product.ts'
import { aProblem, aRelease } from './testing.ts'

let product: Product
let shop: OpenWorkspace
let other: OpenWorkspace
beforeAll(async () => {
  product = await bootProduct()
  shop = await anOpenWorkspace(product)
  other = await anOpenWorkspace(product)
  // What reads and what searches begins its work here, once.
  const first = await aProblem(product, shop, 1)
  await open(first.id, '首页广告关不掉')
  await known('首页广告关不掉')
  await agent()(keepPrivate, { params: { problemId: first.id } })
})
afterAll(() => product.close())

const agent = () => product.as(shop.members.agent.headers)
const known = async (text: string, workspace = shop) =>
  (await product.as()(suggest, { params: { workspace: workspace.slug }, body: { text } })).problems
const show = (problemId: string) => agent()(showProblem, { params: { problemId } })
const join = (problemId: string, body: object = {}, workspace = shop) =>
  product.as()(joinProblem, {
    params: { workspace: workspace.slug, problemId },
    body: { submissionKey: randomUUID(), ...body },
  })
const open = (problemId: string, title: string, note = '') =>
  agent()(makePublic, { params: { problemId }, body: { title, note } })
const refused = (code: string) => ({ problem: { code } })

describe('a problem made public', () => {
  it('is known to who writes of it, in the words meant for customers, and to nobody elsewhere', async () => {
    const problem = await aProblem(product, shop, 2)
    expect(await known('付完钱就闪退了怎么回事')).toEqual([])
    const shown = await open(problem.id, '支付完成后应用会闪退', '正在修复，预计本周发布。')
    expect(shown.public).toMatchObject({ title: '支付完成后应用会闪退' })
    expect(await known('付完钱支付完成就闪退了怎么回事')).toEqual([
      {
        id: problem.id,
        title: '支付完成后应用会闪退',
        note: '正在修复，预计本周发布。',
        state: 'open',
        fixedIn: null,
        customers: 2,
      },
    ])
    expect(await known('付完钱支付完成就闪退了怎么回事', other)).toEqual([])
    expect(await known('想问问发票')).toEqual([])
    await agent()(keepPrivate, { params: { problemId: problem.id } })
    expect(await known('付完钱支付完成就闪退了怎么回事')).toEqual([])
    expect((await show(problem.id)).public).toBeNull()
  })

  it('is not shown when it has been dropped, nor made public then', async () => {
    const problem = await aProblem(product, shop, 0)
    await open(problem.id, '地图定位一直偏到隔壁城市')
    expect(await known('地图定位偏到隔壁城市了')).toHaveLength(1)
    await agent()(changeProblem, {
      params: { problemId: problem.id },
      body: { state: 'dropped' },
    })
    expect(await known('地图定位偏到隔壁城市了')).toEqual([])
    await expect(open(problem.id, '再来')).rejects.toMatchObject(refused('problem_dropped'))
    await expect(join(problem.id)).rejects.toMatchObject(refused('problem_not_open'))
  })
})

describe('我也遇到了', () => {
  it('is one feedback with number and claim, whose case is linked and counted once', async () => {
    const problem = await aProblem(product, shop, 1)
    await open(problem.id, '扫码开门没有反应')
    const submissionKey = randomUUID()
    const receipt = await join(problem.id, { submissionKey, contact: { email: 'mei@example.com' } })
    const again = await join(problem.id, { submissionKey })
    expect(again).toMatchObject({ number: receipt.number, repeated: true })
    await product.drain()
    expect(await show(problem.id)).toMatchObject({ cases: 2, customers: 2 })
    const { items } = await agent()(listCases, { query: { view: 'all', problem: problem.id } })
    const [mine] = items.filter(({ number }) => number === receipt.number)
    const detail = await agent()(showCase, { params: { caseId: mine?.id ?? '' } })
    expect(detail.feedback.text).toBe('我也遇到了：扫码开门没有反应')
    expect(detail.problem?.number).toBe(problem.number)
    const claim = product.as({ authorization: `Claim ${receipt.number}-${receipt.claimCode}` })
    const params = { workspace: shop.slug, number: receipt.number }
    expect((await claim(track, { params })).state).toBe('open')

    product.outbox.length = 0
    const release = await aRelease(product, shop, [problem.id], '扫码开门恢复正常。')
    const lead = product.as(shop.members.supervisor.headers)
    await lead(publishRelease, { params: { releaseId: release.id }, body: {} })
    await product.drain()
    const steps = (await claim(track, { params })).timeline.map(({ step }) => step)
    expect(steps).toContain('released')
    expect(product.outbox.map(({ to }) => to)).toContain('mei@example.com')
    expect(await known('扫码开门没反应')).toMatchObject([
      { state: 'fixed', fixedIn: release.name, customers: 2 },
    ])
    await expect(join(problem.id)).rejects.toMatchObject(refused('problem_not_open'))
  })

  it('keeps what they had written', async () => {
    const problem = await aProblem(product, shop, 0)
    await open(problem.id, '夜间模式看不清字')
    const { number } = await join(problem.id, { text: '晚上打开全是黑的，字也是黑的' })
    await product.drain()
    const { items } = await agent()(listCases, { query: { view: 'all', problem: problem.id } })
    expect(items.map((one) => [one.number, one.title])).toEqual([
      [number, '晚上打开全是黑的，字也是黑的'],
    ])
  })

  it('joins nothing that was never public, of another workspace, or that is not there', async () => {
    const secret = await aProblem(product, shop, 0)
    const theirs = await aProblem(product, other, 0)
    for (const id of [secret.id, theirs.id, randomUUID()])
      await expect(join(id)).rejects.toMatchObject(refused('not_found'))
    // Anyone may write the number by hand.
    await product.as()(
      submitFeedback,
      aSubmission(shop, { context: { knownProblem: secret.number } }),
    )
    await product.drain()
    expect((await show(secret.id)).cases).toBe(0)
  })

  it('what a member decided afterwards stays when the reaction runs again', async () => {
    const problem = await aProblem(product, shop, 0)
    await open(problem.id, '语音条播放不出声音')
    const { feedbackId } = await join(problem.id)
    await product.drain()
    expect((await show(problem.id)).cases).toBe(1)
    const params = { problemId: problem.id, caseId: feedbackId }
    await agent()(unlinkCase, { params })
    const link = journey['case.opened'].find(({ name }) => name === 'improvements.linkJoined')
    const event = { data: { caseId: feedbackId, feedbackId } } as never
    await Promise.all([link?.run(shop.ctx(), [event]), link?.run(shop.ctx(), [event])])
    expect((await show(problem.id)).cases).toBe(0)
  })
})
