import { contactsOf } from '../../customers/index.ts'
import { loadFeedback, loadMessages, type Message, messagesOf } from '../../feedback/index.ts'
import type { Ctx, Tx } from '../../platform/ctx.ts'
import { json } from '../../platform/db/database.ts'
import { signedCode } from '../../platform/ids.ts'
import { isMailAddress } from '../../platform/mail/address.ts'
import { loadSettings } from '../../workspaces/index.ts'
import { answerWaitMs, isReceiptOwed, receiptsPerHour } from './delivery.ts'
import { oncePerRelease, releaseMailKey } from './once-per-release.ts'
import { sendMails } from './send-mails.ts'
import type { SurveyQuestions } from './tables.ts'

/** Something that leaves for the customer of a case. */
export interface Parcel {
  what: 'message' | 'survey'
  /** The message, or the invitation. */
  aboutId: string
  /** Bears the id of the feedback that opened it. */
  caseId: string
  customerId: string
  /** Of surveys. */
  questions?: SurveyQuestions
}

/** How long one reaction goes on sending; the minute's round takes the rest. */
const patienceMs = 8000
const hourMs = 3_600_000

/**
 * Brings words to customers: their track page shows them at once, and a mail follows when the
 * operator's mail server is known and the customer left an address. Saying it twice sends it once.
 */
export async function deliver(ctx: Ctx, parcels: readonly Parcel[]): Promise<void> {
  const messages = await loadMessages(
    ctx,
    parcels.flatMap(({ what, aboutId }) => (what === 'message' ? [aboutId] : [])),
  )
  const leaving = parcels.filter(
    ({ what, aboutId }) => what === 'survey' || isOutgoing(messages.get(aboutId)),
  )
  if (leaving.length === 0) return
  const mails = await mailsFor(ctx, leaving, messages)
  const plans = await plansFor(ctx, leaving, messages)
  await ctx.write(async (tx) => keep(tx, leaving, await oncePerRelease(tx, mails, messages), plans))
  if (mails.size > 0)
    await sendMails(ctx, { patienceMs, aboutIds: leaving.map(({ aboutId }) => aboutId) })
}

function isOutgoing(message: Message | undefined): boolean {
  return message?.direction === 'out' || message?.direction === 'notice'
}

/** Which parcels leave by mail too, and for receipts and releases a hash of where to. */
async function mailsFor(
  ctx: Ctx,
  parcels: readonly Parcel[],
  messages: Map<string, Message>,
): Promise<Map<string, string | null>> {
  // The people of a sample are made up; their addresses may be somebody's.
  if (!ctx.mail || (await loadSettings(ctx)).sample) return new Map()
  const contacts = await contactsOf(
    ctx,
    parcels.map(({ customerId }) => customerId),
  )
  const mails = new Map<string, string | null>()
  const receipts: { parcel: Parcel; hash: string }[] = []
  for (const parcel of parcels) {
    const email = contacts.get(parcel.customerId)?.email
    if (!email || !isMailAddress(email)) continue
    const message = messages.get(parcel.aboutId)
    const notice = message?.notice
    if (notice?.name === 'received')
      receipts.push({ parcel, hash: signedCode(ctx.secret, 'mail-to', email, 20) })
    else if (!(notice?.name === 'closed' && notice.values.resolution === 'withdrawn'))
      mails.set(parcel.aboutId, releaseMailKey(ctx, message, email))
  }
  for (const { parcel, hash } of await receiptsOwed(ctx, receipts)) mails.set(parcel.aboutId, hash)
  return mails
}

/** When a mail may leave; `with the answer`: it is no mail of its own. */
type Plan = 'at once' | 'after a while' | 'with the answer'

/** An answer waits a little; a closing while it waits is told in the same mail. */
async function plansFor(
  ctx: Ctx,
  parcels: readonly Parcel[],
  messages: Map<string, Message>,
): Promise<Map<string, Plan>> {
  const plans = new Map<string, Plan>()
  const closings = parcels.filter(({ aboutId }) => isClosing(messages.get(aboutId)))
  const answered = await casesWithWaitingAnswer(
    ctx,
    closings.map(({ caseId }) => caseId),
  )
  for (const { aboutId, caseId } of parcels) {
    const message = messages.get(aboutId)
    if (message?.direction === 'out') plans.set(aboutId, 'after a while')
    else if (isClosing(message) && answered.has(caseId)) plans.set(aboutId, 'with the answer')
    else plans.set(aboutId, 'at once')
  }
  return plans
}

