import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { CallError } from '../../contract/client.ts'
import {
  articleLimits,
  changeArticle,
  createArticle,
  findAnswers,
  keepVariant,
  listArticles,
  noteInsertion,
  noteUses,
  removeVariant,
  showArticle,
  suggest,
} from '../../contract/knowledge.ts'
import { aCase } from '../cases/testing.ts'
import { anOpenWorkspace, type OpenWorkspace } from '../channels/testing.ts'
import { furnishWorkspace } from '../set-up.ts'
import { bootProduct, type Product } from '../testing/product.ts'
import { aWorkspace } from '../workspaces/testing.ts'
import { anArticle } from './testing.ts'

let product: Product
let shop: OpenWorkspace
let other: OpenWorkspace
beforeAll(async () => {
  product = await bootProduct()
  shop = await anOpenWorkspace(product)
  other = await anOpenWorkspace(product)
})
afterAll(() => product.close())

const agent = () => product.as(shop.members.agent.headers)
const ask = async (text: string, workspace = shop, entry?: 'feedback' | 'complaint') =>
  (
    await product.as()(suggest, {
      params: { workspace: workspace.slug },
      body: { text, ...(entry ? { entry } : {}) },
    })
  ).answers.map(({ title }) => title)
const show = (articleId: string) => agent()(showArticle, { params: { articleId } })
const use = (body: object) =>
  product.as()(noteUses, { params: { workspace: shop.slug }, body: body as never })

describe('a known answer', () => {
  it('is a draft at first, and is found once it is published, by any way to ask', async () => {
    const draft = await agent()(createArticle, {
      body: {
        title: '怎样修改发票抬头',
        body: '在订单里点「重开发票」。',
        written: ['发票抬头写错了', '发票抬头写错了！', '开票信息填错'],
      },
    })
    expect(draft).toMatchObject({ state: 'draft', written: ['发票抬头写错了', '开票信息填错'] })
    expect(await ask('我的发票抬头写错了怎么改')).toEqual([])
    await agent()(changeArticle, {
      params: { articleId: draft.id },
      body: { state: 'published' },
    })
    expect(await ask('我的发票抬头写错了怎么改')).toEqual(['怎样修改发票抬头'])
    expect(await ask('我的发票抬头写错了怎么改', other)).toEqual([])
    await agent()(changeArticle, { params: { articleId: draft.id }, body: { state: 'archived' } })
    expect(await ask('我的发票抬头写错了怎么改')).toEqual([])
    const { items } = await agent()(listArticles, { query: { q: '抬头' } })
    expect(items).toEqual([])
    const archived = await agent()(listArticles, { query: { q: '抬头', state: 'archived' } })
    expect(archived.items.map(({ id }) => id)).toEqual([draft.id])
  })

  it('helps only the kinds of entry it is meant for', async () => {
    await anArticle(product, shop, {
      title: '保价怎么申请',
      written: ['买完就降价了', '降价补差价'],
      entries: ['complaint'],
    })
    expect(await ask('刚买完就降价了能补差价吗', shop, 'complaint')).toEqual(['保价怎么申请'])
    expect(await ask('刚买完就降价了能补差价吗', shop, 'feedback')).toEqual([])
  })

  it('what another process changed is found within ten seconds', async () => {
    const { id } = await anArticle(product, shop, { title: '会员积分怎么兑换' })
    expect(await ask('会员积分怎么兑换礼品')).toEqual(['会员积分怎么兑换'])
    await product.platform.db
      .updateTable('articles')
      .set({ state: 'draft' })
      .where('id', '=', id)
      .execute()
    await product.platform.db
      .updateTable('knowledge_versions')
      .set((eb) => ({ version: eb('version', '+', 1) }))
      .where('workspace_id', '=', shop.id)
      .execute()
    product.pass(10_000)
    expect(await ask('会员积分怎么兑换礼品')).toEqual([])
  })

  it('is suggested to whoever answers a case, and counts when it is put into an answer', async () => {
    const { id } = await anArticle(product, shop, {
      title: '礼品卡怎么绑定',
      written: ['礼品卡绑不上', '礼品卡密码错误'],
    })
    const { id: caseId } = await aCase().saying('礼品卡绑定不了，一直说密码错误').in(shop)
    const { items } = await agent()(findAnswers, { params: { caseId } })
    expect(items.map(({ title }) => title)).toEqual(['礼品卡怎么绑定'])
    await agent()(noteInsertion, { params: { articleId: id }, body: {} })
    expect((await show(id)).uses).toEqual({ shown: 0, opened: 0, solved: 0, inserted: 1 })
  })

  it('finds nothing for what says nothing, however long', async () => {
    for (const text of ['', ' ', '？？？', '\u0000\u202e', '😀'.repeat(900), 'x'.repeat(1900)])
      expect(await ask(text)).toEqual([])
  })

  it('a category of nobody is refused', async () => {
    const body = { title: '标题', body: '内容', categoryId: '00000000-0000-7000-8000-00000000dead' }
    await expect(agent()(createArticle, { body })).rejects.toMatchObject({
      problem: { code: 'category_unknown' },
    })
  })
})

