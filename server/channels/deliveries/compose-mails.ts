import type { Resolution } from '../../../contract/cases.ts'
import { contactsOf } from '../../customers/index.ts'
import {
  evidenceOf,
  loadFeedback,
  loadMessages,
  type Message,
  messagesOf,
  trackUrl,
} from '../../feedback/index.ts'
import type { Ctx } from '../../platform/ctx.ts'
import { surveyToken } from '../../platform/ids.ts'
import { isMailAddress } from '../../platform/mail/address.ts'
import type { Mail } from '../../platform/mail/mailer.ts'
import { loadSettings } from '../../workspaces/index.ts'
import { asHtml, asText, type Letter } from './letters/layout.ts'
import {
  answerLetter,
  closedLetter,
  newsLetter,
  receiptLetter,
  releasedLetter,
  type Subject,
  surveyLetter,
} from './letters/letters.ts'
import type { Delivery } from './tables.ts'

/** Tells mail programs and their out-of-office replies that nobody is there to answer. */
const automatic = {
  'Auto-Submitted': 'auto-generated',
  'X-Auto-Response-Suppress': 'All',
}

/** The mail of each delivery, by its id; none where the customer or the words are gone. */
export async function composeMails(
  ctx: Ctx,
  deliveries: readonly Delivery[],
): Promise<Map<string, Mail>> {
  const aboutIds = deliveries.map(({ about_id }) => about_id)
  const [settings, feedback, contacts, messages, files] = await Promise.all([
    loadSettings(ctx),
    loadFeedback(
      ctx,
      deliveries.map(({ case_id }) => case_id),
    ),
    contactsOf(
      ctx,
      deliveries.map(({ customer_id }) => customer_id),
    ),
    loadMessages(ctx, aboutIds),
    evidenceOf(ctx, { messageIds: aboutIds }),
  ])
  const closings = await closingsAfter(ctx, messages)
  const said = new Map(feedback.map((one) => [one.id, one]))
  const mails = new Map<string, Mail>()
  for (const delivery of deliveries) {
    const contact = contacts.get(delivery.customer_id)
    const words = said.get(delivery.case_id)
    const message = messages.get(delivery.about_id)
    if (!words || !contact?.email || !isMailAddress(contact.email)) continue
    const subject: Subject = {
      workspaceName: settings.name,
      timeZone: settings.timeZone,
      locale: contact.locale ?? words.author.locale ?? settings.locale,
      entry: words.entry,
      number: words.number,
      saidAt: words.saidAt,
      words: words.text,
      name: contact.name,
      trackUrl: absolute(
        ctx,
        trackUrl(ctx, settings.slug, { feedbackId: words.id, number: words.number }),
      ),
    }
    const letter =
      delivery.what === 'survey'
        ? letterOfSurvey(ctx, delivery, subject, settings.slug)
        : message &&
          letterOf(message, subject, {
            files: files.get(message.id)?.length ?? 0,
            closing: closings.get(message.id) ?? null,
          })
    if (!letter) continue
    mails.set(delivery.id, {
      to: contact.email,
      fromName: settings.name,
      subject: letter.subject,
      text: asText(letter),
      html: asHtml(letter),
      messageId: delivery.id,
      thread: delivery.case_id,
      ...(message?.direction === 'out' ? {} : { headers: automatic }),
    })
  }
  return mails
}

/** How its case was closed after an answer, by the last answer before. */
async function closingsAfter(
  ctx: Ctx,
  messages: Map<string, Message>,
): Promise<Map<string, Resolution>> {
  const answers = [...messages.values()].filter(({ direction }) => direction === 'out')
  const talks = await messagesOf(ctx, [...new Set(answers.map(({ caseId }) => caseId))])
  const closings = new Map<string, Resolution>()
  for (const talk of talks.values()) {
    const end = talk.findLastIndex(({ notice }) => notice?.name === 'closed')
    const answer = talk.slice(0, Math.max(end, 0)).findLast(({ direction }) => direction === 'out')
    if (answer) closings.set(answer.id, talk[end]?.notice?.values.resolution as Resolution)
  }
  return closings
}

interface Along {
  files: number
  closing: Resolution | null
}

function letterOf(message: Message, subject: Subject, { files, closing }: Along): Letter {
  if (message.notice === null) return answerLetter(subject, { text: message.text, files, closing })
  const { name, values } = message.notice
  switch (name) {
    case 'received':
      // Words that joined an earlier case have a number of their own.
      return receiptLetter(
        { ...subject, number: Number(values.number) },
        new Date(String(values.promisedAt)),
      )
    case 'closed':
      return closedLetter(subject, values.resolution as Resolution)
    case 'released':
      return releasedLetter(subject, {
        name: String(values.release ?? ''),
        notes: String(values.notes ?? ''),
      })
    default:
      return newsLetter(subject, message.text)
  }
}

function letterOfSurvey(
  ctx: Ctx,
  delivery: Delivery,
  subject: Subject,
  slug: string,
): Letter | null {
  if (!delivery.questions) return null
  const { score, scoreEn } = delivery.questions
  const token = surveyToken(ctx.secret, ctx.workspaceId, delivery.about_id)
  return surveyLetter(subject, {
    question: subject.locale === 'en' ? scoreEn : score,
    url: absolute(ctx, `${ctx.config.publicUrl ?? ''}/p/${slug}/s/${token}`),
  })
}

/** Where no public address is configured, the one this machine answers at. */
function absolute(ctx: Ctx, url: string): string {
  return url.startsWith('/') ? `http://localhost:${ctx.config.port}${url}` : url
}
