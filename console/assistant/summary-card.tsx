import { Button } from 'antd'
import type { CaseDetail } from '../../contract/cases.ts'
import { useWords } from '../words/words.tsx'
import { MachineLabel } from './machine-label.tsx'
import { useAskFor } from './queries.ts'
import { Waiting } from './waiting.tsx'
import './assistant.css'

/** What a long case is about, in some sentences. */
export function SummaryCard({ detail }: { detail: CaseDetail }) {
  const { assistant } = useWords()
  const say = assistant.summary
  const askFor = useAskFor(detail.id)
  const may = detail.assistance?.can.includes('summarise') ?? false
  const summary = detail.assistance?.texts.find(({ use }) => use === 'summaries')
  if (!may && summary?.state !== 'ready') return null
  const ask = () => askFor.mutate({ use: 'summaries' })
  return (
    <section>
      <h2>{say.title}</h2>
      {summary && <Waiting text={summary} waiting={say.waiting} again={ask} />}
      {summary?.text && (
        <>
          <p className="text">{summary.text}</p>
          <MachineLabel model={summary.model} at={summary.at} />
        </>
      )}
      {may && (!summary || summary.state === 'ready') && (
        <Button
          type={summary ? 'link' : 'default'}
          size="small"
          loading={askFor.isPending}
          onClick={ask}
        >
          {summary ? say.renew : say.ask}
        </Button>
      )}
    </section>
  )
}
