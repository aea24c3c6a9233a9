/** Two questions, one answer. A score from the mail is only preselected. */
import { useState } from 'preact/hooks'
import type { InvitedSurvey } from '../../contract/followups.ts'
import { useSettings } from '../settings.ts'
import { useAction } from '../track/use-action.ts'
import { sentenceFor } from '../words/words.ts'
import { ScoreChoice } from './score-choice.tsx'
import type { OpenedSurvey } from './use-survey.ts'

export type SurveyDone = (outcome: 'answered' | 'declined') => void

interface SurveyFormProps {
  survey: InvitedSurvey
  opened: OpenedSurvey
  preselected: number | null
  onDone?: SurveyDone | undefined
}

export function SurveyForm({ survey, opened, preselected, onDone }: SurveyFormProps) {
  const { words, locale } = useSettings()
  const [score, setScore] = useState(preselected)
  const [comment, setComment] = useState('')
  const [isMissing, setMissing] = useState(false)
  const answering = useAction()
  const isEnglish = locale === 'en'
  const send = async () => {
    setMissing(score === null)
    if (score === null) return
    if (await answering.run(() => opened.answer(score, comment.trim()))) onDone?.('answered')
    // Answered on another page, or just expired: show that instead of the form.
    else opened.reload()
  }
  return (
    <form
      class="survey"
      onSubmit={(event) => {
        event.preventDefault()
        void send()
      }}
    >
      <ScoreChoice
        question={isEnglish ? survey.scoreQuestionEn : survey.scoreQuestion}
        score={score}
        choose={(value) => {
          setScore(value)
          setMissing(false)
        }}
      />
      <div class="field">
        <label for="survey-comment">
          {isEnglish ? survey.openQuestionEn : survey.openQuestion}
          <span class="hint"> {words.optional}</span>
        </label>
        <textarea
          id="survey-comment"
          rows={3}
          maxLength={2000}
          value={comment}
          onInput={(event) => setComment(event.currentTarget.value)}
        />
      </div>
      <div role="alert">
        {isMissing && <p class="trouble">{words.survey.pick}</p>}
        {answering.error !== null && <p class="trouble">{sentenceFor(answering.error, locale)}</p>}
      </div>
      <button type="submit" class="button" aria-disabled={answering.isRunning}>
        {answering.isRunning ? words.survey.sending : words.survey.button}
      </button>
      <p class="hint">{words.survey.once}</p>
      <OptOut opened={opened} onDone={onDone} />
    </form>
  )
}

function OptOut({ opened, onDone }: { opened: OpenedSurvey; onDone?: SurveyDone | undefined }) {
  const { words, locale } = useSettings()
  const { survey } = words
  const [isAsking, setAsking] = useState(false)
  const declining = useAction()
  const decline = async () => {
    if (await declining.run(opened.decline)) onDone?.('declined')
  }
  if (!isAsking) {
    return (
      <button type="button" class="link" onClick={() => setAsking(true)}>
        {survey.optOut}
      </button>
    )
  }
  return (
    <div role="alert" class="opt-out">
      <p>{survey.optOutSure}</p>
      {declining.error !== null && <p class="trouble">{sentenceFor(declining.error, locale)}</p>}
      <p class="ways">
        <button type="button" class="small" onClick={decline}>
          {survey.optOutYes}
        </button>
        <button type="button" class="link" onClick={() => setAsking(false)}>
          {survey.optOutNo}
        </button>
      </p>
    </div>
  )
}
