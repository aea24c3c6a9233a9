import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { Alert, App, Checkbox, Form, Input, Modal, Skeleton } from 'antd'
import { useState } from 'react'
import type { CaseDetail } from '../../contract/cases.ts'
import { type ErasurePreview, eraseCustomer, previewErasure } from '../../contract/erasure.ts'
import { call } from '../api.ts'
import { explain, Failure } from '../ui/failure.tsx'
import { useWords } from '../words/words.tsx'
import { useAcceptCase } from './changes.ts'
import { ErasureCases, hasContent } from './erasure-cases.tsx'
import { caseKeys } from './queries.ts'

interface Written {
  reason: string
  sure: boolean
}

/** What would go at the customer's request is shown first; nobody brings it back. */
export function EraseDialog({ detail, close }: { detail: CaseDetail; close: () => void }) {
  const words = useWords()
  const say = words.cases.erasure
  const params = { caseId: detail.id }
  const queries = useQueryClient()
  const accept = useAcceptCase()
  const { message } = App.useApp()
  const [form] = Form.useForm<Written>()
  const [unchosen, setUnchosen] = useState<readonly string[]>([])
  const preview = useQuery({
    queryKey: caseKeys.erasure(detail.id),
    queryFn: () => call(previewErasure, { params }),
    staleTime: 0,
    gcTime: 0,
  })
  const erasable = (preview.data?.cases ?? []).filter(hasContent).map(({ id }) => id)
  const chosen = erasable.filter((id) => !unchosen.includes(id))
  const erase = useMutation({
    mutationFn: ({ reason }: Written) =>
      call(eraseCustomer, { params, body: { caseIds: chosen, reason } }),
    onSuccess: async (changed) => {
      accept(changed)
      message.success(say.finished)
      close()
      await queries.invalidateQueries({ queryKey: caseKeys.cases })
    },
  })
  return (
    <Modal
      open
      title={say.action}
      width={640}
      className="erasure"
      okText={say.confirm(chosen.length)}
      okButtonProps={{ danger: true, disabled: !preview.data, loading: erase.isPending }}
      cancelText={words.shell.cancel}
      onOk={form.submit}
      onCancel={close}
      mask={{ closable: false }}
    >
      {preview.error && <Failure error={preview.error} retry={() => preview.refetch()} />}
      {!preview.data && !preview.error && <Skeleton active />}
      {preview.data && (
        <Form<Written>
          form={form}
          layout="vertical"
          requiredMark={false}
          initialValues={{ reason: '', sure: false }}
          onFinish={(written) => erase.mutate(written)}
        >
          <h3>{say.goesAlways}</h3>
          <p>{contactsIn(preview.data, say, words.labels.identity)}</p>
          <ErasureCases
            preview={preview.data}
            chosen={chosen}
            choose={(ids) => setUnchosen(erasable.filter((id) => !ids.includes(id)))}
          />
          <p className="faint">{say.stays}</p>
          <Form.Item
            name="reason"
            label={say.reason}
            extra={say.reasonHint}
            rules={[{ required: true, whitespace: true, message: say.reasonMissing }]}
          >
            <Input maxLength={200} autoComplete="off" />
          </Form.Item>
          <Form.Item
            name="sure"
            valuePropName="checked"
            rules={[{ validator: async (_, is) => is || Promise.reject(say.sureMissing) }]}
          >
            <Checkbox>{say.sure}</Checkbox>
          </Form.Item>
          {erase.error && <Alert type="error" showIcon title={explain(erase.error, words)} />}
        </Form>
      )}
    </Modal>
  )
}

function contactsIn(
  { name, contacts }: ErasurePreview,
  say: { contacts: (listed: string) => string; noContacts: string },
  kinds: Record<string, string>,
): string {
  const listed = [
    ...(name ? [name] : []),
    ...contacts.map(({ kind, masked }) => `${kinds[kind] ?? kind} ${masked}`),
  ]
  return listed.length > 0 ? say.contacts(listed.join(' · ')) : say.noContacts
}
