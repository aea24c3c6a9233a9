/** Five answers from very dissatisfied to very satisfied: a face, a number and words, no colour. */
import { useSettings } from '../settings.ts'

/** How far the mouth's middle is below its corners. */
const MOUTHS = [-3.5, -1.8, 0, 1.8, 3.5]

interface ScoreChoiceProps {
  question: string
  score: number | null
  choose: (score: number) => void
}

export function ScoreChoice({ question, score, choose }: ScoreChoiceProps) {
  const { words } = useSettings()
  return (
    <fieldset class="scores">
      <legend>{question}</legend>
      <div>
        {words.survey.scores.map((label, index) => {
          const value = index + 1
          return (
            <label key={value}>
              <input
                type="radio"
                name="score"
                value={value}
                checked={score === value}
                onChange={() => choose(value)}
              />
              <span>
                <Face curve={MOUTHS[index] ?? 0} />
                <b>{value}</b>
                <small>{label}</small>
              </span>
            </label>
          )
        })}
      </div>
    </fieldset>
  )
}

function Face({ curve }: { curve: number }) {
  const corners = 15.5 - curve / 2
  return (
    <svg class="face" viewBox="0 0 24 24" aria-hidden="true">
      <circle cx="12" cy="12" r="9.5" />
      <path d={`M8 ${corners}Q12 ${corners + curve * 1.6} 16 ${corners}`} />
      <path d="M9 9.2v.6M15 9.2v.6" />
    </svg>
  )
}
