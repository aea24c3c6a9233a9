import { Button } from 'antd'
import { withoutMarks } from '../../design/light-text.ts'
import { PageLink } from '../go.tsx'
import { useWords } from '../words/words.tsx'
import { LightText } from './light-text.tsx'
import { tellInsertion, useAnswersFor } from './queries.ts'
import './knowledge.css'

/** Known answers that may fit what the customer said; a click puts one into the reply. */
export function AnswersCard(props: { caseId: string; insert: ((text: string) => void) | null }) {
  const { insert } = props
  const say = useWords().knowledge
  const { data: answers = [] } = useAnswersFor(props.caseId)
  if (answers.length === 0) return null
  return (
    <section>
      <h2>{say.fitting}</h2>
      {answers.map((answer) => (
        <div key={answer.id} className="related answer">
          <details>
            <summary>{answer.title}</summary>
            <LightText text={answer.body} />
            <PageLink page={`knowledge/${answer.id}`}>{say.look}</PageLink>
          </details>
          {insert && (
            <Button
              size="small"
              type="link"
              aria-label={`${say.insert} ${answer.title}`}
              onClick={() => insertAnswer(answer, insert)}
            >
              {say.insert}
            </Button>
          )}
        </div>
      ))}
    </section>
  )
}

/** As it is said to a customer: without marks. */
export function insertAnswer(
  answer: { id: string; body: string },
  insert: (text: string) => void,
): void {
  insert(withoutMarks(answer.body))
  tellInsertion(answer.id)
}
