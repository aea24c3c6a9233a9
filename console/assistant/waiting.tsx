import { Button } from 'antd'
import type { MachineText } from '../../contract/assistant.ts'
import { useWords } from '../words/words.tsx'

/** A text that is being written, or that did not come and why. Nothing for one that is there. */
export function Waiting(props: { text: MachineText; waiting: string; again: () => void }) {
  const { assistant } = useWords()
  const { state, failure } = props.text
  if (state === 'waiting') {
    return (
      <p className="machine-waiting faint" role="status">
        {props.waiting}
      </p>
    )
  }
  if (state === 'ready') return null
  return (
    <p className="machine-failed" role="status">
      {assistant.failed(assistant.failures[failure ?? 'unreadable'])}{' '}
      <Button type="link" size="small" onClick={props.again}>
        {assistant.again}
      </Button>
    </p>
  )
}
