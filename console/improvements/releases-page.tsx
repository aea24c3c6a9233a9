import { useSearch } from '@tanstack/react-router'
import { Button, Skeleton } from 'antd'
import { useState } from 'react'
import type { ReleaseView } from '../../contract/improvements.ts'
import { useGo } from '../go.tsx'
import { Empty } from '../ui/empty.tsx'
import { Failure } from '../ui/failure.tsx'
import { MoreButton } from '../ui/more-button.tsx'
import { Page } from '../ui/page.tsx'
import { useWords } from '../words/words.tsx'
import { useMay } from '../workspaces/viewer.tsx'
import { useReleases } from './queries.ts'
import { ReleaseCard } from './release-card.tsx'
import { ReleaseForm } from './release-form.tsx'
import './improvements.css'

/** What was made better, and who has been told. */
export function ReleasesPage() {
  const words = useWords()
  const say = words.improvements
  const go = useGo()
  const mayManage = useMay('releases.manage')
  const { with: problemId } = useSearch({ strict: false }) as { with?: string }
  const [editing, edit] = useState<ReleaseView | 'new' | null>(problemId ? 'new' : null)
  const found = useReleases()
  const releases = found.data ?? []
  const close = () => {
    edit(null)
    if (problemId) go('releases', { replace: true })
  }
  return (
    <Page
      title={say.releaseList}
      hint={say.releasesHint}
      acts={
        mayManage && (
          <Button type="primary" onClick={() => edit('new')}>
            {say.newRelease}
          </Button>
        )
      }
    >
      {found.isPending && (
        <div className="card">
          <Skeleton active paragraph={{ rows: 5 }} />
        </div>
      )}
      {found.error && <Failure error={found.error} retry={() => found.refetch()} />}
      {found.data && releases.length === 0 && (
        <div className="card">
          <Empty icon="release" title={say.emptyReleases[0] ?? ''} hint={say.emptyReleases[1]} />
        </div>
      )}
      {releases.map((release) => (
        <ReleaseCard key={release.id} release={release} edit={() => edit(release)} />
      ))}
      <MoreButton found={found} />
      {editing && mayManage && (
        <ReleaseForm
          {...(editing === 'new' ? {} : { release: editing })}
          problemIds={problemId ? [problemId] : []}
          close={close}
        />
      )}
    </Page>
  )
}
