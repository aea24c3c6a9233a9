/** Steps of the timeline as sentences. */
import type { TrackView } from '../../contract/track.ts'
import type { Words } from '../words/zh.ts'

type TimelineEntry = TrackView['timeline'][number]

export function stepWords({ step, detail }: TimelineEntry, view: TrackView, words: Words): string {
  const { steps } = words.track
  if (step === 'received' || step === 'confirmed' || step === 'rejected') {
    return steps[step][view.entry]
  }
  if (step === 'assigned' || step === 'released' || step === 'rated') {
    return steps[step](detail)
  }
  if (step === 'closed') return closedWords(detail ?? view.resolution, words)
  return steps[step]
}

/** What the case waits for; nothing when it is over. */
export function nextOf(view: TrackView): 'answer' | 'reply' | 'confirm' | null {
  if (view.can.includes('confirm')) return 'confirm'
  if (view.state === 'waiting') return 'reply'
  return view.state === 'open' ? 'answer' : null
}

/** The answer that the customer is asked about; it stands beside the question. */
export function judgedAnswer({ can, messages }: TrackView): TrackView['messages'][number] | null {
  if (!can.includes('confirm')) return null
  return messages.findLast(({ direction }) => direction === 'out') ?? null
}

function closedWords(resolution: string | null, words: Words): string {
  const known: Record<string, string> = words.resolutions
  return resolution && Object.hasOwn(known, resolution)
    ? (known[resolution] ?? words.track.steps.closed)
    : words.track.steps.closed
}
