import { Checkbox } from 'antd'
import type { ReactNode } from 'react'
import type { LikeCase } from '../../contract/candidates.ts'
import { Passage } from '../cases/passage.tsx'
import { PageLink } from '../go.tsx'
import { moment, useNow } from '../ui/moment.ts'
import { useWords } from '../words/words.tsx'
import { useZone } from '../workspaces/viewer.tsx'

/** A case among like ones: what was said, shared words marked; opens the case. */
export function LikeCaseLine(props: {
  like: LikeCase
  chosen?: boolean
  choose?: (chosen: boolean) => void
  acts?: ReactNode
}) {
  const { like, chosen, choose, acts } = props
  const words = useWords()
  const zone = useZone()
  const now = useNow(60_000)
  return (
    <div className="like">
      {choose && (
        <Checkbox
          checked={chosen ?? false}
          aria-label={words.improvements.chooseCase(like.number)}
          onChange={(event) => choose(event.target.checked)}
        />
      )}
      <PageLink page={`inbox/${like.id}?view=all`} className="like-words">
        <span className="clip">
          <Passage passage={like.passage} />
        </span>
        <span className="faint like-about">
          #{like.number} · {moment(like.openedAt, now, zone, words.time)} ·{' '}
          {words.labels.state[like.state]}
        </span>
      </PageLink>
      {acts && <span className="like-acts">{acts}</span>}
    </div>
  )
}
