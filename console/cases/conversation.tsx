import { type RefObject, useLayoutEffect, useMemo } from 'react'
import type { CaseDetail, MessageView } from '../../contract/cases.ts'
import { Translation } from '../assistant/translation.tsx'
import { Evidence } from '../feedback/evidence.tsx'
import type { Mark } from '../feedback/marks.ts'
import { Said } from '../feedback/said.tsx'
import { Icon, type IconName } from '../ui/icon.tsx'
import { moment, useNow } from '../ui/moment.ts'
import { useLocale, useWords } from '../words/words.tsx'
import { useViewer, useZone } from '../workspaces/viewer.tsx'
import { entriesOf } from './entries.ts'
import { HappeningLine } from './happening.tsx'
import { noticeText } from './notice.ts'

/** All that was said and done, oldest first, scrolled to the newest. */
export function Conversation({
  detail,
  talk,
}: {
  detail: CaseDetail
  talk: RefObject<HTMLDivElement | null>
}) {
  const words = useWords()
  const entries = useMemo(
    () => entriesOf(detail, (type) => type in words.cases.happenings),
    [detail, words],
  )
  const { length } = entries
  useLayoutEffect(() => {
    if (length > 0) talk.current?.scrollTo({ top: talk.current.scrollHeight })
  }, [length, talk])
  return (
    <div
      className="talk"
      ref={talk}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling region must be reachable by keyboard
      tabIndex={0}
      role="log"
      aria-label={words.cases.conversation.said}
    >
      {entries.map((entry) => {
        if (entry.kind === 'said') return <SaidFirst key={entry.key} detail={detail} />
        if (entry.kind === 'message') {
          return <Message key={entry.key} message={entry.message} detail={detail} />
        }
        return <HappeningLine key={entry.key} happening={entry.happening} detail={detail} />
      })}
    </div>
  )
}

function SaidFirst({ detail }: { detail: CaseDetail }) {
  const { feedback } = detail
  return (
    <article className="msg msg-in">
      <By
        icon="speech"
        parts={[detail.customerName ?? undefined, feedback.channel.name]}
        at={feedback.saidAt}
      />
      <div className="bubble">
        <Said feedback={feedback} marks={marksOf(detail.reading)} />
        <Translation detail={detail} aboutId={feedback.id} text={feedback.text} />
      </div>
    </article>
  )
}

/** Risks are dangerous; the rest merely tells. */
function marksOf(reading: CaseDetail['reading']): Mark[] {
  if (!reading) return []
  const { kind, sentiment, urgency, risks } = reading
  const texts = (judged: { reasons: { text: string; weight: number }[] }, tone: Mark['tone']) =>
    judged.reasons.filter(({ weight }) => weight > 0).map(({ text }) => ({ text, tone }))
  return [
    ...[kind, sentiment, urgency].flatMap((judged) => texts(judged, 'plain')),
    ...risks.flatMap((risk) => texts(risk, 'danger')),
  ]
}

const icons: Record<MessageView['direction'], IconName> = {
  in: 'speech',
  out: 'reply',
  note: 'note',
  notice: 'bell',
}

function Message({ message, detail }: { message: MessageView; detail: CaseDetail }) {
  const words = useWords()
  const { direction, author } = message
  const who = {
    in: [author ?? detail.customerName ?? words.cases.unnamed],
    out: [author ?? words.cases.bySystem],
    note: [words.cases.conversation.note, author ?? undefined],
    notice: [words.cases.conversation.notice],
  }[direction]
  return (
    <article className={`msg msg-${direction}`}>
      <By icon={icons[direction]} parts={who} at={message.at}>
        <Deliveries deliveries={message.deliveries} />
      </By>
      <div className="bubble">
        <Text message={message} />
        {direction === 'in' && (
          <Translation detail={detail} aboutId={message.id} text={message.text} />
        )}
        <Evidence files={message.evidence} />
        <Drafted drafted={message.drafted} />
      </div>
    </article>
  )
}

/** A notice stands as it was sent; a reader of the other language gets it in theirs. */
function Text({ message }: { message: MessageView }) {
  const words = useWords()
  const locale = useLocale()
  const zone = useZone()
  const now = useNow(60_000)
  const { workspace } = useViewer()
  const translated = locale !== workspace.locale
  const shown = translated ? noticeText(message, { now, zone, words }) : message.text
  return shown ? <p className="text">{shown}</p> : null
}

function By(props: {
  icon: IconName
  parts: (string | undefined)[]
  at: string
  children?: React.ReactNode
}) {
  const words = useWords()
  const zone = useZone()
  const now = useNow(60_000)
  const parts = [...props.parts.filter(Boolean), moment(props.at, now, zone, words.time)]
  return (
    <div className="by">
      <Icon name={props.icon} size={13} />
      <span>{parts.join(' · ')}</span>
      {props.children}
    </div>
  )
}

/** It began as a machine's draft: the team sees it, whether or not the customer was told. */
function Drafted({ drafted }: Pick<MessageView, 'drafted'>) {
  const say = useWords().assistant.draft
  if (!drafted) return null
  const { model, unedited, labelled } = drafted
  return (
    <p className="machine-label">
      {unedited ? say.sentUnedited(model) : say.sentEdited(model)}
      {labelled && ` · ${say.labelled}`}
    </p>
  )
}

/** By which way a message reached the customer; only failure is loud. */
function Deliveries({ deliveries }: { deliveries: MessageView['deliveries'] }) {
  const words = useWords()
  return deliveries.map(({ by, state, error }) => (
    <span key={by} className={state === 'failed' ? 'tone-late' : ''} title={error ?? undefined}>
      {' · '}
      {words.cases.conversation.delivery[by][state]}
    </span>
  ))
}
