import type { CaseDetail } from '../../contract/cases.ts'
import { useWords } from '../words/words.tsx'
import { MachineLabel } from './machine-label.tsx'
import './assistant.css'

/** What a language model makes of a text on which the reading is unsure. */
export function OpinionCard({ detail }: { detail: CaseDetail }) {
  const words = useWords()
  const { labels, cases, assistant } = words
  const opinion = detail.assistance?.opinion
  if (!opinion) return null
  const differs = detail.reading !== null && detail.reading.kind.label !== opinion.kind
  const topic = (label: string) => labels.topic[label as keyof typeof labels.topic] ?? label
  const risk = (label: string) => labels.risk[label as keyof typeof labels.risk] ?? label
  return (
    <section>
      <h2>{assistant.opinion.title}</h2>
      <div>
        <span className="label label-main">{labels.kind[opinion.kind]}</span>
        {opinion.topics.map((label) => (
          <span key={label} className="label">
            {topic(label)}
          </span>
        ))}
        {opinion.risks.map((label) => (
          <span key={label} className="label label-late">
            {risk(label)}
          </span>
        ))}
        <span className={differs ? 'tone-warn' : 'faint'}>
          {differs ? assistant.opinion.differs : assistant.opinion.agrees}
        </span>
      </div>
      <p className="why">
        {cases.filters.sentiment} {labels.sentiment[opinion.sentiment]}
        {' · '}
        {cases.side.urgency(labels.urgency[opinion.urgency])}
      </p>
      {opinion.reason && <p className="why text">{opinion.reason}</p>}
      <p className="faint why">{assistant.opinion.hint}</p>
      <MachineLabel model={opinion.model} at={opinion.at} />
    </section>
  )
}
