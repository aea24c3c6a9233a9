import { Button } from 'antd'
import type { ArticleView } from '../../contract/knowledge.ts'
import { useComplain } from '../ui/failure.tsx'
import { day, useNow } from '../ui/moment.ts'
import { useWords } from '../words/words.tsx'
import { useZone } from '../workspaces/viewer.tsx'
import { useKeepVariant, useRemoveVariant } from './queries.ts'

/** The wordings of customers whom it helped: each kept as a way to ask, or taken away. */
export function LearnedVariants({
  article,
  mayManage,
}: {
  article: ArticleView
  mayManage: boolean
}) {
  const words = useWords()
  const say = words.knowledge
  const zone = useZone()
  const now = useNow(60_000)
  const complain = useComplain()
  const keep = useKeepVariant()
  const remove = useRemoveVariant()
  const busy = keep.isPending || remove.isPending
  return (
    <div className="card card-list">
      <h2 className="pad-head">{say.learned}</h2>
      <p className="faint learned-hint">{say.learnedHint}</p>
      {article.learnedVariants.map(({ id, text, at }) => {
        const params = { articleId: article.id, variantId: id }
        return (
          <div key={id} className="line">
            <span className="line-main">
              <span>{text}</span>
              <span className="line-about">{day(at, now, zone, words.time)}</span>
            </span>
            {mayManage && (
              <span className="line-acts">
                <Button
                  size="small"
                  disabled={busy}
                  aria-label={`${say.keep} ${words.shell.quoted(text)}`}
                  onClick={() => keep.mutate(params, { onError: complain })}
                >
                  {say.keep}
                </Button>
                <Button
                  size="small"
                  type="text"
                  disabled={busy}
                  aria-label={`${words.shell.remove} ${words.shell.quoted(text)}`}
                  onClick={() => remove.mutate(params, { onError: complain })}
                >
                  {words.shell.remove}
                </Button>
              </span>
            )}
          </div>
        )
      })}
    </div>
  )
}
