/** How it ended, in one card: whether it is solved and then, when we ask, how we did. */
import { useEffect, useRef, useState } from 'preact/hooks'
import type { TrackView } from '../../contract/track.ts'
import { useSettings } from '../settings.ts'
import { SurveyForm } from '../survey/survey-form.tsx'
import { useSurvey } from '../survey/use-survey.ts'
import type { Tracked } from './use-track.ts'
import { Verdict } from './verdict.tsx'

interface OutcomeProps {
  workspace: string
  view: TrackView
  tracked: Tracked
  say: (words: string) => void
}

export function Outcome({ workspace, view, tracked, say }: OutcomeProps) {
  const { words } = useSettings()
  const opened = useSurvey(workspace, view.survey)
  // A survey that cannot be opened, or is over, must not get in the way of the case.
  const survey = opened.survey?.state === 'open' ? opened.survey : null
  const [thankedIn, thankIn] = useState<string | null>(null)
  const isThanked = thankedIn !== null && thankedIn === view.survey
  const thanks = useRef<HTMLParagraphElement>(null)
  // The button that was pressed is gone: go on where its words were.
  useEffect(() => {
    if (!isThanked) return
    thanks.current?.focus({ preventScroll: true })
    thanks.current?.parentElement?.scrollIntoView({ block: 'nearest' })
  }, [isThanked])

  if (view.can.includes('confirm')) {
    return (
      <section class="ask">
        <Verdict
          tracked={tracked}
          onGiven={(verdict) => {
            if (verdict === 'solved' && survey) thankIn(view.survey)
            else say(verdict === 'solved' ? words.track.thanks : words.track.sorry)
          }}
        />
      </section>
    )
  }
  if (!survey) return null
  return (
    <section class="ask">
      {isThanked && (
        <p class="thanks" ref={thanks} tabIndex={-1}>
          {words.track.thanks}
        </p>
      )}
      <SurveyForm
        key={view.survey}
        survey={survey}
        opened={opened}
        preselected={null}
        onDone={(outcome) => {
          say(words.survey[outcome])
          void tracked.refresh()
        }}
      />
    </section>
  )
}
