/** Steps of the timeline as sentences. */
import type { TrackView } from '../../contract/track.ts'
import type { Words } from '../words/zh.ts'

type TimelineEntry = TrackView['timeline'][number]
type Message = TrackView['messages'][number]

const QUOTE_LENGTH = 60
/** An answer and the step that tells of it are written together. */
const SAME_MOMENT_MS = 3000

export function stepWords(
  { step, at, detail }: TimelineEntry,
  view: TrackView,
  words: Words,
): { line: string; quote: string | null } {
  const { steps } = words.track
  if (step === 'received') return { line: steps.received[view.entry], quote: null }
  if (step === 'assigned' || step === 'released' || step === 'rated') {
    return { line: steps[step](detail), quote: null }
  }
  if (step === 'closed') return { line: closedWords(detail ?? view.resolution, words), quote: null }
  if (step === 'answered') return { line: steps.answered, quote: answerAt(at, view) }
  return { line: steps[step], quote: null }
}

/** What the case waits for; nothing when it is over. */
export function nextOf(view: TrackView): 'answer' | 'reply' | 'confirm' | null {
  if (view.can.includes('confirm')) return 'confirm'
  if (view.state === 'waiting') return 'reply'
  return view.state === 'open' ? 'answer' : null
}

function closedWords(resolution: string | null, words: Words): string {
  const known: Record<string, string> = words.resolutions
  return resolution && Object.hasOwn(known, resolution)
    ? (known[resolution] ?? words.track.steps.closed)
    : words.track.steps.closed
}

function answerAt(at: string, { messages }: TrackView): string | null {
  const apart = (message: { at: string }) => Math.abs(Date.parse(message.at) - Date.parse(at))
  const answer = messages
    .filter((message) => message.direction === 'out' && apart(message) <= SAME_MOMENT_MS)
    .reduce((nearest: Message | null, message) => {
      return nearest && apart(nearest) <= apart(message) ? nearest : message
    }, null)
  const line = answer?.text.split('\n').find((part) => part.trim() !== '')
  if (!line) return null
  return line.length > QUOTE_LENGTH ? `${line.slice(0, QUOTE_LENGTH)}…` : line
}
