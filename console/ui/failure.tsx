import { App, Button } from 'antd'
import { useCallback } from 'react'
import { CallError } from '../../contract/client.ts'
import { useWords, type Words } from '../words/words.tsx'
import { Icon } from './icon.tsx'

/** What happened and what to do, in one sentence. */
export function explain(error: unknown, words: Words): string {
  if (!(error instanceof CallError)) return words.errors.sentences.internal ?? ''
  const sentence = words.errors.sentences[error.code] ?? words.errors.unknown(error.code)
  const { requestId } = error.problem
  return error.status >= 500 && requestId
    ? `${sentence} ${words.shell.request(requestId)}`
    : sentence
}

/** Says in passing that something did not work. For failures that lose nothing. */
export function useComplain(): (error: unknown) => void {
  const { message } = App.useApp()
  const words = useWords()
  return useCallback(
    (error: unknown) => {
      message.error(explain(error, words), 6)
    },
    [message, words],
  )
}

/** In the place of what could not be loaded. */
export function Failure({ error, retry }: { error: unknown; retry?: () => void }) {
  const words = useWords()
  // Asking again for what one may not see is no help.
  const gone = error instanceof CallError && (error.status === 403 || error.status === 404)
  return (
    <div className="empty" role="alert">
      <Icon name="warn" size={28} />
      <strong>{words.shell.failedTitle}</strong>
      <p>{explain(error, words)}</p>
      {gone && <Button href="/console/">{words.shell.toInbox}</Button>}
      {retry && !gone && <Button onClick={retry}>{words.shell.retry}</Button>}
    </div>
  )
}
