/** What was said, on both sides, with the evidence; the answer that is asked about stands above. */
import type { TrackView } from '../../contract/track.ts'
import { useSettings } from '../settings.ts'
import { atWords } from '../times.ts'
import { type CaseOf, EvidenceList } from './evidence-list.tsx'
import { LongWords } from './long-words.tsx'
import { noticeWords } from './notices.ts'
import { judgedAnswer } from './steps.ts'

type Message = TrackView['messages'][number]

interface ConversationProps {
  view: TrackView
  of: CaseOf
}

export function Conversation({ view, of }: ConversationProps) {
  const { words, locale } = useSettings()
  const { track } = words
  const judged = judgedAnswer(view)
  return (
    <section class="talk">
      <h2>{track.talk}</h2>
      <ul>
        <li class="is-in is-first">
          <p class="who">
            {track.said}
            <time dateTime={view.saidAt}>{atWords(view.saidAt, { locale })}</time>
          </p>
          <LongWords>{view.text}</LongWords>
          <Answers view={view} />
          <EvidenceList evidence={view.evidence} of={of} />
        </li>
        {view.messages
          .filter((message) => message !== judged)
          .map((message) => (
            <li key={message.id} class={`is-${message.direction}`}>
              <OneMessage message={message} of={of} />
            </li>
          ))}
      </ul>
      {!view.messages.some(({ direction }) => direction === 'out') && view.state !== 'closed' && (
        <p class="hint">{track.noAnswer}</p>
      )}
    </section>
  )
}

export function OneMessage({ message, of }: { message: Message; of: CaseOf }) {
  const { words, locale } = useSettings()
  const { track } = words
  const { direction, author, at, evidence } = message
  const names = { in: track.you, out: track.us(author), notice: track.notice }
  return (
    <>
      <p class="who">
        {names[direction]}
        <time dateTime={at}>{atWords(at, { locale })}</time>
      </p>
      <Said message={message} />
      <EvidenceList evidence={evidence} of={of} />
    </>
  )
}

function Said({ message }: { message: Message }) {
  const { words, locale } = useSettings()
  const said = noticeWords(message, words, locale)
  return said ? <LongWords>{said}</LongWords> : null
}

function Answers({ view }: { view: TrackView }) {
  const { locale } = useSettings()
  if (view.fields.length === 0) return null
  return (
    <dl>
      {view.fields.map(({ key, label, labelEn, value }) => (
        <div key={key}>
          <dt>{locale === 'en' ? (labelEn ?? label) : label}</dt>
          <dd>{value.replace(/^(\d{4}-\d\d-\d\d)T(\d\d:\d\d)$/, '$1 $2')}</dd>
        </div>
      ))}
    </dl>
  )
}
