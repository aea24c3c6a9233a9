import type { FeedbackView } from '../../contract/feedback.ts'
import { useLocale } from '../words/words.tsx'
import { Evidence } from './evidence.tsx'
import { type Mark, piecesOf } from './marks.ts'

/** What the customer said, word for word, with the answers to the form. */
export function Said({ feedback, marks }: { feedback: FeedbackView; marks: Mark[] }) {
  const locale = useLocale()
  return (
    <>
      <p className="text">
        {piecesOf(feedback.text, marks).map(({ at, text, tone }) =>
          tone ? (
            <em key={at} className={`mark-${tone}`}>
              {text}
            </em>
          ) : (
            text
          ),
        )}
      </p>
      {feedback.fields.length > 0 && (
        <dl className="answers">
          {feedback.fields.map((field) => (
            <div key={field.key}>
              <dt>{locale === 'en' ? (field.labelEn ?? field.label) : field.label}</dt>
              <dd className="text">{field.value}</dd>
            </div>
          ))}
        </dl>
      )}
      <Evidence files={feedback.evidence} />
    </>
  )
}
