import { Button } from 'antd'
import { CallError } from '../../contract/client.ts'
import { Empty } from '../ui/empty.tsx'
import { Failure } from '../ui/failure.tsx'
import { useWords } from '../words/words.tsx'

/** A page threw while drawing itself. */
export function Broken({ error, reset }: { error: unknown; reset?: () => void }) {
  const words = useWords()
  if (error instanceof CallError)
    return <Failure error={error} {...(reset ? { retry: reset } : {})} />
  return (
    <Empty icon="warn" title={words.shell.failedTitle} hint={words.shell.crashed}>
      <Button onClick={() => location.reload()}>{words.shell.reload}</Button>
    </Empty>
  )
}

export function NotFound() {
  const words = useWords()
  return (
    <Empty icon="search" title={words.shell.notFound}>
      <Button href="/console/">{words.shell.toInbox}</Button>
    </Empty>
  )
}
