import { useParams } from '@tanstack/react-router'
import { Alert, Skeleton } from 'antd'
import { PageLink } from '../go.tsx'
import { Failure } from '../ui/failure.tsx'
import { Icon } from '../ui/icon.tsx'
import { Page } from '../ui/page.tsx'
import { useWords } from '../words/words.tsx'
import { ImportActs } from './import-acts.tsx'
import { ImportMappingForm } from './import-mapping.tsx'
import { ImportResult } from './import-result.tsx'
import { ImportProgress, ImportTag, isBusy } from './import-state.tsx'
import { useImport } from './queries.ts'
import './imports.css'

/** One import, from the preview to the result. */
export function ImportPage() {
  const words = useWords()
  const say = words.channels
  const { importId = '' } = useParams({ strict: false })
  const found = useImport(importId)
  const item = found.data
  const back = (
    <PageLink page="imports" className="page-back">
      <Icon name="back" size={14} /> {say.imports}
    </PageLink>
  )
  if (found.error && !item) return <Failure error={found.error} retry={() => found.refetch()} />
  if (!item) {
    return (
      <Page title="" before={back}>
        <Skeleton active paragraph={{ rows: 8 }} />
      </Page>
    )
  }
  const about = [
    item.format.toUpperCase(),
    item.delimiter && say.delimiter(say.delimiters[item.delimiter] ?? item.delimiter),
    item.rows !== null && say.rows(item.rows),
  ]
  return (
    <Page
      before={back}
      title={
        <>
          {item.name} <ImportTag state={item.state} />
        </>
      }
      hint={about.filter(Boolean).join(' · ')}
      acts={<ImportActs item={item} />}
    >
      {item.error && (
        <Alert
          type="error"
          showIcon
          className="drop-error"
          title={say.failedWhy(words.errors.sentences[item.error] ?? item.error)}
        />
      )}
      {isBusy(item) && (
        <div className="card">
          <ImportProgress item={item} />
          <p className="faint">{say.leave}</p>
        </div>
      )}
      {(item.state === 'checked' || item.state === 'done' || item.state === 'undone') && (
        <ImportResult item={item} />
      )}
      {/* Read in another way it has other columns: what was chosen for the old ones is over. */}
      <ImportMappingForm key={`${item.id} ${item.encoding} ${item.headerRow}`} item={item} />
    </Page>
  )
}
