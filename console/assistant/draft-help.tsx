import { Button } from 'antd'
import { useState } from 'react'
import type { CaseDetail } from '../../contract/cases.ts'
import { PageLink } from '../go.tsx'
import { Icon } from '../ui/icon.tsx'
import { useWords } from '../words/words.tsx'
import { MachineLabel } from './machine-label.tsx'
import { useAskFor } from './queries.ts'
import { Waiting } from './waiting.tsx'
import './assistant.css'

/** Above the reply: a draft on request, to be read, taken over and changed, or left. */
export function DraftHelp(props: {
  detail: CaseDetail
  /** What stands in the reply. */
  written: string
  take: (text: string, draftId: string) => void
}) {
  const { detail, written } = props
  const { assistant, shell } = useWords()
  const say = assistant.draft
  const askFor = useAskFor(detail.id)
  const [left, leave] = useState<string | null>(null)
  const may = detail.assistance?.can.includes('draft') ?? false
  const draft = detail.assistance?.texts.find(({ use }) => use === 'drafts')
  const shown = draft && draft.id !== left ? draft : undefined
  if (!may) return null
  const ask = () => askFor.mutate({ use: 'drafts' })
  if (shown?.state !== 'ready') {
    return (
      <div className="draft-help">
        {shown && <Waiting text={shown} waiting={say.waiting} again={ask} />}
        {!shown && (
          <Button type="text" size="small" loading={askFor.isPending} onClick={ask}>
            <Icon name="speech" size={14} /> {say.ask}
          </Button>
        )}
      </div>
    )
  }
  const text = shown.text ?? ''
  const take = () => {
    const joined = written.trim() === '' ? text : `${written.trimEnd()}\n${text}`
    props.take(joined, shown.id)
    leave(shown.id)
  }
  return (
    <section className="draft" aria-label={say.title}>
      <strong>{say.title}</strong>
      <p className="text">{text}</p>
      <p className="faint">
        {shown.sources.length === 0 && say.noSources}
        {shown.sources.length > 0 && (
          <>
            {say.sources}{' '}
            {shown.sources.map(({ caseId, number, title }, at) => (
              <span key={caseId}>
                {at > 0 && shell.separator}
                <PageLink page={`inbox/${caseId}`} title={title}>
                  #{number}
                </PageLink>
              </span>
            ))}
          </>
        )}
      </p>
      <MachineLabel model={shown.model} at={shown.at} />
      <div className="draft-acts">
        <Button size="small" type="primary" ghost onClick={take}>
          {written.trim() === '' ? say.use : say.append}
        </Button>
        <Button size="small" onClick={() => leave(shown.id)}>
          {say.dismiss}
        </Button>
      </div>
    </section>
  )
}
