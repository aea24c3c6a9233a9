import { useSearch } from '@tanstack/react-router'
import { Button, Segmented, Skeleton } from 'antd'
import { useState } from 'react'
import { candidateSorts } from '../../contract/candidates.ts'
import { PageLink, useGo } from '../go.tsx'
import { Empty } from '../ui/empty.tsx'
import { Failure } from '../ui/failure.tsx'
import { Icon } from '../ui/icon.tsx'
import { Page } from '../ui/page.tsx'
import { stringifySearch } from '../url-search.ts'
import { useWords } from '../words/words.tsx'
import { CandidateCard } from './candidate-card.tsx'
import { useCandidates } from './candidate-queries.ts'
import './improvements.css'
import './candidates.css'

const atOnce = 30
const atMost = 100

/** Groups of cases that seem to speak of one matter, until somebody says what they are. */
export function CandidatesPage() {
  const words = useWords()
  const say = words.improvements
  const go = useGo()
  const asked = useSearch({ strict: false }) as { sort?: string; state?: string }
  const sort = candidateSorts.find((one) => one === asked.sort) ?? 'customers'
  const state = asked.state === 'dismissed' ? 'dismissed' : 'candidate'
  const [limit, setLimit] = useState(atOnce)
  const found = useCandidates({ state, sort, limit })
  const candidates = found.data?.items ?? []
  const [title = '', hint] = state === 'dismissed' ? say.emptyDismissed : say.emptyCandidates
  const show = (to: { sort?: string; state?: string }) =>
    go(`problems/candidates${stringifySearch({ sort, state, ...to })}`, { replace: true })
  return (
    <Page before={<BackToProblems />} title={say.candidates} hint={say.candidatesHint}>
      <div className="page-bar">
        <Segmented
          value={sort}
          onChange={(value) => show({ sort: value })}
          options={candidateSorts.map((value) => ({ value, label: say.sorts[value] }))}
        />
        <Segmented
          value={state}
          onChange={(value) => show({ state: value })}
          options={[
            { value: 'candidate', label: say.undecided },
            { value: 'dismissed', label: say.notProblems },
          ]}
        />
      </div>
      {found.isPending && (
        <div className="card">
          <Skeleton active paragraph={{ rows: 6 }} />
        </div>
      )}
      {found.error && <Failure error={found.error} retry={() => found.refetch()} />}
      {found.data && candidates.length === 0 && (
        <div className="card">
          <Empty icon="problem" title={title} hint={hint} />
        </div>
      )}
      {candidates.map((candidate) => (
        <CandidateCard
          key={candidate.id}
          candidate={candidate}
          others={candidates.filter(({ id }) => id !== candidate.id)}
        />
      ))}
      {found.data?.more && limit < atMost && (
        <Button block type="text" loading={found.isFetching} onClick={() => setLimit(atMost)}>
          {words.shell.more}
        </Button>
      )}
    </Page>
  )
}

export function BackToProblems() {
  const words = useWords()
  return (
    <PageLink page="problems" className="page-back">
      <Icon name="back" size={14} /> {words.improvements.problems}
    </PageLink>
  )
}
