/** Nights that erase contact details: of many, stopped in the middle, beside people at work, and of imports. */
import { sql } from 'kysely'
import { describe, expect, it } from 'vitest'
import { listCases, showCase } from '../../contract/cases.ts'
import {
  checkImport,
  mapImport,
  showImport,
  startImport,
  undoImport,
} from '../../contract/imports.ts'
import { anImport } from '../channels/import/testing.ts'
import { identifyCustomers } from '../customers/index.ts'
import { receiveMany } from '../feedback/index.ts'
import { closed } from '../followups/testing.ts'
import { removeUnattachedFiles } from '../platform/files/remove-unattached.ts'
import { furnishWorkspace } from '../set-up.ts'
import {
  evening as eveningOf,
  night as nightOf,
  tablesSaying as tablesOf,
} from '../testing/nights.ts'
import type { Product } from '../testing/product.ts'
import { aWorkspaceForEach } from '../testing/workspace-for-each.ts'
import type { TestWorkspace } from '../workspaces/testing.ts'
import { eraseContacts, type Owing } from './index.ts'
import { openCasesOf } from './open-cases.ts'
import { aCase, manyCases } from './testing.ts'

const day = 86_400_000

let product: Product
let shop: TestWorkspace
aWorkspaceForEach(
  (booted, made) => {
    product = booted
    shop = made
  },
  { workspace: { furnish: furnishWorkspace } },
)

const evening = () => eveningOf(product)
const night = () => nightOf(product)
const tablesSaying = (...words: string[]) => tablesOf(product, shop.id, words)
const agent = () => product.as(shop.members.agent.headers)
const show = (caseId: string) => agent()(showCase, { params: { caseId } })
const kindsOf = async (caseId: string) =>
  (await show(caseId)).customer.identities.map(({ kind }) => kind).sort()
const told = async (caseId: string) =>
  (await show(caseId)).happenings.filter(({ type }) => type === 'case.contacts_erased').length

describe('a night', () => {
  const history = (count: number) =>
    manyCases(
      shop,
      Array.from({ length: count }, (_, index) => ({
        entry: 'feedback' as const,
        text: '很久以前的一句话',
        history: true,
        saidAt: new Date(product.platform.now().getTime() - 400 * day),
        author: { name: '旧人', email: `old-${index}@example.test`, vouched: true as const },
      })),
    )
  const kept = async () => {
    const counts = await Promise.all([
      countOf(sql`select 1 from identities where workspace_id = ${shop.id}`),
      countOf(sql`select 1 from feedback where workspace_id = ${shop.id} and author ? 'email'`),
      countOf(sql`select 1 from customers where workspace_id = ${shop.id} and name is not null`),
    ])
    expect(new Set(counts).size).toBe(1)
    return counts[0]
  }
  /** What the next night would look at. */
  const unsettled = () => sql`
    select 1 from cases where workspace_id = ${shop.id} and closed_at is not null
      and (contacts_settled_at is null or contacts_settled_at < closed_at)`
  const countOf = async (rows: ReturnType<typeof sql>) =>
    (await rows.execute(product.platform.db)).rows.length

  it('that is stopped in the middle leaves nothing half done, and the next one goes on', async () => {
    const ids = await history(450)
    let rounds = 0
    const stopped: Owing = async ({ workspaceId }) => {
      if (workspaceId === shop.id) rounds += 1
      if (rounds === 2) throw new Error('stopped')
      return new Set()
    }
    await eraseContacts(product.platform, [stopped])
    expect(await kept()).toBe(250)
    await night()
    expect(await kept()).toBe(0)
    expect(await countOf(unsettled())).toBe(0)
    await night()
    const events = await countOf(
      sql`select 1 from events where workspace_id = ${shop.id} and type = 'case.contacts_erased'`,
    )
    expect(events).toBe(ids.length)
  })

  it('goes on behind those who are owed something', async () => {
    await history(450)
    let rounds = 0
    const owedFirst: Owing = async ({ workspaceId }, caseIds) =>
      new Set(workspaceId === shop.id && rounds++ === 0 ? caseIds : [])
    await eraseContacts(product.platform, [owedFirst])
    expect(await kept()).toBe(200)
    await night()
    expect(await kept()).toBe(0)
  })

  it('leaves those alone who are writing just now', async () => {
    const from = () => aCase().knownAs('crm-1').reachableAt('now@example.test')
    const { id } = await closed(product, shop, from())
    product.pass(200 * day)
    await evening()
    const ctx = shop.ctx()
    const author = { external: 'crm-1', email: 'now@example.test' }
    await ctx.write(async (tx) => {
      await identifyCustomers(tx, [{ feedbackId: ctx.newId(), author, at: ctx.now() }])
      await eraseContacts(product.platform, [])
    })
    expect(await kindsOf(id)).toEqual(['email', 'external'])
    await night()
    expect(await kindsOf(id)).toEqual(['external'])
  })

  it('takes nothing from what arrives while it is at that customer', async () => {
    const author = { external: 'crm-2', email: 'soon@example.test', name: '及时雨' }
    const old = await closed(product, shop, aCase({ entry: 'feedback', text: '旧事', author }))
    product.pass(200 * day)
    await evening()
    const ctx = shop.ctx()
    const channel = (await show(old.id)).channel
    const [arrived] = await receiveMany(ctx, {
      channelId: channel.id,
      channelKind: 'api',
      items: [{ entry: 'feedback', text: '新事', author }],
    })
    const feedbackId = arrived && 'feedbackId' in arrived ? arrived.feedbackId : ''
    let opening: Promise<void> | undefined
    await eraseContacts(product.platform, [
      async ({ workspaceId }) => {
        if (workspaceId !== shop.id) return new Set()
        opening = openCasesOf(ctx, [feedbackId])
        await new Promise((resolve) => setTimeout(resolve, 200))
        return new Set()
      },
    ])
    await opening
    const { customer } = await show(feedbackId)
    expect(customer).toMatchObject({ name: '及时雨', cases: 2 })
    expect(await kindsOf(feedbackId)).toEqual(['email', 'external'])
    expect(await told(old.id)).toBe(1)
  })
})