/**
 * The last answer is here and no sender has it, or it is so new that it is only on its way to us:
 * whoever composes its mail will find the closing.
 */
async function casesWithWaitingAnswer(ctx: Ctx, caseIds: string[]): Promise<Set<string>> {
  const talks = await messagesOf(ctx, caseIds)
  const answers = [...talks.values()].flatMap(
    (talk) => talk.findLast(({ direction }) => direction === 'out') ?? [],
  )
  if (answers.length === 0) return new Set()
  const mails = await ctx.db
    .selectFrom('deliveries')
    .select(['about_id', 'state', 'claimed_at'])
    .where('workspace_id', '=', ctx.workspaceId)
    .where(
      'about_id',
      'in',
      answers.map(({ id }) => id),
    )
    .where('by', '=', 'mail')
    .execute()
  const mailOf = new Map(mails.map((mail) => [mail.about_id, mail]))
  const justNow = ctx.now().getTime() - answerWaitMs
  return new Set(
    answers.flatMap(({ id, caseId, at }) => {
      const mail = mailOf.get(id)
      const waits = mail
        ? mail.state === 'waiting' && mail.claimed_at === null
        : at.getTime() > justNow
      return waits ? caseId : []
    }),
  )
}

function isClosing(message: Message | undefined): boolean {
  return message?.notice?.name === 'closed'
}

/** Not for records of the past, and not more than a few an hour to one address. */
async function receiptsOwed(
  ctx: Ctx,
  receipts: { parcel: Parcel; hash: string }[],
): Promise<{ parcel: Parcel; hash: string }[]> {
  if (receipts.length === 0) return []
  const feedback = await loadFeedback(
    ctx,
    receipts.map(({ parcel }) => parcel.caseId),
  )
  const fresh = new Set(feedback.filter(isReceiptOwed).map(({ id }) => id))
  const sent = await ctx.db
    .selectFrom('deliveries')
    .select((eb) => ['to_hash', eb.fn.countAll<number>().as('count')])
    .where('workspace_id', '=', ctx.workspaceId)
    .where('to_hash', 'in', [...new Set(receipts.map(({ hash }) => hash))])
    .where('at', '>', new Date(ctx.now().getTime() - hourMs))
    .groupBy('to_hash')
    .execute()
  const counts = new Map(sent.map(({ to_hash, count }) => [to_hash as string, count]))
  return receipts.filter(({ parcel, hash }) => {
    if (!fresh.has(parcel.caseId)) return false
    const count = counts.get(hash) ?? 0
    counts.set(hash, count + 1)
    return count < receiptsPerHour
  })
}

async function keep(
  tx: Tx,
  parcels: readonly Parcel[],
  mails: Map<string, string | null>,
  plans: Map<string, Plan>,
): Promise<void> {
  const leavesAt: Record<Plan, Date | null> = {
    'at once': tx.now(),
    'after a while': new Date(tx.now().getTime() + answerWaitMs),
    'with the answer': null,
  }
  const rows = parcels.flatMap((parcel) => {
    const row = {
      workspace_id: tx.workspaceId,
      what: parcel.what,
      about_id: parcel.aboutId,
      case_id: parcel.caseId,
      customer_id: parcel.customerId,
      questions: parcel.questions ? json(parcel.questions) : null,
      at: tx.now(),
    }
    const hash = mails.get(parcel.aboutId)
    return [
      ...(parcel.what === 'message'
        ? [
            {
              ...row,
              id: tx.newId(),
              by: 'track_page',
              state: 'sent',
              to_hash: null,
              next_try_at: null,
            } as const,
          ]
        : []),
      ...(hash !== undefined
        ? [
            {
              ...row,
              id: tx.newId(),
              by: 'mail',
              state: 'waiting',
              to_hash: hash,
              next_try_at: leavesAt[plans.get(parcel.aboutId) ?? 'at once'],
            } as const,
          ]
        : []),
    ]
  })
  if (rows.length === 0) return
  await tx.db
    .insertInto('deliveries')
    .values(rows)
    .onConflict((conflict) => conflict.columns(['workspace_id', 'about_id', 'by']).doNothing())
    .execute()
}
