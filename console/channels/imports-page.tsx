import { Skeleton } from 'antd'
import type { ImportView } from '../../contract/imports.ts'
import { PageLink } from '../go.tsx'
import { Empty } from '../ui/empty.tsx'
import { Failure } from '../ui/failure.tsx'
import { moment, useNow } from '../ui/moment.ts'
import { NotPermitted } from '../ui/not-permitted.tsx'
import { Page } from '../ui/page.tsx'
import { useWords } from '../words/words.tsx'
import { useMay, useZone } from '../workspaces/viewer.tsx'
import { ImportProgress, ImportTag, isBusy } from './import-state.tsx'
import { ImportUpload } from './import-upload.tsx'
import { useImports } from './queries.ts'
import './imports.css'

/** Sheets brought in, and the way to bring in another. */
export function ImportsPage() {
  return useMay('imports.manage') ? <Imports /> : <NotPermitted />
}

function Imports() {
  const words = useWords()
  const say = words.channels
  const found = useImports()
  return (
    <Page title={say.imports} hint={say.importsHint}>
      <ImportUpload />
      <div className="card card-list">
        {found.isPending && <Skeleton active paragraph={{ rows: 5 }} className="pad" />}
        {found.error && <Failure error={found.error} retry={() => found.refetch()} />}
        {found.data?.length === 0 && (
          <Empty icon="import" title={say.empty[0] ?? ''} hint={say.empty[1]} />
        )}
        {found.data?.map((item) => (
          <ImportLine key={item.id} item={item} />
        ))}
      </div>
    </Page>
  )
}

function ImportLine({ item }: { item: ImportView }) {
  const words = useWords()
  const say = words.channels
  const zone = useZone()
  const now = useNow(60_000)
  const finished = item.state === 'done' || item.state === 'undone'
  return (
    <PageLink page={`imports/${item.id}`} className="line">
      <span className="line-main">
        <strong className="clip">{item.name}</strong>
        <span className="line-about">
          <ImportTag state={item.state} />
          <span>{say.by(item.createdBy, moment(item.createdAt, now, zone, words.time))}</span>
          {item.rows !== null && <span>{say.rows(item.rows)}</span>}
        </span>
      </span>
      {isBusy(item) && <ImportProgress item={item} />}
      {finished && (
        <span className="line-figures">
          {item.state === 'done' && <strong>{say.rows(item.accepted)}</strong>}
          {item.state === 'undone' && (
            <span className="faint">{say.removedRows(item.accepted)}</span>
          )}
          {item.state === 'done' && item.rejected > 0 && (
            <span className="faint">
              {say.results.rejected} {say.rows(item.rejected)}
            </span>
          )}
        </span>
      )}
    </PageLink>
  )
}
