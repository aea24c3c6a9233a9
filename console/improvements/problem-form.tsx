import { Alert, App, Form, Input, Modal } from 'antd'
import type { ProblemView } from '../../contract/improvements.ts'
import { explain } from '../ui/failure.tsx'
import { useWords } from '../words/words.tsx'
import { useChangeProblem, useCreateProblem } from './queries.ts'

interface Written {
  title: string
  description: string
}

/** Names a problem, or renames a known one. */
export function ProblemForm(props: {
  problem?: ProblemView
  close: () => void
  created?: (problemId: string) => void
}) {
  const { problem, close } = props
  const words = useWords()
  const say = words.improvements
  const { message } = App.useApp()
  const [form] = Form.useForm<Written>()
  const create = useCreateProblem()
  const change = useChangeProblem()
  const error = create.error ?? change.error
  const save = async (body: Written) => {
    const saved = problem
      ? await change.mutateAsync({ params: { problemId: problem.id }, body })
      : await create.mutateAsync(body)
    message.success(problem ? say.changed : say.created)
    close()
    if (!problem) props.created?.(saved.id)
  }
  return (
    <Modal
      open
      title={problem ? problem.title : say.newProblem}
      okText={words.shell.save}
      confirmLoading={create.isPending || change.isPending}
      onOk={form.submit}
      onCancel={close}
    >
      <Form<Written>
        form={form}
        layout="vertical"
        requiredMark={false}
        initialValues={{ title: problem?.title ?? '', description: problem?.description ?? '' }}
        onFinish={(body) => save(body).catch(() => {})}
      >
        <Form.Item
          name="title"
          label={say.title}
          rules={[{ required: true, whitespace: true, message: words.workspaces.required }]}
        >
          <Input autoFocus maxLength={120} placeholder={say.titleHint} />
        </Form.Item>
        <Form.Item name="description" label={say.description}>
          <Input.TextArea
            maxLength={5000}
            autoSize={{ minRows: 4, maxRows: 14 }}
            placeholder={say.descriptionHint}
          />
        </Form.Item>
        {error && <Alert type="error" showIcon title={explain(error, words)} />}
      </Form>
    </Modal>
  )
}
