/** The button, what hinders it, and what is done with the data. */
import type { PortalView } from '../../contract/feedback.ts'
import { PrivacyLink } from '../pieces/page-frame.tsx'
import { useSettings } from '../settings.ts'
import { sentenceFor } from '../words/words.ts'
import type { Faults } from './submission.ts'
import type { Stage } from './use-submission.ts'

interface SubmitBarProps {
  portal: PortalView
  stage: Stage
  faults: Faults
  error: unknown
}

export function SubmitBar({ portal, stage, faults, error }: SubmitBarProps) {
  const { words, locale } = useSettings()
  const { submit } = words
  const labels: Record<Stage, string> = {
    writing: submit.button,
    uploading: submit.uploading,
    submitting: submit.sending,
  }
  const count = Object.keys(faults).length
  return (
    <div class="bar">
      <div role="alert">
        {error !== null && <p class="trouble">{sentenceFor(error, locale)}</p>}
        {error === null && count > 0 && <p class="trouble">{submit.fix(count)}</p>}
      </div>
      <button type="submit" class="button" aria-disabled={stage !== 'writing'}>
        {labels[stage]}
      </button>
      <p class="hint">
        {submit.data(portal.contactRetentionDays)}{' '}
        <span class="together">
          ·&nbsp;
          <PrivacyLink />
        </span>
      </p>
    </div>
  )
}
