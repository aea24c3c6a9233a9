import { Alert, Button } from 'antd'
import { useWords } from '../words/words.tsx'
import type { DraftKind } from './draft.ts'
import type { News } from './news.ts'

const quotedLength = 120

/** Who did what while somebody was writing here; the writer decides. */
export function NewerMessages(props: {
  news: News[]
  kind: DraftKind
  /** Absent where nothing can be sent any more. */
  sendAnyway: (() => void) | undefined
  look: () => void
}) {
  const words = useWords()
  const say = words.cases.composer
  const sentence = (one: News) => {
    if (one.what === 'closed') return say.newerClosed(one.happening.by ?? words.cases.bySystem)
    const { direction, author, text } = one.message
    const quoted = words.shell.quoted(
      text.length > quotedLength ? `${text.slice(0, quotedLength)}…` : text,
    )
    if (direction === 'in') return say.newerSaid(quoted)
    const by = author ?? words.cases.bySystem
    return direction === 'note' ? say.newerNote(by, quoted) : say.newerAnswer(by, quoted)
  }
  return (
    <Alert
      type="warning"
      showIcon
      role="alert"
      title={say.newer}
      description={
        <>
          {props.news.map((one) => (
            <p key={one.key} className="text">
              {sentence(one)}
            </p>
          ))}
          <div className="ask-acts">
            {props.sendAnyway && (
              <Button size="small" onClick={props.sendAnyway}>
                {say.sendAnyway[props.kind]}
              </Button>
            )}
            <Button size="small" type="primary" onClick={props.look}>
              {say.look}
            </Button>
          </div>
        </>
      }
    />
  )
}
