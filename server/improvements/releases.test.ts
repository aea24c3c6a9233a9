import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import {
  changeProblem,
  changeRelease,
  createRelease,
  discardRelease,
  linkCases,
  listReleases,
  publishRelease,
  showProblem,
  unlinkCase,
} from '../../contract/improvements.ts'
import { aCase } from '../cases/testing.ts'
import { messagesOf } from '../feedback/index.ts'
import { journey } from '../journey.ts'
import { bootProduct, type Product } from '../testing/product.ts'
import { aWorkspace, type TestWorkspace } from '../workspaces/testing.ts'
import { presentRelease } from './release.ts'
import { aProblem, aRelease } from './testing.ts'

let product: Product
let shop: TestWorkspace
let other: TestWorkspace
beforeAll(async () => {
  product = await bootProduct()
  shop = await aWorkspace(product)
  other = await aWorkspace(product)
})
afterAll(() => product.close())
beforeEach(async () => {
  await product.drain()
  product.outbox.length = 0
})

const lead = () => product.as(shop.members.supervisor.headers)
const publish = (releaseId: string) => lead()(publishRelease, { params: { releaseId }, body: {} })
const shown = async (releaseId: string) =>
  (await lead()(listReleases, { query: { limit: 100 } })).items.find(({ id }) => id === releaseId)
/** What each case was told of releases. */
const told = async (caseIds: string[]) =>
  [...(await messagesOf(shop.ctx(), caseIds)).values()].map(
    (messages) => messages.filter(({ notice }) => notice?.name === 'released').length,
  )

