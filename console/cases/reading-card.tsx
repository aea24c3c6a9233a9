import { Popover } from 'antd'
import type { ReadingView } from '../../contract/understanding.ts'
import { useWords } from '../words/words.tsx'

/** What understanding makes of the text, how sure it is, and why. */
export function ReadingCard({ reading }: { reading: ReadingView | null }) {
  const words = useWords()
  const { labels, cases } = words
  if (!reading) {
    return (
      <section>
        <h2>{cases.side.reading}</h2>
        <p className="faint">{cases.side.notRead}</p>
      </section>
    )
  }
  const percent = (part: number) => Math.round(part * 100)
  const reasons = unique([
    ...reading.kind.reasons,
    ...reading.sentiment.reasons,
    ...reading.urgency.reasons,
    ...reading.risks.flatMap((risk) => risk.reasons),
  ])
  const topic = (label: string) => labels.topic[label as keyof typeof labels.topic] ?? label
  const risk = (label: string) => labels.risk[label as keyof typeof labels.risk] ?? label
  return (
    <section>
      <h2>{cases.side.reading}</h2>
      <div>
        <Judged judged={reading.kind} className="label label-main">
          {labels.kind[reading.kind.label]} {percent(reading.kind.confidence)}%
        </Judged>
        {reading.topics.map((judged) => (
          <Judged key={judged.label} judged={judged} className="label">
            {topic(judged.label)}
          </Judged>
        ))}
        {reading.risks.map((judged) => (
          <Judged key={judged.label} judged={judged} className="label label-late">
            {risk(judged.label)}
          </Judged>
        ))}
      </div>
      {reading.abstained && <p className="tone-warn why">{cases.side.abstained}</p>}
      <p className="why">
        {cases.side.sentiment(
          labels.sentiment[reading.sentiment.label],
          percent(reading.sentiment.intensity),
        )}
        {' · '}
        {cases.side.urgency(labels.urgency[reading.urgency.label])}
      </p>
      {reasons.length > 0 && (
        <p className="why">
          {cases.side.reasons}
          {cases.colon}
          {reasons.map(words.shell.quoted).join('')}
        </p>
      )}
      {reading.keywords.length > 0 && (
        <p className="why">
          {cases.side.keywords}
          {cases.colon}
          {reading.keywords.join(words.shell.separator)}
        </p>
      )}
      <p className="faint why">{cases.side.model(reading.model)}</p>
    </section>
  )
}

function Judged(props: {
  judged: { confidence: number; reasons: { text: string }[] }
  className: string
  children: React.ReactNode
}) {
  const { cases, shell } = useWords()
  const { confidence, reasons } = props.judged
  const because = reasons.map(({ text }) => shell.quoted(text)).join('')
  return (
    <Popover
      content={
        <>
          {cases.side.confidence(Math.round(confidence * 100))}
          {because && (
            <div>
              {cases.side.reasons}
              {cases.colon}
              {because}
            </div>
          )}
        </>
      }
    >
      <span className={props.className}>{props.children}</span>
    </Popover>
  )
}

function unique(reasons: { text: string; weight: number }[]): string[] {
  const speaking = reasons.filter(({ weight }) => weight > 0).sort((a, b) => b.weight - a.weight)
  return [...new Set(speaking.map(({ text }) => text))].slice(0, 5)
}
