import { App, Button, Input, Select } from 'antd'
import { useState } from 'react'
import { causeKinds, type ProblemView } from '../../contract/improvements.ts'
import { useComplain } from '../ui/failure.tsx'
import { useWords } from '../words/words.tsx'
import { useChangeProblem } from './queries.ts'

/** Why the problem is there, as people found out: what kind of cause, and which. */
export function RootCause({ problem, mayManage }: { problem: ProblemView; mayManage: boolean }) {
  const words = useWords()
  const say = words.improvements
  const { message } = App.useApp()
  const complain = useComplain()
  const change = useChangeProblem()
  const [typed, type] = useState<string | null>(null)
  const text = typed ?? problem.rootCause
  const save = (body: { causeKind?: ProblemView['causeKind']; rootCause?: string }) =>
    change.mutateAsync({ params: { problemId: problem.id }, body }).then(() => {
      if (body.rootCause !== undefined) type(null)
      message.success(say.changed)
    }, complain)
  if (!mayManage && problem.causeKind === null && problem.rootCause === '') return null
  return (
    <section className="card cause">
      <h2>{say.rootCause}</h2>
      <Select
        aria-label={say.causeKind}
        allowClear
        placeholder={say.causeUnknown}
        value={problem.causeKind}
        disabled={!mayManage}
        onChange={(causeKind) => save({ causeKind: causeKind ?? null })}
        options={causeKinds.map((value) => ({ value, label: say.causes[value] }))}
      />
      {mayManage ? (
        <>
          <Input.TextArea
            aria-label={say.rootCause}
            maxLength={2000}
            autoSize={{ minRows: 2, maxRows: 10 }}
            placeholder={say.rootCauseHint}
            value={text}
            onChange={(event) => type(event.target.value)}
          />
          {typed !== null && typed.trim() !== problem.rootCause && (
            <div className="cause-acts">
              <Button type="text" onClick={() => type(null)}>
                {words.shell.cancel}
              </Button>
              <Button
                type="primary"
                loading={change.isPending}
                onClick={() => save({ rootCause: typed.trim() })}
              >
                {words.shell.save}
              </Button>
            </div>
          )}
        </>
      ) : (
        <p className="text">{problem.rootCause}</p>
      )}
    </section>
  )
}
