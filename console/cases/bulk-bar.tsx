import { App, Button, Modal, Popover, Progress } from 'antd'
import { useRef, useState } from 'react'
import { explain } from '../ui/failure.tsx'
import { useWords } from '../words/words.tsx'
import { useMay } from '../workspaces/viewer.tsx'
import { type Assignment, AssignPicker } from './assign-menu.tsx'
import { changeCase, useAcceptCase } from './changes.ts'
import { LinkMenu } from './link-menu.tsx'
import type { Selection } from './selection.ts'

const atOnce = 4

interface Work {
  all: number
  done: number
  failed: { id: string; number: number; why: string }[]
  running: boolean
}

/** What can be done with many cases at once. Those that failed stay chosen. */
export function BulkBar({ selection }: { selection: Selection }) {
  const words = useWords()
  const mayLink = useMay('problems.manage')
  const mayAssign = useMay('cases.assign')
  const [menu, setMenu] = useState<'link' | 'assign' | null>(null)
  const { work, assign, stop, close } = useBulkAssign(selection)
  const open = (name: 'link' | 'assign') => ({
    open: menu === name,
    onOpenChange: (shown: boolean) => setMenu(shown ? name : null),
    trigger: 'click' as const,
    placement: 'bottomLeft' as const,
    arrow: false,
    destroyOnHidden: true,
  })
  return (
    <div className="list-sort bulk">
      <strong>{words.cases.bulk.selected(selection.chosen.size)}</strong>
      {mayLink && (
        <Popover
          {...open('link')}
          content={<LinkMenu caseIds={[...selection.chosen.keys()]} done={() => setMenu(null)} />}
        >
          <Button size="small">{words.cases.bulk.link}</Button>
        </Popover>
      )}
      {mayAssign && (
        <Popover
          {...open('assign')}
          content={
            <AssignPicker
              onPick={(to) => {
                setMenu(null)
                assign(to)
              }}
            />
          }
        >
          <Button size="small">{words.cases.bulk.assign}</Button>
        </Popover>
      )}
      <Button size="small" type="text" onClick={selection.clear}>
        {words.cases.bulk.clear}
      </Button>
      {work && (
        <Modal
          open
          title={words.cases.bulk.assign}
          mask={{ closable: false }}
          closable={false}
          footer={
            <Button onClick={work.running ? stop : close}>
              {work.running ? words.cases.bulk.stop : words.shell.close}
            </Button>
          }
        >
          <Progress
            percent={Math.round((work.done / work.all) * 100)}
            status={work.failed.length > 0 ? 'exception' : 'normal'}
            format={() => words.cases.bulk.progress(work.done, work.all)}
          />
          {!work.running && work.failed.length > 0 && (
            <p>{words.cases.bulk.partly(work.done - work.failed.length, work.failed.length)}</p>
          )}
          <ul className="failed">
            {work.failed.map(({ id, number, why }) => (
              <li key={id}>{words.cases.bulk.failedOne(number, why)}</li>
            ))}
          </ul>
        </Modal>
      )}
    </div>
  )
}

function useBulkAssign(selection: Selection) {
  const words = useWords()
  const accept = useAcceptCase()
  const { message } = App.useApp()
  const [work, setWork] = useState<Work | null>(null)
  const stopped = useRef(false)

  // Without the version that was seen: whoever gives these cases away means them however they stand,
  // and of two who do so at once the later one holds; both stand in the case.
  const assign = async (to: Assignment) => {
    stopped.current = false
    const waiting = [...selection.chosen]
    const state: Work = { all: waiting.length, done: 0, failed: [], running: true }
    setWork({ ...state })
    const worker = async () => {
      for (let next = waiting.shift(); next && !stopped.current; next = waiting.shift()) {
        const [id, number] = next
        try {
          accept(await changeCase('assign', id, to))
          selection.toggle(id, number)
        } catch (error) {
          state.failed = [...state.failed, { id, number, why: explain(error, words) }]
        }
        state.done += 1
        setWork({ ...state })
      }
    }
    await Promise.all(Array.from({ length: atOnce }, worker))
    if (state.failed.length === 0 && !stopped.current) {
      setWork(null)
      message.success(words.cases.bulk.done(state.done))
    } else setWork({ ...state, running: false })
  }
  return {
    work,
    assign,
    stop: () => {
      stopped.current = true
    },
    close: () => setWork(null),
  }
}
