import { App, Button, Modal, Progress } from 'antd'
import { useRef, useState } from 'react'
import type { CaseDetail } from '../../contract/cases.ts'
import { explain } from '../ui/failure.tsx'
import { useWords } from '../words/words.tsx'
import type { BulkPlan, SkipReason } from './bulk-plan.ts'
import { useAcceptCase } from './changes.ts'
import type { Selection } from './selection.ts'

const atOnce = 4

export interface BulkTask {
  title: string
  plan: BulkPlan
  /** What those who press the button should know. */
  hint?: string
  act: (caseId: string) => Promise<CaseDetail>
}

export interface Work {
  task: BulkTask
  state: 'asking' | 'running' | 'over'
  done: number
  failed: { id: string; number: number; why: string }[]
}

/** Does one thing to many cases. Those that failed stay chosen. */
export function useBulkWork(selection: Selection) {
  const words = useWords()
  const accept = useAcceptCase()
  const { message } = App.useApp()
  const [work, setWork] = useState<Work | null>(null)
  const stopped = useRef(false)

  const run = async (task: BulkTask) => {
    stopped.current = false
    const waiting = [...task.plan.change]
    const now: Work = { task, state: 'running', done: 0, failed: [] }
    setWork({ ...now })
    const worker = async () => {
      for (let next = waiting.shift(); next && !stopped.current; next = waiting.shift()) {
        const [id, number] = next
        try {
          accept(await task.act(id))
          selection.toggle(id, number)
        } catch (error) {
          now.failed = [...now.failed, { id, number, why: explain(error, words) }]
        }
        now.done += 1
        setWork({ ...now })
      }
    }
    await Promise.all(Array.from({ length: atOnce }, worker))
    if (now.failed.length === 0 && !stopped.current) {
      setWork(null)
      message.success(words.cases.bulk.done(now.done))
    } else setWork({ ...now, state: 'over' })
  }
  return {
    work,
    run,
    ask: (task: BulkTask) => setWork({ task, state: 'asking', done: 0, failed: [] }),
    stop: () => {
      stopped.current = true
    },
    close: () => setWork(null),
  }
}

/** What would be done, what is being done, and what was not. */
export function BulkDialog({ work, run, stop, close }: ReturnType<typeof useBulkWork>) {
  const words = useWords()
  const say = words.cases.bulk
  if (!work) return null
  const { task, state, done, failed } = work
  const all = task.plan.change.length
  const reasons = Object.entries(task.plan.skipped) as [SkipReason, number][]
  const skipped = reasons.reduce((sum, [, count]) => sum + count, 0)
  return (
    <Modal
      open
      title={task.title}
      mask={{ closable: false }}
      closable={false}
      onCancel={state === 'running' ? stop : close}
      footer={
        state === 'asking' ? (
          <>
            <Button onClick={close}>{words.shell.cancel}</Button>
            <Button type="primary" disabled={all === 0} onClick={() => run(task)}>
              {say.go(all)}
            </Button>
          </>
        ) : (
          <Button onClick={state === 'running' ? stop : close}>
            {state === 'running' ? say.stop : words.shell.close}
          </Button>
        )
      }
    >
      {state === 'asking' ? (
        <>
          <p>
            <strong>{say.summary(all + skipped, all, skipped)}</strong>
          </p>
          <ul>
            {reasons.map(([reason, count]) => (
              <li key={reason}>{say.skipped[reason](count)}</li>
            ))}
          </ul>
          {task.hint && all > 0 && <p className="faint">{task.hint}</p>}
        </>
      ) : (
        <>
          <Progress
            percent={Math.round((done / all) * 100)}
            status={failed.length > 0 ? 'exception' : 'normal'}
            format={() => say.progress(done, all)}
          />
          {state === 'over' && failed.length > 0 && (
            <p>{say.partly(done - failed.length, failed.length)}</p>
          )}
          <ul className="failed">
            {failed.map(({ id, number, why }) => (
              <li key={id}>{say.failedOne(number, why)}</li>
            ))}
          </ul>
        </>
      )}
    </Modal>
  )
}
