import type { CaseDetail, Happening } from '../../contract/cases.ts'
import { type CustomerCard, loadCustomers } from '../customers/index.ts'
import { showFeedback } from '../feedback/index.ts'
import type { Ctx } from '../platform/ctx.ts'
import { NotFound } from '../platform/errors.ts'
import type { Recorded } from '../platform/events/reactions.ts'
import { eventsOfCase } from '../platform/events/read-events.ts'
import { judgementsOf, presentReading, readingsOf } from '../understanding/index.ts'
import { loadCalendar, loadSettings, workingMinutesBetween } from '../workspaces/index.ts'
import { abilitiesOf } from './abilities.ts'
import { assistanceIn } from './assistance.ts'
import { type Case, loadCase } from './case.ts'
import { conversationOf } from './conversation.ts'
import { presentRows } from './present-rows.ts'

/** One case with all that was said and done. */
export async function showCase(ctx: Ctx, input: { caseId: string }): Promise<CaseDetail> {
  const found = await loadCase(ctx, input.caseId)
  const happened = eventsOfCase(ctx, found.id)
  const [rows, said, readings, judgements, customer, messages, events, promiseMinutes, assistance] =
    await Promise.all([
      presentRows(ctx, [found]),
      showFeedback(ctx, [found.feedback_id]),
      readingsOf(ctx, [found.feedback_id]),
      judgementsOf(ctx, [found.feedback_id]),
      customerOf(ctx, found),
      happened.then((events) => conversationOf(ctx, found.id, events)),
      happened,
      promiseMinutesOf(ctx, found),
      assistanceIn(ctx, found),
    ])
  const [row] = rows
  const first = said.get(found.feedback_id)
  if (!row || !first) throw new NotFound()
  const { channelId: _i, channelKind: _k, locale: _l, ...feedback } = first
  const reading = readings.get(found.feedback_id)
  return {
    ...row,
    feedback: { ...feedback, channel: row.channel },
    reading: reading ? presentReading(reading, judgements.get(found.feedback_id) ?? []) : null,
    customer,
    messages,
    happenings: events.map(presentHappening),
    survey: surveyOf(found),
    promiseMinutes,
    assistance,
    version: found.version,
    can: abilitiesOf(ctx.actor, found),
  }
}

async function customerOf(ctx: Ctx, found: Case): Promise<CaseDetail['customer']> {
  const [cards, { cases }] = await Promise.all([
    loadCustomers(ctx, [found.customer_id]),
    ctx.db
      .selectFrom('cases')
      .select((eb) => eb.fn.countAll<number>().as('cases'))
      .where('workspace_id', '=', ctx.workspaceId)
      .where('customer_id', '=', found.customer_id)
      .executeTakeFirstOrThrow(),
  ])
  const card: CustomerCard | undefined = cards.get(found.customer_id)
  return {
    id: found.customer_id,
    name: card?.name ?? null,
    identities: card?.identities ?? [],
    cases,
    firstSeenAt: (card?.firstSeenAt ?? found.opened_at).toISOString(),
  }
}

async function promiseMinutesOf(ctx: Ctx, found: Case): Promise<number> {
  const [calendar, { timeZone }] = await Promise.all([loadCalendar(ctx), loadSettings(ctx)])
  return Math.max(
    0,
    Math.round(workingMinutesBetween(calendar, timeZone, found.opened_at, found.promised_at)),
  )
}

function surveyOf(found: Case): CaseDetail['survey'] {
  if (found.score === null) return null
  return {
    score: found.score,
    solved: found.confirmed,
    comment: found.score_comment ?? '',
    answeredAt: (found.scored_at ?? found.active_at).toISOString(),
  }
}

/** Only plain values travel; whatever else an event holds is for reactions. */
function presentHappening({ type, data, actor, at }: Recorded): Happening {
  const plain = Object.entries(data as Record<string, unknown>).flatMap(([key, value]) =>
    isPlain(value) ? [[key, value] as const] : [],
  )
  return { type, by: actor.name, at: at.toISOString(), data: Object.fromEntries(plain) }
}

function isPlain(value: unknown): value is string | number | boolean | null {
  return value === null || ['string', 'number', 'boolean'].includes(typeof value)
}
