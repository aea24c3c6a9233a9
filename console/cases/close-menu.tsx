import { Alert, App, Button, Input, Radio } from 'antd'
import { useEffect, useRef, useState } from 'react'
import { type CaseDetail, type Resolution, resolutions } from '../../contract/cases.ts'
import { isComposing } from '../shell/shortcuts.ts'
import { explain } from '../ui/failure.tsx'
import { useWords } from '../words/words.tsx'
import { useCaseChange, wasOvertaken } from './changes.ts'

type Closing = Exclude<Resolution, 'withdrawn'>
export const closings = resolutions.filter(
  (resolution): resolution is Closing => resolution !== 'withdrawn',
)

/** How it ended. Enter confirms. */
export function CloseMenu({ detail, done }: { detail: CaseDetail; done: () => void }) {
  const words = useWords()
  const { message } = App.useApp()
  const [resolution, choose] = useState<Closing>('solved')
  const change = useCaseChange('close', detail)
  const form = useRef<HTMLFormElement>(null)
  useEffect(() => {
    const timer = setTimeout(() => form.current?.querySelector('input')?.focus(), 50)
    return () => clearTimeout(timer)
  }, [])
  const close = () =>
    change.mutate(
      { resolution },
      {
        onSuccess: () => {
          message.success(words.cases.closing.done)
          done()
        },
        onError: (error) => wasOvertaken(error) && done(),
      },
    )
  return (
    <form
      ref={form}
      className="ask"
      onSubmit={(event) => {
        event.preventDefault()
        close()
      }}
    >
      <strong>{words.cases.closing.title}</strong>
      <Radio.Group
        vertical
        value={resolution}
        onChange={(event) => choose(event.target.value)}
        options={closings.map((value) => ({
          value,
          label: words.labels.resolution[value],
        }))}
      />
      <p className="faint">{words.cases.closing.hint}</p>
      {change.error && <Alert type="error" showIcon title={explain(change.error, words)} />}
      <div className="ask-acts">
        <Button onClick={done}>{words.shell.cancel}</Button>
        <Button type="primary" htmlType="submit" loading={change.isPending}>
          {words.cases.closing.confirm}
        </Button>
      </div>
    </form>
  )
}

export function ReopenMenu({ detail, done }: { detail: CaseDetail; done: () => void }) {
  const words = useWords()
  const { message } = App.useApp()
  const [reason, setReason] = useState('')
  const change = useCaseChange('reopen', detail)
  const reopen = () =>
    change.mutate(
      { reason },
      {
        onSuccess: () => {
          message.success(words.cases.reopening.done)
          done()
        },
        onError: (error) => wasOvertaken(error) && done(),
      },
    )
  return (
    <div className="ask">
      <strong>{words.cases.reopening.title}</strong>
      <Input
        autoFocus
        maxLength={200}
        placeholder={words.cases.reopening.reason}
        value={reason}
        onChange={(event) => setReason(event.target.value)}
        onKeyDown={(event) => {
          if (event.key === 'Enter' && !isComposing(event.nativeEvent)) reopen()
        }}
      />
      {change.error && <Alert type="error" showIcon title={explain(change.error, words)} />}
      <div className="ask-acts">
        <Button onClick={done}>{words.shell.cancel}</Button>
        <Button type="primary" onClick={reopen} loading={change.isPending}>
          {words.cases.abilities.reopen}
        </Button>
      </div>
    </div>
  )
}
