import type { TrackView } from '../../contract/track.ts'
import { loadFeedback, showFeedback } from '../feedback/index.ts'
import type { Ctx } from '../platform/ctx.ts'
import { NotFound } from '../platform/errors.ts'
import { eventsOfCase } from '../platform/events/read-events.ts'
import { membersById } from '../workspaces/index.ts'
import { type Case, loadCase } from './case.ts'
import { talkOf } from './conversation.ts'
import { ownCaseId, ownFeedbackId } from './own-case.ts'
import { awaitsVerdict, isWithdrawn, urgeAgainAt } from './procedure.ts'
import { timelineOf } from './timeline.ts'

/** How the customer's own case stands. */
export async function track(ctx: Ctx): Promise<TrackView> {
  const caseId = await ownCaseId(ctx)
  return caseId === null ? justReceived(ctx) : trackCase(ctx, await loadCase(ctx, caseId))
}

async function trackCase(ctx: Ctx, found: Case): Promise<TrackView> {
  const own = ownFeedbackId(ctx)
  const [said, messages, events] = await Promise.all([
    showFeedback(ctx, [found.feedback_id, own]),
    talkOf(ctx, found.id),
    eventsOfCase(ctx, found.id),
  ])
  const first = said.get(found.feedback_id)
  if (!first) throw new NotFound()
  const assignees = events.flatMap(({ data }) =>
    'assigneeId' in data && data.assigneeId ? [data.assigneeId] : [],
  )
  const known = found.assignee_id === null ? assignees : [...assignees, found.assignee_id]
  const members = await membersById(ctx, [...new Set(known)])
  const nameOf = (id: string | null) => members.get(id ?? '')?.name ?? null
  const again = urgeAgainAt(found)
  const now = ctx.now()
  return {
    // A customer whose words joined an earlier case keeps the number they were given.
    number: said.get(own)?.number ?? first.number,
    entry: found.entry,
    text: first.text,
    fields: first.fields,
    evidence: first.evidence,
    saidAt: first.saidAt,
    state: found.state,
    resolution: found.resolution,
    promisedAt: found.promised_at.toISOString(),
    promise: found.promise,
    answerDueAt: found.answer_due_at?.toISOString() ?? null,
    handler: nameOf(found.assignee_id),
    messages,
    timeline: timelineOf(first.receivedAt, events, nameOf),
    survey: waitingSurvey(found, now),
    can: canDo(found, again, now),
    urgeAgainAt:
      found.state !== 'closed' && again !== null && again > now ? again.toISOString() : null,
  }
}

/** A case that is open again cannot have helped yet; one that was taken back is not asked about. */
function waitingSurvey(found: Case, now: Date): string | null {
  const { state, survey_token, survey_until } = found
  if (state !== 'closed' || isWithdrawn(found)) return null
  return survey_until !== null && survey_until > now ? survey_token : null
}

function canDo(found: Case, again: Date | null, now: Date): TrackView['can'] {
  const isOpen = found.state !== 'closed'
  const may: Record<TrackView['can'][number], boolean> = {
    add: !isWithdrawn(found),
    urge: isOpen && (again === null || again <= now),
    withdraw: isOpen,
    confirm: awaitsVerdict(found) && !isForgotten(found),
    ask_erasure: found.erasure_asked_at === null && !isForgotten(found),
  }
  return (Object.keys(may) as TrackView['can']).filter((ability) => may[ability])
}

/** All that was said was deleted as they asked, and nothing since: there is nothing to judge, or to delete. */
function isForgotten({ redacted_at, active_at }: Case): boolean {
  return redacted_at !== null && redacted_at >= active_at
}

/** Moments after it arrived, before its case is open. */
async function justReceived(ctx: Ctx): Promise<TrackView> {
  const own = ownFeedbackId(ctx)
  const [shown, [facts]] = await Promise.all([showFeedback(ctx, [own]), loadFeedback(ctx, [own])])
  const said = shown.get(own)
  if (!said || !facts) throw new NotFound()
  return {
    number: said.number,
    entry: said.entry,
    text: said.text,
    fields: said.fields,
    evidence: said.evidence,
    saidAt: said.saidAt,
    state: 'open',
    resolution: null,
    promisedAt: facts.promisedAt.toISOString(),
    promise: 'running',
    answerDueAt: null,
    handler: null,
    messages: [],
    timeline: timelineOf(said.receivedAt, [], () => null),
    survey: null,
    can: ['add', 'urge', 'withdraw', 'ask_erasure'],
    urgeAgainAt: null,
  }
}
