import { useParams } from '@tanstack/react-router'
import { App, Button, Select, Skeleton } from 'antd'
import { useState } from 'react'
import type { ProblemView } from '../../contract/improvements.ts'
import { PageLink } from '../go.tsx'
import { Failure, useComplain } from '../ui/failure.tsx'
import { Icon } from '../ui/icon.tsx'
import { Page } from '../ui/page.tsx'
import { PageButton } from '../ui/page-button.tsx'
import { stringifySearch } from '../url-search.ts'
import { useWords } from '../words/words.tsx'
import { useMembers } from '../workspaces/queries.ts'
import { useMay } from '../workspaces/viewer.tsx'
import { ProblemForm } from './problem-form.tsx'
import { ProblemSums } from './problem-sums.tsx'
import { PublicCard } from './public-card.tsx'
import { useChangeProblem, useProblem } from './queries.ts'
import { RootCause } from './root-cause.tsx'
import { SuggestedCases } from './suggested-cases.tsx'
import './improvements.css'

/** One problem: who has it, how many are hit, and when it will be better. */
export function ProblemPage() {
  const words = useWords()
  const { problemId = '' } = useParams({ strict: false })
  const found = useProblem(problemId)
  const [editing, edit] = useState(false)
  const mayManage = useMay('problems.manage')
  if (found.error) return <Failure error={found.error} retry={() => found.refetch()} />
  const problem = found.data
  const back = (
    <PageLink page="problems" className="page-back">
      <Icon name="back" size={14} /> {words.improvements.problems}
    </PageLink>
  )
  if (!problem) {
    return (
      <Page title="" before={back}>
        <Skeleton active paragraph={{ rows: 6 }} />
      </Page>
    )
  }
  return (
    <Page
      before={back}
      title={problem.title}
      hint={`#${problem.number}`}
      acts={
        <>
          {mayManage && <Button onClick={() => edit(true)}>{words.shell.edit}</Button>}
          <PageButton
            type="primary"
            page={`inbox${stringifySearch({ view: 'all', problem: problem.id })}`}
          >
            {words.improvements.seeCases}
          </PageButton>
        </>
      }
    >
      <Handling problem={problem} mayManage={mayManage} />
      <PublicCard problem={problem} mayManage={mayManage} />
      <SuggestedCases problemId={problem.id} />
      <ProblemSums problemId={problem.id} />
      <RootCause problem={problem} mayManage={mayManage} />
      {problem.description && (
        <div className="card">
          <h2>{words.improvements.description}</h2>
          <p className="text">{problem.description}</p>
        </div>
      )}
      {editing && <ProblemForm problem={problem} close={() => edit(false)} />}
    </Page>
  )
}

const chooseable = ['open', 'fixing', 'dropped'] as const

function Handling({ problem, mayManage }: { problem: ProblemView; mayManage: boolean }) {
  const words = useWords()
  const say = words.improvements
  const { message } = App.useApp()
  const complain = useComplain()
  const change = useChangeProblem()
  const members = (useMembers().data ?? []).filter(({ active }) => active)
  const fixed = problem.state === 'fixed'
  const save = (body: { state?: (typeof chooseable)[number]; ownerId?: string | null }) =>
    change
      .mutateAsync({ params: { problemId: problem.id }, body })
      .then(() => void message.success(say.changed), complain)
  return (
    <div className="card facts">
      <div>
        <span className="faint">{say.state}</span>
        <Select
          aria-label={say.state}
          value={problem.state}
          disabled={!mayManage || fixed}
          onChange={(state) => save({ state: state as (typeof chooseable)[number] })}
          options={(fixed ? [...chooseable, 'fixed' as const] : chooseable).map((value) => ({
            value,
            label: words.labels.problemState[value],
          }))}
        />
        {fixed && <span className="faint">{say.fixedHint}</span>}
      </div>
      <div>
        <span className="faint">{say.owner}</span>
        <Select
          aria-label={say.owner}
          allowClear
          showSearch={{ optionFilterProp: 'label' }}
          placeholder={say.nobody}
          value={problem.owner?.id ?? null}
          disabled={!mayManage}
          onChange={(ownerId) => save({ ownerId: ownerId ?? null })}
          options={members.map(({ id, name }) => ({ value: id, label: name }))}
        />
      </div>
      <div>
        <span className="faint">{say.releases}</span>
        {problem.releases.map(({ id, name, publishedAt }) => (
          <PageLink key={id} page="releases">
            <strong>{name}</strong> {!publishedAt && <span className="tag">{say.draft}</span>}
          </PageLink>
        ))}
        {problem.releases.length === 0 && (
          <>
            <span>{say.notInRelease}</span>
            {!fixed && (
              <PageLink page={`releases${stringifySearch({ with: problem.id })}`}>
                {say.addToRelease}
              </PageLink>
            )}
          </>
        )}
      </div>
    </div>
  )
}