describe('an import', () => {
  const sheet = [
    ['内容', '姓名', '电话', '编号', '时间'],
    ['充值没到账', '阮小七', '13800139999', 'u-1', '2024-01-05'],
    ['想要夜间模式', '阮小五', '加微信 ruan52', 'u-2', '2024-01-06'],
    ['', '阮小二', '13800137777', 'u-3', '2024-01-07'],
  ]
  const columns = ['text', 'customer_name', 'customer_phone', 'customer_id', 'said_at'] as const

  async function imported(as: 'open' | 'history') {
    const { id: importId } = await anImport(shop.ctx('admin'), sheet)
    const admin = product.as(shop.members.admin.headers)
    const params = { importId }
    await admin(mapImport, { params, body: { columns: [...columns], as } })
    await admin(checkImport, { params, body: {} })
    await product.drain()
    await admin(startImport, { params, body: {} })
    await product.drain()
    return { params, admin }
  }

  it('keeps its sheet as long, and of its rows what is not about reaching anybody', async () => {
    const { params, admin } = await imported('history')
    const people = ['阮小', '13800139999', '13800137777', 'ruan52']
    // It said so before: these two are as old as contact details may be kept.
    expect(await admin(showImport, { params })).toMatchObject({ accepted: 2, agedContactRows: 2 })
    await night()
    expect(await tablesSaying(...people)).toEqual(['import_rejections', 'imports'])
    expect((await admin(showImport, { params })).can).toContain('downloadRejected')
    const { file_id } = await shop
      .ctx()
      .db.selectFrom('imports')
      .select('file_id')
      .where('workspace_id', '=', shop.id)
      .executeTakeFirstOrThrow()
    product.pass(181 * day)
    await night()
    await removeUnattachedFiles(product.platform)
    expect(await tablesSaying(...people)).toEqual([])
    expect(await tablesSaying(file_id)).toEqual(['imports'])
    expect(await admin(showImport, { params })).toMatchObject({
      state: 'done',
      accepted: 2,
      rejected: 1,
      reasons: [{ code: 'text_empty', rows: 1 }],
      sample: [],
      can: ['undo'],
    })
    const { items } = await agent()(listCases, { query: {} })
    expect(items.map(({ title }) => title).sort()).toEqual(['充值没到账', '想要夜间模式'].sort())
  })

  it('that is taken back no longer holds what it kept', async () => {
    const mine = await closed(
      product,
      shop,
      aCase({
        entry: 'feedback',
        text: '旧事',
        author: { external: 'u-1', email: 'u1@example.test' },
      }),
    )
    product.pass(100 * day)
    const { params, admin } = await imported('open')
    expect((await admin(showImport, { params })).agedContactRows).toBe(0)
    product.pass(100 * day)
    await night()
    expect(await kindsOf(mine.id)).toEqual(['email', 'external', 'phone'])
    await admin(undoImport, { params, body: {} })
    await product.drain()
    await night()
    expect(await kindsOf(mine.id)).toEqual(['external'])
  })
})
