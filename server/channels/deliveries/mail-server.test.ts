import { afterAll, beforeEach, describe, expect, it } from 'vitest'
import { aCase } from '../../cases/testing.ts'
import { sendWaitingMails } from './index.ts'
import { mailingShop } from './testing/mailing-shop.ts'
import { postOffice } from './testing/post-office.ts'

const minute = 60_000

const post = await mailingShop()
const { mailer, product, shop, answer, answersLeave, rows, happened, aCaseOf } = post
let { office } = post
afterAll(post.close)
beforeEach(() => {
  office.received.length = 0
})

describe('a mail server with a will of its own', () => {
  it('that defers is asked again a minute later, and not before', async () => {
    const made = await aCaseOf('later@example.test')
    office.refuse({ at: 'RCPT', code: 451, text: '4.7.1 greylisted' })
    await answer(made.id)
    await answersLeave()
    expect((await rows(made.id)).at(-1)).toMatchObject({ state: 'waiting', error: 'mail_deferred' })
    await sendWaitingMails(product.platform)
    expect(office.received).toEqual([])
    product.pass(minute)
    await sendWaitingMails(product.platform)
    expect(office.received).toHaveLength(1)
    expect((await rows(made.id)).at(-1)).toMatchObject({ state: 'sent', error: null, attempts: 1 })
  })

  it('that knows no such mailbox ends it, and the team can see why', async () => {
    const made = await aCaseOf('nobody@example.test')
    office.refuse({ at: 'RCPT', code: 550, text: '5.1.1 no such user' })
    await answer(made.id)
    await answersLeave()
    expect((await rows(made.id)).at(-1)).toMatchObject({
      state: 'failed',
      error: 'mailbox_unknown',
    })
    expect(await happened(made.id)).toContain('message.undeliverable')
    product.pass(24 * 60 * minute)
    await sendWaitingMails(product.platform)
    expect(office.received).toEqual([])
  })

  it('that dislikes the words refuses for good, too', async () => {
    const made = await aCaseOf('strict@example.test')
    office.refuse({ at: 'DATA', code: 554, text: '5.7.1 rejected by policy' })
    await answer(made.id)
    await answersLeave()
    expect((await rows(made.id)).at(-1)).toMatchObject({ state: 'failed', error: 'mail_refused' })
  })

  it('that is away is waited for; everything leaves when it is back', async () => {
    const made = [await aCaseOf('one@example.test'), await aCaseOf('two@example.test')]
    const port = Number(new URL(office.url).port)
    await office.close()
    for (const { id } of made) await answer(id)
    await answersLeave()
    for (const { id } of made)
      expect((await rows(id)).at(-1)).toMatchObject({ state: 'waiting', error: 'smtp_unreachable' })
    office = post.office = await postOffice(port)
    product.pass(minute)
    await sendWaitingMails(product.platform)
    expect(office.received.map(({ to }) => to[0]).sort()).toEqual([
      'one@example.test',
      'two@example.test',
    ])
  })

  it('gives up after most of a day', async () => {
    const made = await aCaseOf('never@example.test')
    await answer(made.id)
    office.refuse(
      ...Array.from({ length: 11 }, () => ({ at: 'RCPT' as const, code: 450, text: 'busy' })),
    )
    await answersLeave()
    for (let i = 0; i < 10; i++) {
      product.pass(480 * minute)
      await sendWaitingMails(product.platform)
    }
    expect((await rows(made.id)).at(-1)).toMatchObject({
      state: 'failed',
      error: 'mail_deferred',
      attempts: 11,
    })
  })
})

describe('a sender that is stopped between sending and noting it', () => {
  it('sends once more under the same Message-ID, and never a third time', async () => {
    const made = await aCaseOf('crash@example.test')
    await answer(made.id)
    await answersLeave()
    const crash = () =>
      product.platform.db
        .updateTable('deliveries')
        .set({
          state: 'waiting',
          claimed_at: product.platform.now(),
          next_try_at: product.platform.now(),
        })
        .where('case_id', '=', made.id)
        .where('by', '=', 'mail')
        .where('what', '=', 'message')
        .where('to_hash', 'is', null)
        .execute()
    await crash()
    await sendWaitingMails(product.platform)
    const ids = office.received.map(({ headers }) => headers.get('message-id'))
    expect(ids).toHaveLength(2)
    expect(ids[0]).toMatch(/^<[0-9a-f-]{36}@huiyin\.test>$/)
    expect(ids[1]).toBe(ids[0])
    await crash()
    await sendWaitingMails(product.platform)
    expect(office.received).toHaveLength(2)
    expect((await rows(made.id)).at(-1)).toMatchObject({ state: 'failed', error: 'interrupted' })
  })

  it('sends once when two rounds run at the same time', async () => {
    const made = await Promise.all(
      Array.from({ length: 12 }, (_, i) => aCase().reachableAt(`p${i}@example.test`).in(shop)),
    )
    await Promise.all([
      product.drain(),
      product.drain(),
      sendWaitingMails(product.platform),
      sendWaitingMails(product.platform),
    ])
    await product.drain()
    await sendWaitingMails(product.platform)
    expect(office.received.map(({ to }) => to[0]).sort()).toEqual(
      made.map((_, i) => `p${i}@example.test`).sort(),
    )
  })
})

describe('words that would be headers', () => {
  it('stay words: names, subjects and addresses cannot break out', async () => {
    await mailer.send({
      to: 'safe@example.test',
      fromName: '蓝鲸\r\nBcc: spy@example.test',
      subject: '退款\r\nBcc: spy@example.test\r\n\r\n<html>',
      text: '正文'.repeat(5000),
      html: `<p>${'长'.repeat(20_000)}</p>`,
    })
    const [mail] = office.received
    expect(mail?.to).toEqual(['safe@example.test'])
    expect(mail?.headers.has('bcc')).toBe(false)
    expect(mail?.headers.get('subject')).toBe('退款 Bcc: spy@example.test <html>')
    expect(mail?.text).toBe('正文'.repeat(5000))
    expect(Math.max(...(mail?.raw.split('\r\n') ?? []).map(({ length }) => length))).toBeLessThan(
      999,
    )
  })

  it.each([
    'a@example.test, b@example.test',
    'a@example.test\r\nRCPT TO:<b@example.test>',
    'Spy <spy@example.test>',
    '"a b"@example.test',
    'nobody',
    '',
  ])('refuses the address %j', async (to) => {
    await expect(mailer.send({ to, subject: 's', text: 't' })).rejects.toMatchObject({
      again: 'never',
      code: 'address_invalid',
    })
    expect(office.received).toEqual([])
  })
})
