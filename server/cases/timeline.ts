/** What happened, as plain steps for the customer. Pure. */
import type { TrackView } from '../../contract/track.ts'
import type { Recorded } from '../platform/events/reactions.ts'
import { isOf } from '../platform/events/read-events.ts'

type Step = TrackView['timeline'][number]
type Told = Pick<Step, 'step' | 'detail'>

/** Nothing that only the team may know becomes a step. */
export function timelineOf(
  receivedAt: string,
  events: readonly Recorded[],
  nameOf: (memberId: string | null) => string | null,
): Step[] {
  const steps: Step[] = [{ step: 'received', at: receivedAt, detail: null }]
  for (const event of events) {
    const told = stepOf(event, nameOf)
    if (told === null || repeats(steps, told)) continue
    steps.push({ ...told, at: event.at.toISOString() })
  }
  return steps
}

function stepOf(event: Recorded, nameOf: (memberId: string | null) => string | null): Told | null {
  if (isOf(event, 'case.assigned')) {
    const { assigneeId } = event.data
    return assigneeId === null ? null : { step: 'assigned', detail: nameOf(assigneeId) }
  }
  if (isOf(event, 'case.urged')) return { step: 'urged', detail: null }
  if (isOf(event, 'case.answered')) return { step: 'answered', detail: null }
  if (isOf(event, 'case.added')) return { step: 'added', detail: null }
  if (isOf(event, 'case.closed')) return closingStep(event.data.resolution)
  if (isOf(event, 'case.reopened')) return { step: 'reopened', detail: null }
  if (isOf(event, 'case.told')) return { step: 'released', detail: event.data.release }
  if (isOf(event, 'case.confirmed')) return { step: 'confirmed', detail: null }
  if (isOf(event, 'case.rejected')) return { step: 'rejected', detail: null }
  if (isOf(event, 'case.erasure_asked')) return { step: 'erasure_asked', detail: null }
  if (isOf(event, 'case.redacted')) return { step: 'erased', detail: null }
  if (isOf(event, 'survey.answered')) return { step: 'rated', detail: String(event.data.score) }
  return null
}

function closingStep(resolution: string): Told {
  return resolution === 'withdrawn'
    ? { step: 'withdrawn', detail: null }
    : { step: 'closed', detail: resolution }
}

/** "Not solved", or that it be deleted, says already that it goes on; the same person again is no news. */
function repeats(steps: readonly Step[], told: Told): boolean {
  const last = steps.at(-1)
  if (told.step === 'reopened') return last?.step === 'rejected' || last?.step === 'erasure_asked'
  if (told.step !== 'assigned') return false
  return steps.findLast(({ step }) => step === 'assigned')?.detail === told.detail
}
