/** What was said, on both sides, with the evidence. */
import type { TrackView } from '../../contract/track.ts'
import { useSettings } from '../settings.ts'
import { atWords } from '../times.ts'
import { type CaseOf, EvidenceList } from './evidence-list.tsx'
import { LongWords } from './long-words.tsx'
import { noticeWords } from './notices.ts'

interface ConversationProps {
  view: TrackView
  of: CaseOf
}

export function Conversation({ view, of }: ConversationProps) {
  const { words, locale } = useSettings()
  const { track } = words
  const nameOf = ({ direction, author }: TrackView['messages'][number]) =>
    ({ in: track.you, out: track.us(author), notice: track.notice })[direction]
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
        {view.messages.map((message) => (
          <li key={message.id} class={`is-${message.direction}`}>
            <p class="who">
              {nameOf(message)}
              <time dateTime={message.at}>{atWords(message.at, { locale })}</time>
            </p>
            <Said message={message} />
            <EvidenceList evidence={message.evidence} of={of} />
          </li>
        ))}
      </ul>
      {!view.messages.some(({ direction }) => direction === 'out') && view.state !== 'closed' && (
        <p class="hint">{track.noAnswer}</p>
      )}
    </section>
  )
}

function Said({ message }: { message: TrackView['messages'][number] }) {
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
