import { useParams } from '@tanstack/react-router'
import { App, Button, Skeleton } from 'antd'
import { useState } from 'react'
import { PageLink, useGo } from '../go.tsx'
import { Failure, useComplain } from '../ui/failure.tsx'
import { Icon } from '../ui/icon.tsx'
import { MoreButton } from '../ui/more-button.tsx'
import { Page } from '../ui/page.tsx'
import { useWords } from '../words/words.tsx'
import { useMay } from '../workspaces/viewer.tsx'
import { CandidateActs, CandidateFigures, SharedWords, titleOf } from './candidate-card.tsx'
import { useCandidate, useCandidates, useSplitCandidate } from './candidate-queries.ts'
import { LikeCaseLine } from './like-case.tsx'
import './improvements.css'
import './candidates.css'

/** One group with all its cases; those that are another matter are chosen and taken out. */
export function CandidatePage() {
  const words = useWords()
  const say = words.improvements
  const go = useGo()
  const { message } = App.useApp()
  const complain = useComplain()
  const { candidateId = '' } = useParams({ strict: false })
  const mayManage = useMay('problems.manage')
  const found = useCandidate(candidateId)
  const others =
    useCandidates({ state: 'candidate', sort: 'customers', limit: 30 }).data?.items ?? []
  const [chosen, choose] = useState<ReadonlySet<string>>(new Set())
  const split = useSplitCandidate()
  const back = (
    <PageLink page="problems/candidates" className="page-back">
      <Icon name="back" size={14} /> {say.candidates}
    </PageLink>
  )
  if (found.error) return <Failure error={found.error} retry={() => found.refetch()} />
  const candidate = found.data?.pages[0]
  if (!candidate)
    return (
      <Page title="" before={back}>
        <Skeleton active paragraph={{ rows: 6 }} />
      </Page>
    )
  const members = found.data?.pages.flatMap((page) => page.members.items) ?? []
  const mayAct = mayManage && candidate.state !== 'problem'
  const toggle = (id: string, on: boolean) => {
    const next = new Set(chosen)
    if (on) next.add(id)
    else next.delete(id)
    choose(next)
  }
  const takeOut = () =>
    split.mutate(
      { params: { candidateId }, body: { caseIds: [...chosen] } },
      {
        onSuccess: ({ splitId }) => {
          message.success(say.splitDone(chosen.size))
          choose(new Set())
          if (splitId) go(`problems/candidates/${splitId}`)
        },
        onError: complain,
      },
    )
  return (
    <Page before={back} title={titleOf(candidate)}>
      <div className="card candidate">
        <header>
          <SharedWords candidate={candidate} />
          <CandidateFigures candidate={candidate} />
        </header>
        {mayAct && (
          <CandidateActs
            candidate={candidate}
            others={others.filter(({ id }) => id !== candidate.id)}
          />
        )}
      </div>
      <div className="card">
        <div className="candidate-split">
          <h2>{say.casesCount(candidate.cases)}</h2>
          {mayAct && (
            <>
              <span className="faint">{say.splitHint}</span>
              <Button
                disabled={chosen.size === 0 || chosen.size >= candidate.cases}
                loading={split.isPending}
                onClick={takeOut}
              >
                {say.split(chosen.size)}
              </Button>
            </>
          )}
        </div>
        {members.map((like) => (
          <LikeCaseLine
            key={like.id}
            like={like}
            {...(mayAct
              ? { chosen: chosen.has(like.id), choose: (on: boolean) => toggle(like.id, on) }
              : {})}
          />
        ))}
        <MoreButton found={found} />
      </div>
    </Page>
  )
}
