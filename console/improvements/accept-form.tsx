import { Alert, App, Form, Input, Modal, Radio, Select } from 'antd'
import { useState } from 'react'
import type { CandidateView } from '../../contract/candidates.ts'
import { useGo } from '../go.tsx'
import { explain } from '../ui/failure.tsx'
import { useWords } from '../words/words.tsx'
import { useAcceptCandidate } from './candidate-queries.ts'
import { useProblems } from './queries.ts'

interface Written {
  to: 'new' | 'known'
  title: string
  description: string
  problemId?: string
}

/** A group becomes a problem: a new one, its name proposed, or one that is known. */
export function AcceptForm({ candidate, close }: { candidate: CandidateView; close: () => void }) {
  const words = useWords()
  const say = words.improvements
  const go = useGo()
  const { message } = App.useApp()
  const [form] = Form.useForm<Written>()
  const [typed, setTyped] = useState('')
  const found = useProblems(typed.trim() ? { q: typed.trim() } : {})
  const accept = useAcceptCandidate()
  const to = Form.useWatch('to', form) ?? 'new'
  const finish = async ({ title, description, problemId }: Written) => {
    const problem = await accept.mutateAsync({
      params: { candidateId: candidate.id },
      body: to === 'known' && problemId ? { problemId } : { title, description: description ?? '' },
    })
    message.success(say.accepted(candidate.cases))
    close()
    go(`problems/${problem.id}`)
  }
  return (
    <Modal
      open
      title={say.acceptTitle}
      okText={say.accept}
      confirmLoading={accept.isPending}
      onOk={form.submit}
      onCancel={close}
    >
      <p className="faint">{say.acceptHint(candidate.cases, candidate.customers)}</p>
      <Form<Written>
        form={form}
        layout="vertical"
        requiredMark={false}
        initialValues={{ to: 'new', title: candidate.title.slice(0, 120), description: '' }}
        onFinish={(written) => finish(written).catch(() => {})}
      >
        <Form.Item name="to">
          <Radio.Group
            options={[
              { value: 'new', label: say.asNew },
              { value: 'known', label: say.toKnown },
            ]}
          />
        </Form.Item>
        {to === 'new' ? (
          <>
            <Form.Item
              name="title"
              label={say.title}
              rules={[{ required: true, whitespace: true, message: words.workspaces.required }]}
            >
              <Input autoFocus maxLength={120} placeholder={say.titleHint} />
            </Form.Item>
            <Form.Item name="description" label={say.description}>
              <Input.TextArea maxLength={5000} autoSize={{ minRows: 2, maxRows: 10 }} />
            </Form.Item>
          </>
        ) : (
          <Form.Item
            name="problemId"
            label={say.problems}
            rules={[{ required: true, message: words.workspaces.required }]}
          >
            <Select
              placeholder={say.search}
              showSearch={{ filterOption: false, onSearch: setTyped }}
              loading={found.isFetching}
              options={(found.data ?? []).map(({ id, number, title }) => ({
                value: id,
                label: `#${number} ${title}`,
              }))}
            />
          </Form.Item>
        )}
        {accept.error && <Alert type="error" showIcon title={explain(accept.error, words)} />}
      </Form>
    </Modal>
  )
}
