/** A workspace whose operator has a mail server, and what its tests ask again and again. */
import { answerCustomer } from '../../../cases/answer-customer.ts'
import { aCase } from '../../../cases/testing.ts'
import { readConfig } from '../../../platform/config.ts'
import { smtpMailer } from '../../../platform/mail/mailer.ts'
import { bootProduct } from '../../../testing/product.ts'
import { aWorkspace } from '../../../workspaces/testing.ts'
import { answerWaitMs } from '../delivery.ts'
import { sendWaitingMails } from '../send-waiting-mails.ts'
import { postOffice } from './post-office.ts'

export async function mailingShop() {
  const office = await postOffice()
  const mailer = smtpMailer({
    ...readConfig({}),
    smtpUrl: office.url,
    mailFrom: '回音 <noreply@huiyin.test>',
  })
  if (!mailer) throw new Error('no mail server')
  const product = await bootProduct({ mail: mailer })
  const shop = await aWorkspace(product)
  const { db } = product.platform

  const post = {
    /** Tests may close it and open another in its place. */
    office,
    mailer,
    product,
    shop,
    answer: (caseId: string, text = '已经为您退款，请查收。') =>
      answerCustomer(shop.ctx('agent'), { caseId, text, evidence: [] }),
    /** Answers wait a minute for the closing that may follow; then they leave. */
    async answersLeave() {
      await product.drain()
      product.pass(answerWaitMs)
      await sendWaitingMails(product.platform)
      await product.drain()
    },
    /** The mails of a case, as they stand. */
    rows: (caseId: string) =>
      db
        .selectFrom('deliveries')
        .select(['by', 'state', 'error', 'attempts', 'interruptions'])
        .where('case_id', '=', caseId)
        .where('by', '=', 'mail')
        .orderBy('id')
        .execute(),
    async happened(caseId: string) {
      const events = await db
        .selectFrom('events')
        .select('type')
        .where('case_id', '=', caseId)
        .where('type', 'in', ['message.delivered', 'message.undeliverable'])
        .execute()
      return events.map(({ type }) => type)
    },
    /** Past the receipt, whose mail is not what these tests look at. */
    async aCaseOf(email: string, words = '退款一直没有到账') {
      const made = await aCase().from('梅').reachableAt(email).saying(words).in(shop)
      await product.drain()
      post.office.received.length = 0
      return made
    },
    async close() {
      await product.close()
      mailer.close()
      await post.office.close()
    },
  }
  return post
}
