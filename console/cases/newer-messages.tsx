import { Alert, Button } from 'antd'
import type { CaseDetail } from '../../contract/cases.ts'
import { useWords } from '../words/words.tsx'

/** What the customer said while an answer was being written; the writer decides. */
export function NewerMessages(props: {
  detail: CaseDetail
  seenMessageId: string | undefined
  sendAnyway: () => void
  rewrite: () => void
}) {
  const words = useWords()
  const { messages } = props.detail
  const from = messages.findIndex(({ id }) => id === props.seenMessageId) + 1
  const newer = messages.slice(from).filter(({ direction }) => direction === 'in')
  return (
    <Alert
      type="warning"
      showIcon
      title={words.cases.composer.newer}
      description={
        <>
          {newer.map((message) => (
            <p key={message.id} className="text">
              {words.shell.quoted(message.text)}
            </p>
          ))}
          <div className="ask-acts">
            <Button size="small" onClick={props.rewrite}>
              {words.cases.composer.rewrite}
            </Button>
            <Button size="small" type="primary" onClick={props.sendAnyway}>
              {words.cases.composer.sendAnyway}
            </Button>
          </div>
        </>
      }
    />
  )
}
