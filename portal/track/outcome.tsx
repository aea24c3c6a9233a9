/** How it ended, in one card: our answer, whether it helped and then, when we ask, how we did. */
import { useEffect, useRef, useState } from 'preact/hooks'
import type { TrackView } from '../../contract/track.ts'
import { useSettings } from '../settings.ts'
import { SurveyForm } from '../survey/survey-form.tsx'
import { useSurvey } from '../survey/use-survey.ts'
import { OneMessage } from './conversation.tsx'
import type { CaseOf } from './evidence-list.tsx'
import { judgedAnswer } from './steps.ts'
import type { Tracked } from './use-track.ts'
import { Verdict } from './verdict.tsx'

interface OutcomeProps {
  of: CaseOf
  view: TrackView
  tracked: Tracked
  say: (words: string) => void
}

export function Outcome({ of, view, tracked, say }: OutcomeProps) {
  const { words } = useSettings()
  const judged = judgedAnswer(view)
  const opened = useSurvey(of.workspace, view.survey)
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
        {judged && (
          <div class="judged is-out">
            <OneMessage message={judged} of={of} />
          </div>
        )}
        <Verdict
          entry={view.entry}
          isOpen={view.state !== 'closed'}
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