describe('what customers do with it', () => {
  it('is counted by day and added up over thirty', async () => {
    const { id } = await anArticle(product, shop, { title: '安装师傅怎么预约' })
    await use({ shown: [id, id], opened: [id] })
    product.pass(3 * 24 * 3_600_000)
    await use({ shown: [id], solved: id })
    expect((await show(id)).uses).toEqual({ shown: 2, opened: 1, solved: 1, inserted: 0 })
    product.pass(28 * 24 * 3_600_000)
    expect((await show(id)).uses).toEqual({ shown: 1, opened: 0, solved: 1, inserted: 0 })
  })

  it('of drafts and of other workspaces nothing is counted', async () => {
    const { id } = await anArticle(product, other, { title: '别家的答案' })
    const draft = await agent()(createArticle, { body: { title: '草稿', body: '没写完' } })
    await use({ shown: [id, draft.id], solved: draft.id, text: '草稿在哪里看' })
    expect((await show(draft.id)).uses.shown).toBe(0)
    const theirs = await product.as(other.members.agent.headers)(showArticle, {
      params: { articleId: id },
    })
    expect(theirs.uses.shown).toBe(0)
  })

  it('teaches it their wording, masked, until a member takes it away', async () => {
    const { id } = await anArticle(product, shop, {
      title: '收到的水果坏了怎么赔',
      written: ['水果烂了', '收到坏果'],
    })
    const said = '我收到的水果坏了好几个，电话13800002046，邮箱 a.b@example.com'
    await use({ solved: id, text: said })
    const taught = await show(id)
    expect(taught.learnedVariants).toHaveLength(1)
    const [learned] = taught.learnedVariants
    expect(learned?.text).toContain('我收到的水果坏了好几个')
    expect(learned?.text).not.toMatch(/138|2046|example|\*/)
    await use({ solved: id, text: said })
    expect((await show(id)).learnedVariants).toHaveLength(1)
    const params = { articleId: id, variantId: learned?.id ?? '' }
    const kept = await agent()(keepVariant, { params, body: {} })
    expect(kept.learnedVariants).toEqual([])
    expect(kept.written).toHaveLength(3)
    await expect(agent()(removeVariant, { params })).rejects.toBeInstanceOf(CallError)
  })

  it('teaches nothing that would not have found it, and only some wordings a day', async () => {
    const { id } = await anArticle(product, shop, {
      title: '怎样加入会员群',
      written: ['会员群在哪里加'],
    })
    await use({ solved: id, text: '广告广告，加我微信领钱' })
    expect((await show(id)).learnedVariants).toEqual([])
    const ways = ['想加入你们的会员群', '会员群怎样才能进', '拉我进会员群行吗', '会员群二维码过期']
    const more = ['会员群加不进去啊', '会员群是不是满员', '哪个会员群能加入']
    for (const text of [...ways, ...more]) await use({ solved: id, text })
    const { learnedVariants } = await show(id)
    expect(learnedVariants.length).toBe(5)
    expect(learnedVariants.length).toBeLessThan(articleLimits.learned)
    const removed = await agent()(removeVariant, {
      params: { articleId: id, variantId: learnedVariants[0]?.id ?? '' },
    })
    expect(removed.learnedVariants).toHaveLength(4)
  })
})

describe('a new workspace', () => {
  it.each(['zh-CN', 'en'] as const)(
    'in %s has answers, each with many ways to ask',
    async (locale) => {
      for (const business of ['mini_program', 'store', 'im', 'wallet', 'other'] as const) {
        const workspace = await aWorkspace(product, {
          business,
          furnish: (tx, given) => furnishWorkspace(tx, { ...given, locale }),
        })
        const { items } = await product.as(workspace.members.owner.headers)(listArticles)
        expect(items.length).toBeGreaterThanOrEqual(5)
        expect(items.filter(({ state }) => state === 'published').length).toBeGreaterThanOrEqual(3)
        for (const { variants } of items) expect(variants).toBeGreaterThanOrEqual(10)
      }
    },
  )
})
