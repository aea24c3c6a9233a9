/** How the customer's own case stands, and everything they can do about it. */
import { useState } from 'preact/hooks'
import type { PortalView } from '../../contract/feedback.ts'
import { standingLimits } from '../evidence/file-kind.ts'
import { follow } from '../navigation.ts'
import { CopyNumber } from '../pieces/copy-number.tsx'
import { TroublePage } from '../pieces/missing.tsx'
import { PageTitle } from '../pieces/page-title.tsx'
import { minePath, submitPath } from '../routes.ts'
import { useSettings } from '../settings.ts'
import { atWords } from '../times.ts'
import { AskErasure } from './ask-erasure.tsx'
import { CaseActions } from './case-actions.tsx'
import { Conversation } from './conversation.tsx'
import { Outcome } from './outcome.tsx'
import { Timeline } from './timeline.tsx'
import { isRefused, useTrack } from './use-track.ts'

interface TrackPageProps {
  workspace: string
  number: number
  code: string
  portal: PortalView | null
}

export function TrackPage({ workspace, number, code, portal }: TrackPageProps) {
  const { words, locale } = useSettings()
  const claim = { number, code }
  const tracked = useTrack(workspace, claim)
  const [said, say] = useState('')
  const [heard, hear] = useState('')
  const { view, error } = tracked
  if (isRefused(error)) return <WrongClaim workspace={workspace} />
  if (!view && error) return <TroublePage error={error} retry={tracked.refresh} />
  if (!view) {
    return (
      <p class="opening" role="status">
        {words.loading}
      </p>
    )
  }
  const of = { workspace, claim }
  return (
    <>
      <div class="intro">
        <PageTitle>{words.track.page}</PageTitle>
        <CopyNumber workspace={workspace} claim={claim} />
        <p class="said" role="status">
          {heard}
        </p>
        <Outcome of={of} view={view} tracked={tracked} say={hear} />
        <Timeline view={view} />
        <p class="hint refreshed">
          {tracked.isStale && words.track.stale}
          {!tracked.isStale &&
            tracked.refreshedAt &&
            words.track.updated(atWords(tracked.refreshedAt, { locale }))}
        </p>
      </div>
      <div class="stack">
        <p class="said" role="status">
          {said}
        </p>
        <CaseActions
          view={view}
          tracked={tracked}
          of={of}
          limits={portal?.limits ?? standingLimits}
          say={say}
        />
        {view.resolution === 'withdrawn' && (
          <a class="button plain" href={submitPath(workspace)} onClick={follow}>
            {words.done.another}
          </a>
        )}
        <Conversation view={view} of={of} />
        {view.can.includes('ask_erasure') && <AskErasure tracked={tracked} say={say} />}
      </div>
      <p class="unseen" role="status">
        {tracked.fresh > 0 ? words.track.fresh : ''}
      </p>
    </>
  )
}

function WrongClaim({ workspace }: { workspace: string }) {
  const { words } = useSettings()
  return (
    <div class="lone">
      <PageTitle>{words.track.wrong}</PageTitle>
      <p>{words.track.wrongWhy}</p>
      <p class="ways">
        <a class="button" href={minePath(workspace)} onClick={follow}>
          {words.own.find}
        </a>
      </p>
    </div>
  )
}
