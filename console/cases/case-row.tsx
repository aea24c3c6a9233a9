import { Checkbox } from 'antd'
import { memo } from 'react'
import type { CaseFilter, CaseRow, ListedCase } from '../../contract/cases.ts'
import { PageLink } from '../go.tsx'
import { moment } from '../ui/moment.ts'
import { useName, useWords } from '../words/words.tsx'
import { Passage } from './passage.tsx'
import { owedUntil, remaining } from './remaining.ts'

/** One case of the list, as the mock draws it. */
export const CaseListRow = memo(function CaseListRow(props: {
  row: ListedCase
  page: string
  on: boolean
  chosen: boolean
  choosing: boolean
  now: number
  zone: string
  sort: CaseFilter['sort']
  toggle: (caseId: string, number: number) => void
}) {
  const { row, now, zone, sort } = props
  const words = useWords()
  const name = useName()
  const owed = owedUntil(row)
  const left = owed === null ? null : remaining(owed, now, zone, words.time)
  // Where the time is that of opening, what presses is said beside it.
  const pressing = sort !== 'due' && left && left.tone !== 'calm' ? left : null
  const about = [row.category && name(row.category), kindOf(row, words.labels.kind)].filter(Boolean)
  return (
    <PageLink
      page={props.page}
      className={`row${props.on ? ' row-on' : ''}${props.choosing ? ' row-choosing' : ''}`}
      aria-current={props.on ? 'true' : undefined}
      draggable={false}
    >
      {/* biome-ignore lint/a11y/useKeyWithClickEvents: keeps a click on the box from following the link */}
      {/* biome-ignore lint/a11y/noStaticElementInteractions: the checkbox inside is the control */}
      <span
        className="row-check"
        onClick={(event) => {
          event.preventDefault()
          props.toggle(row.id, row.number)
        }}
      >
        <Checkbox
          checked={props.chosen}
          tabIndex={-1}
          aria-label={words.cases.selectRow(row.number)}
        />
      </span>
      <span className="row-who">
        {owed !== null && (
          <i
            className="dot"
            role="img"
            aria-label={row.answerDueAt ? words.cases.answerOwed : words.cases.unanswered}
          />
        )}
        <span className="clip">{row.customerName ?? words.cases.unnamed}</span>
        {row.erasureAskedAt && <span className="tag tag-warn">{words.cases.erasure.askedTag}</span>}
        {row.urges > 0 && <span className="tag tag-late">{words.cases.urged(row.urges)}</span>}
      </span>
      {sort === 'due' ? (
        <span
          className={`row-time tone-${left?.tone ?? 'calm'}`}
          title={words.cases.promisedAt(
            moment(row.answerDueAt ?? row.promisedAt, now, zone, words.time),
          )}
        >
          {left?.text ?? moment(row.answerDueAt ?? row.promisedAt, now, zone, words.time)}
        </span>
      ) : (
        <span
          className="row-time tone-calm"
          title={words.cases.openedAt(moment(row.openedAt, now, zone, words.time))}
        >
          {moment(row.openedAt, now, zone, words.time)}
        </span>
      )}
      <span className="row-title">
        {row.passage ? <Passage passage={row.passage} /> : row.title}
      </span>
      <span className="row-about">
        {pressing && <span className={`tone-${pressing.tone}`}>{pressing.text}</span>}
        <span>{row.channel.name}</span>
        {about.length > 0 && <span className="clip">{about.join(' · ')}</span>}
        {row.problem && <span className="clip">{words.cases.problemTag(row.problem.title)}</span>}
        <span>#{row.number}</span>
      </span>
    </PageLink>
  )
})

function kindOf(row: CaseRow, kinds: Record<string, string>): string {
  if (!row.kind) return ''
  return kinds[row.kind] ?? ''
}
