import { useSearch } from '@tanstack/react-router'
import { Button, Input, Segmented, Skeleton } from 'antd'
import { useDeferredValue, useState } from 'react'
import { type ProblemView, problemStates } from '../../contract/improvements.ts'
import { PageLink, useGo } from '../go.tsx'
import { Empty } from '../ui/empty.tsx'
import { Failure } from '../ui/failure.tsx'
import { day, useNow } from '../ui/moment.ts'
import { MoreButton } from '../ui/more-button.tsx'
import { Page } from '../ui/page.tsx'
import { PageButton } from '../ui/page-button.tsx'
import { useWords } from '../words/words.tsx'
import { useMay, useZone } from '../workspaces/viewer.tsx'
import { ProblemForm } from './problem-form.tsx'
import { ProblemTag } from './problem-state.tsx'
import { useProblems } from './queries.ts'
import './improvements.css'

/** Problems, those that reach most customers first. */
export function ProblemsPage() {
  const words = useWords()
  const say = words.improvements
  const go = useGo()
  const mayManage = useMay('problems.manage')
  const { state: asked } = useSearch({ strict: false }) as { state?: string }
  const state = problemStates.find((one) => one === asked)
  const [typed, setTyped] = useState('')
  const q = useDeferredValue(typed.trim())
  const [creating, create] = useState(false)
  const found = useProblems({ state, ...(q ? { q } : {}) })
  const problems = found.data ?? []
  const [title = '', hint] = q || state ? say.emptyFound : say.emptyProblems
  return (
    <Page
      title={say.problems}
      hint={say.problemsHint}
      acts={
        <>
          <PageButton page="problems/candidates">{say.candidates}</PageButton>
          {mayManage && (
            <Button type="primary" onClick={() => create(true)}>
              {say.newProblem}
            </Button>
          )}
        </>
      }
    >
      <div className="page-bar">
        <Segmented
          value={state ?? ''}
          onChange={(value) => go(value ? `problems?state=${value}` : 'problems')}
          options={[
            { value: '', label: say.states.all },
            ...problemStates.map((value) => ({ value, label: words.labels.problemState[value] })),
          ]}
        />
        <Input
          allowClear
          className="page-search"
          placeholder={say.search}
          aria-label={say.search}
          maxLength={100}
          value={typed}
          onChange={(event) => setTyped(event.target.value)}
        />
      </div>
      <div className="card card-list">
        {found.isPending && <Skeleton active paragraph={{ rows: 6 }} className="pad" />}
        {found.error && <Failure error={found.error} retry={() => found.refetch()} />}
        {found.data && problems.length === 0 && <Empty icon="problem" title={title} hint={hint} />}
        {problems.map((problem) => (
          <ProblemRow key={problem.id} problem={problem} />
        ))}
      </div>
      <MoreButton found={found} />
      {creating && (
        <ProblemForm close={() => create(false)} created={(id) => go(`problems/${id}`)} />
      )}
    </Page>
  )
}

function ProblemRow({ problem }: { problem: ProblemView }) {
  const words = useWords()
  const say = words.improvements
  const zone = useZone()
  const now = useNow(60_000)
  const release = problem.releases.at(-1)
  return (
    <PageLink page={`problems/${problem.id}`} className="line">
      <span className="line-main">
        <strong className="clip">{problem.title}</strong>
        <span className="line-about">
          <span>#{problem.number}</span>
          <ProblemTag state={problem.state} />
          {problem.owner && <span>{problem.owner.name}</span>}
          {release && <span>{say.inRelease(release.name)}</span>}
          {problem.lastSeenAt && (
            <span>
              {say.lastSeen} {day(problem.lastSeenAt, now, zone, words.time)}
            </span>
          )}
        </span>
      </span>
      <span className="line-figures">
        <strong>{say.customers(problem.customers)}</strong>
        <span className="faint">{say.casesCount(problem.cases)}</span>
      </span>
    </PageLink>
  )
}
