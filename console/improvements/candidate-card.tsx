import { App, Button, Popover } from 'antd'
import { useState } from 'react'
import type { CandidateView } from '../../contract/candidates.ts'
import { PageLink } from '../go.tsx'
import { useComplain } from '../ui/failure.tsx'
import { day, useNow } from '../ui/moment.ts'
import { PickList } from '../ui/pick-list.tsx'
import { useWords } from '../words/words.tsx'
import { useMay, useZone } from '../workspaces/viewer.tsx'
import { AcceptForm } from './accept-form.tsx'
import {
  useDismissCandidate,
  useMergeCandidates,
  useRestoreCandidate,
} from './candidate-queries.ts'
import { LikeCaseLine } from './like-case.tsx'

/** Cases that seem to speak of one matter: what they share, how many, and what to make of them. */
export function CandidateCard(props: { candidate: CandidateView; others: CandidateView[] }) {
  const { candidate, others } = props
  const words = useWords()
  const say = words.improvements
  const mayManage = useMay('problems.manage')
  const left = candidate.cases - candidate.samples.length
  return (
    <article className="card candidate" aria-label={titleOf(candidate)}>
      <header>
        <div className="candidate-head">
          <h2>
            <PageLink page={`problems/candidates/${candidate.id}`}>{titleOf(candidate)}</PageLink>
          </h2>
          <SharedWords candidate={candidate} />
        </div>
        <CandidateFigures candidate={candidate} />
      </header>
      <div className="candidate-samples">
        {candidate.samples.map((like) => (
          <LikeCaseLine key={like.id} like={like} />
        ))}
        {left > 0 && (
          <PageLink page={`problems/candidates/${candidate.id}`} className="faint like-more">
            {say.moreCases(left)}
          </PageLink>
        )}
      </div>
      {mayManage && <CandidateActs candidate={candidate} others={others} />}
    </article>
  )
}

export function titleOf({ title, words }: CandidateView): string {
  return title || words.join(' · ') || '—'
}

export function SharedWords({ candidate }: { candidate: CandidateView }) {
  const { improvements: say } = useWords()
  if (candidate.words.length === 0) return null
  return (
    <p className="candidate-words">
      <span className="faint">{say.shared}</span>
      {candidate.words.map((word) => (
        <mark key={word} className="hit">
          {word}
        </mark>
      ))}
    </p>
  )
}

export function CandidateFigures({ candidate }: { candidate: CandidateView }) {
  const words = useWords()
  const say = words.improvements
  const zone = useZone()
  const now = useNow(60_000)
  const { customers, cases, recent, before, lastSeenAt } = candidate
  return (
    <div className="line-figures">
      <strong>{say.customers(customers)}</strong>
      <span className="faint">{say.casesCount(cases)}</span>
      {recent > 0 && (
        <span className={recent > before ? 'tone-warn' : 'faint'}>
          {say.lastWeek(recent, before)}
        </span>
      )}
      <span className="faint">
        {say.lastSeen} {day(lastSeenAt, now, zone, words.time)}
      </span>
    </div>
  )
}

export function CandidateActs({
  candidate,
  others,
}: {
  candidate: CandidateView
  others: CandidateView[]
}) {
  const words = useWords()
  const say = words.improvements
  const { message } = App.useApp()
  const complain = useComplain()
  const [accepting, accept] = useState(false)
  const [merging, openMerge] = useState(false)
  const dismiss = useDismissCandidate()
  const restore = useRestoreCandidate()
  const merge = useMergeCandidates()
  const askBack = (key: string) =>
    message.success({
      key,
      duration: 8,
      content: (
        <>
          {say.dismissed}{' '}
          <Button
            type="link"
            size="small"
            onClick={() => {
              message.destroy(key)
              restore.mutate(candidate.id, { onError: complain })
            }}
          >
            {say.undo}
          </Button>
        </>
      ),
    })
  const drop = () =>
    dismiss.mutate(candidate.id, { onSuccess: () => askBack(candidate.id), onError: complain })
  const join = (otherId: string) => {
    openMerge(false)
    merge.mutate(
      { params: { candidateId: candidate.id }, body: { otherId } },
      { onSuccess: ({ cases }) => void message.success(say.merged(cases)), onError: complain },
    )
  }
  if (candidate.state === 'dismissed')
    return (
      <div className="candidate-acts">
        <Button
          loading={restore.isPending}
          onClick={() => restore.mutate(candidate.id, { onError: complain })}
        >
          {say.restore}
        </Button>
      </div>
    )
  return (
    <div className="candidate-acts">
      <Button type="primary" onClick={() => accept(true)}>
        {say.accept}
      </Button>
      {others.length > 0 && (
        <Popover
          open={merging}
          onOpenChange={openMerge}
          trigger="click"
          placement="bottomLeft"
          arrow={false}
          destroyOnHidden
          content={
            <PickList
              label={say.mergeWith}
              options={others.map((other) => ({
                key: other.id,
                label: titleOf(other),
                hint: say.customers(other.customers),
              }))}
              onPick={join}
              empty={say.emptyFound[0] ?? ''}
            />
          }
        >
          <Button loading={merge.isPending}>{say.merge}</Button>
        </Popover>
      )}
      <Button type="text" loading={dismiss.isPending} onClick={drop}>
        {say.dismiss}
      </Button>
      {accepting && <AcceptForm candidate={candidate} close={() => accept(false)} />}
    </div>
  )
}
