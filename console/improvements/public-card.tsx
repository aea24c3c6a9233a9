import { App, Button, Form, Input, Popconfirm } from 'antd'
import { useState } from 'react'
import type { ProblemView } from '../../contract/improvements.ts'
import { EditDialog } from '../ui/edit-dialog.tsx'
import { useComplain } from '../ui/failure.tsx'
import { day, useNow } from '../ui/moment.ts'
import { useWords } from '../words/words.tsx'
import { useZone } from '../workspaces/viewer.tsx'
import { useKeepPrivate, useMakePublic } from './queries.ts'

/** What customers are told of a problem while they write about it, and whether they are. */
export function PublicCard({ problem, mayManage }: { problem: ProblemView; mayManage: boolean }) {
  const words = useWords()
  const say = words.improvements.public
  const zone = useZone()
  const now = useNow(60_000)
  const { message } = App.useApp()
  const complain = useComplain()
  const hide = useKeepPrivate()
  const [editing, edit] = useState(false)
  const shown = problem.public
  const dropped = problem.state === 'dropped'
  return (
    <div className="card">
      <div className="pad-acts">
        <h2>{say.title}</h2>
        {mayManage && !dropped && (
          <span className="line-acts">
            {shown && (
              <Popconfirm
                title={say.hideConfirm}
                okText={say.hide}
                onConfirm={() =>
                  hide
                    .mutateAsync(problem.id)
                    .then(() => void message.success(say.hiddenNow), complain)
                }
              >
                <Button size="small">{say.hide}</Button>
              </Popconfirm>
            )}
            <Button size="small" onClick={() => edit(true)}>
              {shown ? say.change : say.make}
            </Button>
          </span>
        )}
      </div>
      {dropped && <p className="faint">{say.dropped}</p>}
      {!dropped && !shown && <p className="faint">{say.hidden}</p>}
      {!dropped && shown && (
        <>
          <p>
            <strong>{shown.title}</strong>
          </p>
          {shown.note && <p className="text">{shown.note}</p>}
          <p className="faint">
            {say.since(day(shown.since, now, zone, words.time))}
            {problem.state === 'fixed' && ` · ${say.fixed}`}
          </p>
        </>
      )}
      {editing && <PublicForm problem={problem} close={() => edit(false)} />}
    </div>
  )
}

function PublicForm({ problem, close }: { problem: ProblemView; close: () => void }) {
  const words = useWords()
  const say = words.improvements.public
  const save = useMakePublic()
  return (
    <EditDialog
      title={say.make}
      initial={{ title: problem.public?.title ?? '', note: problem.public?.note ?? '' }}
      close={close}
      save={(body) => save.mutateAsync({ params: { problemId: problem.id }, body })}
    >
      <Form.Item
        name="title"
        label={say.shownAs}
        extra={say.shownAsHint}
        rules={[{ required: true, whitespace: true, message: words.workspaces.required }]}
      >
        <Input autoFocus maxLength={60} />
      </Form.Item>
      <Form.Item name="note" label={say.note}>
        <Input.TextArea
          maxLength={300}
          autoSize={{ minRows: 3, maxRows: 8 }}
          placeholder={say.noteHint}
        />
      </Form.Item>
    </EditDialog>
  )
}
