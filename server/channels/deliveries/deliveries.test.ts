import { afterAll, beforeEach, describe, expect, it } from 'vitest'
import { closeCase } from '../../cases/close-case.ts'
import { aCase } from '../../cases/testing.ts'
import { messagesOf } from '../../feedback/index.ts'
import { journey } from '../../journey.ts'
import { anEvent } from '../../testing/an-event.ts'
import { bootProduct } from '../../testing/product.ts'
import { forgetSettings } from '../../workspaces/index.ts'
import { aWorkspace } from '../../workspaces/testing.ts'
import { deliveriesOf, sendWaitingMails } from './index.ts'
import { mailingShop } from './testing/mailing-shop.ts'

const minute = 60_000

const post = await mailingShop()
const { office, product, shop, answer, answersLeave, rows, happened, aCaseOf } = post
afterAll(post.close)
beforeEach(() => {
  office.received.length = 0
})

describe('what is said to a customer', () => {
  it('is acknowledged by mail at once: number, promise, link; none of the typed words', async () => {
    const made = await aCase()
      .from('点此领奖 http://evil.example')
      .reachableAt('mei@example.test')
      .saying('快来 http://evil.example 领奖')
      .in(shop)
    await product.drain()
    expect(office.received).toHaveLength(1)
    const [mail] = office.received
    expect(mail?.to).toEqual(['mei@example.test'])
    expect(mail?.headers.get('subject')).toBe(`【蓝鲸小店】已收到您的反馈（HY-${made.number}）`)
    expect(mail?.headers.get('from')).toContain('蓝鲸小店')
    expect(mail?.headers.get('auto-submitted')).toBe('auto-generated')
    expect(mail?.headers.get('x-auto-response-suppress')).toBe('All')
    expect(mail?.text).toContain(`/p/${shop.slug}/t/${made.number}-`)
    expect(mail?.text).toMatch(/3 月 6 日 \d\d:\d\d 前答复您/)
    expect(mail?.raw).not.toContain('evil')
    expect(`${mail?.text}${mail?.html}`).not.toContain('evil')
  })

  it('leaves for the track page and the mailbox, once, however often the reaction runs', async () => {
    const made = await aCaseOf('lan@example.test', '快递三天没动了')
    await answer(made.id, '已经催快递，明天到。<script>alert(1)</script>')
    await answersLeave()
    const event = await product.platform.db
      .selectFrom('events')
      .selectAll()
      .where('case_id', '=', made.id)
      .where('type', '=', 'case.answered')
      .executeTakeFirstOrThrow()
    const { messageId } = event.data as { messageId: string }
    const reaction = journey['case.answered'].find(({ name }) => name === 'cases.deliverMessages')
    const again = anEvent('case.answered', { caseId: made.id, messageId }, { caseId: made.id })
    await reaction?.run(shop.ctx(), [again])
    expect(office.received).toHaveLength(1)
    const [mail] = office.received
    expect(mail?.headers.get('subject')).toBe(`【蓝鲸小店】您的反馈有了答复（HY-${made.number}）`)
    expect(mail?.text).toContain(`关于您的反馈（HY-${made.number}），我们的答复是：`)
    expect(mail?.text).toContain('明天到。<script>')
    expect(mail?.text).toContain('> 快递三天没动了')
    expect(mail?.html).toContain('&lt;script&gt;')
    expect(mail?.html).not.toContain('<script>')
    expect(mail?.headers.has('auto-submitted')).toBe(false)
    const both = await product.platform.db
      .selectFrom('deliveries')
      .select(['by', 'state'])
      .where('case_id', '=', made.id)
      .where('about_id', '=', messageId)
      .orderBy('by')
      .execute()
    expect(both).toEqual([
      { by: 'mail', state: 'sent' },
      { by: 'track_page', state: 'sent' },
    ])
    expect(await happened(made.id)).toEqual(['message.delivered', 'message.delivered'])
  })

  it('is said in the language of whoever said it', async () => {
    const given = { email: 'joe@example.test', locale: 'en' as const, name: 'Joe' }
    const made = await aCase({ entry: 'complaint', text: 'No refund yet', author: given }).in(shop)
    await product.drain()
    await answer(made.id, 'Refunded today.')
    await answersLeave()
    expect(office.received.map(({ headers }) => headers.get('subject'))).toEqual([
      `[蓝鲸小店] We have received your complaint (HY-${made.number})`,
      `[蓝鲸小店] An answer to your complaint (HY-${made.number})`,
    ])
    expect(office.received[1]?.text).toContain('Refunded today.')
    const threads = office.received.map(({ headers }) => headers.get('references'))
    expect(threads).toEqual([`<${made.id}@huiyin.test>`, `<${made.id}@huiyin.test>`])
  })

  it('tells the outcome when the case is closed', async () => {
    const made = await aCaseOf('ping@example.test')
    await answer(made.id)
    await answersLeave()
    await closeCase(shop.ctx('agent'), { caseId: made.id, resolution: 'not_solvable' })
    await product.drain()
    expect(office.received).toHaveLength(2)
    const closing = office.received.at(-1)
    expect(closing?.headers.get('subject')).toContain('处理完了')
    expect(closing?.text).toContain('梅，您好：')
    expect(closing?.text).toContain('目前还解决不了')
    expect(closing?.headers.get('auto-submitted')).toBe('auto-generated')
  })

  it('is one mail when a case is answered and closed in one go', async () => {
    const made = await aCaseOf('both@example.test')
    await answer(made.id, '查到了，正在补寄。')
    await product.drain()
    await answer(made.id, '补寄的单号是 SF123。')
    await closeCase(shop.ctx('agent'), { caseId: made.id, resolution: 'solved' })
    await product.drain()
    const told = journey['case.notified'].find(({ name }) => name === 'cases.deliverMessages')
    expect(office.received).toEqual([])
    await answersLeave()
    const subjects = office.received.map(({ headers }) => headers.get('subject'))
    expect(subjects).toHaveLength(2)
    expect(subjects).toContain(`【蓝鲸小店】您的反馈有了答复（HY-${made.number}）`)
    expect(subjects).toContain(`【蓝鲸小店】您的反馈有了答复，已经处理完（HY-${made.number}）`)
    const both = office.received.find(({ text }) => text.includes('SF123'))
    expect(both?.text).toContain('您提交的事，我们处理好了。如果还没解决')
    expect((await rows(made.id)).map(({ state }) => state)).toEqual(Array(4).fill('sent'))
    const { id: messageId = '' } =
      (await messagesOf(shop.ctx(), [made.id])).get(made.id)?.at(-1) ?? {}
    await told?.run(shop.ctx(), [anEvent('case.notified', { caseId: made.id, messageId })])
    await answersLeave()
    expect(office.received).toHaveLength(2)
  })

  it('writes nobody about imports, history, records of last week, or without an address', async () => {
    await aCase().reachableAt('a@example.test').asHistory().in(shop)
    await aCase().reachableAt('b@example.test').importedBy(shop.ctx().newId()).in(shop)
    await aCase()
      .knownAs('u1')
      .reachableAt('c@example.test')
      .saidAt(new Date(product.platform.now().getTime() - 7 * 24 * 60 * minute))
      .in(shop)
    const silent = await aCase().in(shop)
    await product.drain()
    await answer(silent.id)
    await answersLeave()
    expect(office.received).toEqual([])
    expect(await rows(silent.id)).toEqual([])
  })

  it('does not fill a stranger’s mailbox with receipts', async () => {
    for (let i = 0; i < 10; i++)
      await aCase().reachableAt('victim@example.test').saying(`第 ${i} 条`).in(shop)
    await product.drain()
    expect(office.received).toHaveLength(6)
  })
})