describe('a release that reaches customers', () => {
  it('fixes its problems and tells everyone who asked, on the page and by mail', async () => {
    const problem = await aProblem(product, shop, 3)
    await product.drain()
    product.outbox.length = 0
    const release = await aRelease(product, shop, [problem.id], '支付不再闪退。')
    expect(release).toMatchObject({ toTell: 3, told: 0, can: ['change', 'publish', 'discard'] })
    const published = await publish(release.id)
    expect(published).toMatchObject({ toTell: 3, told: 0, withoutMail: false, can: [] })
    await product.drain()
    expect(await shown(release.id)).toMatchObject({ toTell: 3, told: 3 })
    expect(await told(problem.caseIds)).toEqual([1, 1, 1])
    expect(product.outbox.map(({ to }) => to).length).toBe(3)
    const [mail] = product.outbox
    expect(mail?.subject).toBe(`【蓝鲸小店】您说的问题改好了，已随「${release.name}」发布`)
    expect(mail?.text).toContain('支付不再闪退。')
    expect(mail?.text).toContain(`/p/${shop.slug}/t/`)
    const view = await lead()(showProblem, { params: { problemId: problem.id } })
    expect(view).toMatchObject({
      state: 'fixed',
      releases: [{ id: release.id, name: release.name, publishedAt: published.publishedAt }],
    })
  })

  it('says that track pages alone told, where no mail is set up', async () => {
    const { id } = await aRelease(product, shop, [(await aProblem(product, shop, 1)).id])
    await publish(id)
    await product.drain()
    const mailless = { ...shop.ctx('supervisor'), mail: null }
    expect(await presentRelease(mailless, id)).toMatchObject({ told: 1, withoutMail: true })
    expect(await shown(id)).toMatchObject({ told: 1, withoutMail: false })
  })

  it('tells each case once, whatever of it the release fixes, however often it is said', async () => {
    const problem = await aProblem(product, shop, 2)
    const second = await aProblem(product, shop, 1)
    const release = await aRelease(product, shop, [problem.id, second.id])
    await publish(release.id)
    await product.drain()
    const tell = journey['release.published'][0]
    const event = { data: { releaseId: release.id } } as never
    await Promise.all([tell?.run(shop.ctx(), [event]), tell?.run(shop.ctx(), [event, event])])
    expect(await told([...problem.caseIds, ...second.caseIds])).toEqual([1, 1, 1])
  })

  it('is published once when two people press at the same time', async () => {
    const problem = await aProblem(product, shop, 1)
    const release = await aRelease(product, shop, [problem.id])
    const results = await Promise.allSettled(Array.from({ length: 8 }, () => publish(release.id)))
    const refused = results.flatMap((result) =>
      result.status === 'rejected' ? [result.reason.code] : [],
    )
    expect(refused).toEqual(Array(7).fill('release_published'))
    await product.drain()
    expect(await told(problem.caseIds)).toEqual([1])
  })

  it('tells more than one round holds, each once, with two workers at it', async () => {
    const problem = await aProblem(product, shop, 0)
    const cases = []
    for (let i = 0; i < 130; i++) cases.push(await aCase().saying(`闪退 ${i}`).in(shop))
    const caseIds = cases.map(({ id }) => id)
    await lead()(linkCases, { params: { problemId: problem.id }, body: { caseIds } })
    const release = await aRelease(product, shop, [problem.id])
    await publish(release.id)
    const event = { data: { releaseId: release.id } } as never
    const tell = journey['release.published'][0]
    await Promise.all([tell?.run(shop.ctx(), [event]), tell?.run(shop.ctx(), [event])])
    await product.drain()
    expect(await shown(release.id)).toMatchObject({ toTell: 130, told: 130 })
    expect(new Set(await told(caseIds))).toEqual(new Set([1]))
  })

  it('tells those who turn out to be concerned later, once', async () => {
    const problem = await aProblem(product, shop, 1)
    const release = await aRelease(product, shop, [problem.id])
    await publish(release.id)
    await product.drain()
    const late = await aCase().reachableAt('late@example.test').in(shop)
    const params = { problemId: problem.id }
    await lead()(linkCases, { params, body: { caseIds: [late.id] } })
    await product.drain()
    await lead()(unlinkCase, { params: { ...params, caseId: late.id } })
    await lead()(linkCases, { params, body: { caseIds: [late.id] } })
    await product.drain()
    expect(await told([late.id])).toEqual([1])
    expect(await shown(release.id)).toMatchObject({ toTell: 2, told: 2 })
  })

  it('tells nobody whose case has another cause by then', async () => {
    const problem = await aProblem(product, shop, 2)
    const release = await aRelease(product, shop, [problem.id])
    const [wrong] = problem.caseIds as [string]
    await publish(release.id)
    await lead()(unlinkCase, { params: { problemId: problem.id, caseId: wrong } })
    await product.drain()
    expect(await told(problem.caseIds)).toEqual([0, 1])
    expect(await shown(release.id)).toMatchObject({ toTell: 1, told: 1 })
  })

  it('forgets those whose cases were taken back with their import', async () => {
    const problem = await aProblem(product, shop, 2)
    const release = await aRelease(product, shop, [problem.id])
    await publish(release.id)
    await product.drain()
    const [gone] = problem.caseIds as [string]
    await product.platform.db.deleteFrom('cases').where('id', '=', gone).execute()
    await shop.ctx().write(async (tx) => {
      tx.record('case.removed', { caseId: gone })
    })
    await product.drain()
    expect(await shown(release.id)).toMatchObject({ toTell: 1, told: 1 })
  })

  it('tells nobody twice of what an earlier release fixed', async () => {
    const [old, fresh] = [await aProblem(product, shop, 1), await aProblem(product, shop, 1)]
    const first = await aRelease(product, shop, [old.id])
    const second = await aRelease(product, shop, [old.id, fresh.id])
    const third = await aRelease(product, shop, [old.id])
    await publish(first.id)
    expect(await shown(second.id)).toMatchObject({ toTell: 1 })
    await publish(second.id)
    await product.drain()
    expect(await told([...old.caseIds, ...fresh.caseIds])).toEqual([1, 1])
    await expect(publish(third.id)).rejects.toMatchObject({ status: 409, code: 'nothing_fixed' })
  })

  it('leaves what is fixed fixed', async () => {
    const problem = await aProblem(product, shop, 1)
    await publish((await aRelease(product, shop, [problem.id])).id)
    const params = { problemId: problem.id }
    await expect(lead()(changeProblem, { params, body: { state: 'open' } })).rejects.toMatchObject({
      status: 409,
      code: 'problem_fixed',
    })
    expect(await lead()(changeProblem, { params, body: { title: '改个说法' } })).toMatchObject({
      title: '改个说法',
      state: 'fixed',
    })
  })
})

