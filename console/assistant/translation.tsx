import { Button } from 'antd'
import type { CaseDetail } from '../../contract/cases.ts'
import { useLocale, useWords } from '../words/words.tsx'
import { isForeign } from './foreign.ts'
import { MachineLabel } from './machine-label.tsx'
import { useAskFor } from './queries.ts'
import { Waiting } from './waiting.tsx'
import './assistant.css'

/** Under words in another language than the reader's: what they say, for whoever asks. */
export function Translation(props: { detail: CaseDetail; aboutId: string; text: string }) {
  const { detail, aboutId } = props
  const { assistant } = useWords()
  const locale = useLocale()
  const askFor = useAskFor(detail.id)
  const found = detail.assistance?.texts.find(
    (one) => one.use === 'translations' && one.aboutId === aboutId && one.locale === locale,
  )
  const ask = () => askFor.mutate({ use: 'translations', aboutId, locale })
  if (found) {
    return (
      <div className="translation">
        <Waiting text={found} waiting={assistant.translation.waiting} again={ask} />
        {found.text && (
          <>
            <p className="text">{found.text}</p>
            <MachineLabel model={found.model} at={found.at} />
          </>
        )}
      </div>
    )
  }
  const may = detail.assistance?.can.includes('translate') ?? false
  if (!may || !isForeign(props.text, locale)) return null
  return (
    <Button type="link" size="small" loading={askFor.isPending} onClick={ask}>
      {assistant.translation.ask}
    </Button>
  )
}
