import { App, Button } from 'antd'
import { useState } from 'react'
import { useComplain } from '../ui/failure.tsx'
import { MoreButton } from '../ui/more-button.tsx'
import { useWords } from '../words/words.tsx'
import { useMay } from '../workspaces/viewer.tsx'
import { useRefuseSuggested, useSuggested } from './candidate-queries.ts'
import { LikeCaseLine } from './like-case.tsx'
import { useLinkCases } from './queries.ts'
import './candidates.css'

/** Cases that read like those of the problem: added or refused by people, all or some. */
export function SuggestedCases({ problemId }: { problemId: string }) {
  const { improvements: say } = useWords()
  const { message } = App.useApp()
  const complain = useComplain()
  const mayManage = useMay('problems.manage')
  const found = useSuggested(problemId)
  const link = useLinkCases()
  const refuse = useRefuseSuggested()
  const [chosen, choose] = useState<ReadonlySet<string>>(new Set())
  const items = found.data?.pages.flatMap((page) => page.items) ?? []
  const total = found.data?.pages[0]?.total ?? 0
  if (total === 0 || !mayManage) return null
  const ids = chosen.size > 0 ? [...chosen] : items.map(({ id }) => id)
  const done = (say: string) => {
    message.success(say)
    choose(new Set())
    found.refetch()
  }
  const input = { params: { problemId }, body: { caseIds: ids } }
  return (
    <section className="card" aria-label={say.suggested(total)}>
      <div className="candidate-split">
        <h2>{say.suggested(total)}</h2>
        <span className="faint">{say.suggestedHint}</span>
        <Button
          type="primary"
          loading={link.isPending}
          onClick={() =>
            link.mutate(input, { onSuccess: () => done(say.added(ids.length)), onError: complain })
          }
        >
          {chosen.size > 0 ? say.addChosen(chosen.size) : say.addAll(items.length)}
        </Button>
        <Button
          type="text"
          loading={refuse.isPending}
          onClick={() =>
            refuse.mutate(input, {
              onSuccess: () => done(say.refused(ids.length)),
              onError: complain,
            })
          }
        >
          {chosen.size > 0 ? say.refuseChosen(chosen.size) : say.refuseAll}
        </Button>
      </div>
      {items.map((like) => (
        <LikeCaseLine
          key={like.id}
          like={like}
          chosen={chosen.has(like.id)}
          choose={(on) => {
            const next = new Set(chosen)
            if (on) next.add(like.id)
            else next.delete(like.id)
            choose(next)
          }}
        />
      ))}
      <MoreButton found={found} />
    </section>
  )
}