describe('a release not yet published', () => {
  it('is changed and thrown away', async () => {
    const [one, two] = [await aProblem(product, shop, 1), await aProblem(product, shop, 2)]
    const release = await aRelease(product, shop, [one.id])
    const changed = await lead()(changeRelease, {
      params: { releaseId: release.id },
      body: { name: `${release.name}-b`, notes: '新', problemIds: [two.id, two.id] },
    })
    expect(changed).toMatchObject({
      name: `${release.name}-b`,
      notes: '新',
      problems: [{ id: two.id }],
      toTell: 2,
    })
    await lead()(discardRelease, { params: { releaseId: release.id } })
    expect(await shown(release.id)).toBeUndefined()
    expect((await lead()(showProblem, { params: { problemId: two.id } })).releases).toEqual([])
  })

  it('that fixes nothing cannot be published', async () => {
    const release = await aRelease(product, shop, [])
    await expect(publish(release.id)).rejects.toMatchObject({ code: 'nothing_fixed' })
    expect((await shown(release.id))?.publishedAt).toBeNull()
  })

  it('has a name of its own, even when two take it at once', async () => {
    const [a, b] = [await aRelease(product, shop, []), await aRelease(product, shop, [])]
    await expect(
      lead()(createRelease, { body: { name: a.name, problemIds: [] } }),
    ).rejects.toMatchObject({ status: 409, code: 'name_taken' })
    const rename = (releaseId: string, name: string) =>
      lead()(changeRelease, { params: { releaseId }, body: { name, problemIds: [] } })
    await expect(rename(b.id, a.name)).rejects.toMatchObject({ code: 'name_taken' })
    const results = await Promise.allSettled([rename(a.id, '4.0'), rename(b.id, '4.0')])
    expect(results.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
    expect((await rename(a.id, '5.0')).name).toBe('5.0')
    expect(
      (
        await product.as(other.members.owner.headers)(createRelease, {
          body: { name: '5.0', problemIds: [] },
        })
      ).name,
    ).toBe('5.0')
  })

  it('is changed or discarded no more once published', async () => {
    const problem = await aProblem(product, shop, 1)
    const release = await aRelease(product, shop, [problem.id])
    await publish(release.id)
    const params = { releaseId: release.id }
    await expect(
      lead()(changeRelease, { params, body: { name: 'x', problemIds: [] } }),
    ).rejects.toMatchObject({ code: 'release_published' })
    await expect(lead()(discardRelease, { params })).rejects.toMatchObject({
      code: 'release_published',
    })
  })

  it('is not ours when it is theirs, nor may agents prepare one', async () => {
    const theirs = await aRelease(product, other, [])
    const theirProblem = await aProblem(product, other, 0)
    const params = { releaseId: theirs.id }
    for (const call of [
      () => publish(theirs.id),
      () => lead()(changeRelease, { params, body: { name: 'x', problemIds: [] } }),
      () => lead()(discardRelease, { params }),
    ])
      await expect(call()).rejects.toMatchObject({ status: 404 })
    await expect(
      lead()(createRelease, { body: { name: '9.9', problemIds: [theirProblem.id] } }),
    ).rejects.toMatchObject({ status: 400, code: 'problem_unknown' })
    expect((await lead()(listReleases, {})).items.map(({ name }) => name)).not.toContain('9.9')
    await expect(
      product.as(shop.members.agent.headers)(createRelease, {
        body: { name: '9.8', problemIds: [] },
      }),
    ).rejects.toMatchObject({ status: 403 })
  })

  it('is listed newest first, page after page', async () => {
    const place = await aWorkspace(product)
    const names: string[] = []
    for (let i = 0; i < 5; i++) names.unshift((await aRelease(product, place, [])).name)
    const caller = product.as(place.members.analyst.headers)
    const seen: string[] = []
    let cursor: string | undefined
    do {
      const page = await caller(listReleases, {
        query: { limit: 2, ...(cursor ? { cursor } : {}) },
      })
      seen.push(...page.items.map(({ name }) => name))
      expect(page.items.flatMap(({ can }) => can)).toEqual([])
      cursor = page.nextCursor ?? undefined
    } while (cursor)
    expect(seen).toEqual(names)
    await expect(caller(listReleases, { query: { cursor: 'WyJhIl0' } })).rejects.toMatchObject({
      code: 'cursor_invalid',
    })
  })
})
