import { Alert, App, Form, Input, Modal, Select } from 'antd'
import { useState } from 'react'
import type { ReleaseView } from '../../contract/improvements.ts'
import { explain } from '../ui/failure.tsx'
import { useWords } from '../words/words.tsx'
import { useProblems, useSaveRelease } from './queries.ts'

interface Written {
  name: string
  notes: string
  problemIds: string[]
}

/** Prepares a release; nothing is told until it is published. */
export function ReleaseForm(props: {
  release?: ReleaseView
  problemIds: string[]
  close: () => void
}) {
  const { release, close } = props
  const words = useWords()
  const say = words.improvements
  const { message } = App.useApp()
  const [form] = Form.useForm<Written>()
  const [typed, setTyped] = useState('')
  const found = useProblems(typed.trim() ? { q: typed.trim() } : {})
  const save = useSaveRelease()
  const finish = async (body: Written) => {
    await save.mutateAsync({ ...(release ? { releaseId: release.id } : {}), body })
    message.success(say.changed)
    close()
  }
  const open = (found.data ?? []).filter(({ state }) => state === 'open' || state === 'fixing')
  const known = [...(release?.problems ?? []), ...open]
  const options = [...new Map(known.map(({ id, number, title }) => [id, `#${number} ${title}`]))]
  return (
    <Modal
      open
      title={release ? say.editRelease : say.newRelease}
      okText={words.shell.save}
      confirmLoading={save.isPending}
      onOk={form.submit}
      onCancel={close}
      width={560}
    >
      <Form<Written>
        form={form}
        layout="vertical"
        requiredMark={false}
        initialValues={{
          name: release?.name ?? '',
          notes: release?.notes ?? '',
          problemIds: release?.problems.map(({ id }) => id) ?? props.problemIds,
        }}
        onFinish={(body) => finish(body).catch(() => {})}
      >
        <Form.Item
          name="name"
          label={say.version}
          rules={[{ required: true, whitespace: true, message: words.workspaces.required }]}
        >
          <Input autoFocus maxLength={40} placeholder={say.versionHint} />
        </Form.Item>
        <Form.Item name="problemIds" label={say.fixes}>
          <Select
            mode="multiple"
            placeholder={say.fixesHint}
            showSearch={{ filterOption: false, onSearch: setTyped }}
            loading={found.isFetching}
            options={options.map(([value, label]) => ({ value, label }))}
          />
        </Form.Item>
        <Form.Item name="notes" label={say.notes} extra={say.notesHint}>
          <Input.TextArea maxLength={5000} autoSize={{ minRows: 4, maxRows: 14 }} />
        </Form.Item>
        {save.error && <Alert type="error" showIcon title={explain(save.error, words)} />}
      </Form>
    </Modal>
  )
}