describe('no mail leaves', () => {
  it('from a sample, whose people are made up', async () => {
    const sample = await aWorkspace(product)
    await product.platform.db
      .updateTable('workspaces')
      .set({ sample_of: shop.id })
      .where('id', '=', sample.id)
      .execute()
    forgetSettings(sample.id)
    const made = await aCase().reachableAt('made-up@example.test').in(sample)
    await product.drain()
    expect(office.received).toEqual([])
    expect(await rows(made.id)).toEqual([])
  })

  it('without a mail server; the track page shows it all the same', async () => {
    const quiet = await bootProduct({ mail: false })
    try {
      const place = await aWorkspace(quiet)
      const made = await aCase().reachableAt('mei@example.test').in(place)
      await quiet.drain()
      const said = await quiet.platform.db
        .selectFrom('deliveries')
        .select(['by', 'state', 'about_id'])
        .where('case_id', '=', made.id)
        .execute()
      expect(said).toMatchObject([{ by: 'track_page', state: 'sent' }])
      const about = said[0]?.about_id ?? ''
      expect((await deliveriesOf(place.ctx(), [about])).get(about)).toEqual([
        { by: 'track_page', state: 'sent', error: null, at: expect.any(String) },
      ])
      await sendWaitingMails(quiet.platform)
    } finally {
      await quiet.close()
    }
  })
})
