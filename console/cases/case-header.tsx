import type { ReactNode } from 'react'
import type { CaseDetail } from '../../contract/cases.ts'
import { useName, useWords } from '../words/words.tsx'
import { PromiseClock } from './promise-clock.tsx'

/** What the case is about, who has it, and how much time is left. */
export function CaseHeader(props: { detail: CaseDetail; back: ReactNode; actions: ReactNode }) {
  const { detail } = props
  const words = useWords()
  const name = useName()
  const { priority, state, assignee, team } = detail
  const pressing = priority === 'urgent' || priority === 'high'
  return (
    <header className="case-head">
      <div className="case-top">
        {props.back}
        <h1>{detail.title}</h1>
        <div className="case-acts">{props.actions}</div>
      </div>
      <div className="case-sub">
        <span>#{detail.number}</span>
        <span>{detail.customerName ?? words.cases.unnamed}</span>
        <span>{detail.channel.name}</span>
        <span>{words.labels.entry[detail.entry]}</span>
        {detail.category && <span>{name(detail.category)}</span>}
        <span className={pressing ? 'tone-warn' : ''}>
          {words.cases.priorityIs(words.labels.priority[priority])}
        </span>
        <span>
          {assignee ? words.cases.owner(assignee.name) : (team?.name ?? words.cases.nobody)}
        </span>
        {detail.urges > 0 && <span className="tone-late">{words.cases.urged(detail.urges)}</span>}
        {state !== 'open' && (
          <span className="tag">
            {words.labels.state[state]}
            {detail.resolution ? ` · ${words.labels.resolution[detail.resolution]}` : ''}
          </span>
        )}
      </div>
      <PromiseClock detail={detail} />
    </header>
  )
}
