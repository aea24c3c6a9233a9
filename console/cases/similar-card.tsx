import { Button } from 'antd'
import { useSaySame, useSimilar } from '../improvements/candidate-queries.ts'
import { LikeCaseLine } from '../improvements/like-case.tsx'
import { useComplain } from '../ui/failure.tsx'
import { useWords } from '../words/words.tsx'
import { useMay } from '../workspaces/viewer.tsx'
import '../improvements/candidates.css'

/** Cases that read like this one; a member says whether they are the same matter. */
export function SimilarCard({ caseId }: { caseId: string }) {
  const { improvements: say } = useWords()
  const complain = useComplain()
  const mayManage = useMay('problems.manage')
  const found = useSimilar(caseId)
  const saySame = useSaySame()
  const items = found.data?.items ?? []
  if (items.length === 0) return null
  const answer = (otherId: string, same: boolean | null) =>
    saySame.mutate({ params: { caseId, otherId }, body: { same } }, { onError: complain })
  return (
    <section>
      <h2>{say.similar}</h2>
      {items.map((like) => (
        <LikeCaseLine
          key={like.id}
          like={like}
          acts={
            mayManage &&
            ([true, false] as const).map((same) => (
              <Button
                key={String(same)}
                size="small"
                type={like.same === same ? 'primary' : 'text'}
                aria-pressed={like.same === same}
                onClick={() => answer(like.id, like.same === same ? null : same)}
              >
                {same ? say.same : say.notSame}
              </Button>
            ))
          }
        />
      ))}
    </section>
  )
}
