import { App, Button, Popover } from 'antd'
import { useState } from 'react'
import type { CaseDetail } from '../../contract/cases.ts'
import { parts, type ReadingView } from '../../contract/understanding.ts'
import { useComplain } from '../ui/failure.tsx'
import { useWords } from '../words/words.tsx'
import { useJudging } from './judging.ts'
import { ReadingForm } from './reading-form.tsx'
import { ReadingJudgements } from './reading-judgements.tsx'

/** What understanding makes of the text, how sure it is, and why; people put it right here. */
export function ReadingCard({ detail }: { detail: CaseDetail }) {
  const words = useWords()
  const { cases } = words
  const { reading } = detail
  const [correcting, correct] = useState(false)
  if (!reading) {
    return (
      <section>
        <h2>{cases.side.reading}</h2>
        <p className="faint">{wasRedacted(detail) ? cases.side.readingGone : cases.side.notRead}</p>
      </section>
    )
  }
  return (
    <section className="reading-card">
      <h2>{cases.side.reading}</h2>
      {correcting ? (
        <ReadingForm detail={detail} reading={reading} close={() => correct(false)} />
      ) : (
        <>
          <Labels reading={reading} />
          {detail.can.includes('judge') && (
            <Acts detail={detail} reading={reading} correct={() => correct(true)} />
          )}
          <ReadingJudgements detail={detail} reading={reading} />
        </>
      )}
      <p className="faint why">{cases.side.model(reading.model)}</p>
    </section>
  )
}

/** Right, or not. Once everything is judged there is only putting right. */
function Acts(props: { detail: CaseDetail; reading: ReadingView; correct: () => void }) {
  const { reading: say } = useWords()
  const complain = useComplain()
  const { message } = App.useApp()
  const { confirm } = useJudging(props.detail.id)
  const open = props.reading.judgements.length < parts.length
  return (
    <div className="reading-acts">
      {open && (
        <Button
          size="small"
          title={say.rightHint}
          loading={confirm.isPending}
          onClick={() =>
            confirm.mutate(undefined, {
              onError: complain,
              onSuccess: () => void message.success(say.confirmed),
            })
          }
        >
          {say.right}
        </Button>
      )}
      <Button size="small" onClick={props.correct}>
        {say.correct}
      </Button>
    </div>
  )
}

function Labels({ reading }: { reading: ReadingView }) {
  const words = useWords()
  const { labels, cases } = words
  const percent = (part: number) => Math.round(part * 100)
  const judged = reading.judgements.some(({ part, confirmed }) => part === 'kind' && !confirmed)
  const reasons = unique([
    ...reading.kind.reasons,
    ...reading.sentiment.reasons,
    ...reading.urgency.reasons,
    ...reading.risks.flatMap((risk) => risk.reasons),
  ])
  const topic = (label: string) => labels.topic[label as keyof typeof labels.topic] ?? label
  const risk = (label: string) => labels.risk[label as keyof typeof labels.risk] ?? label
  return (
    <>
      <div>
        <Judged judged={reading.kind} className="label label-main">
          {labels.kind[reading.kind.label]}
          {judged ? '' : ` ${percent(reading.kind.confidence)}%`}
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
    </>
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

/** What it said was deleted with the words. */
function wasRedacted({ happenings }: CaseDetail): boolean {
  return happenings.some(({ type }) => type === 'case.redacted')
}
