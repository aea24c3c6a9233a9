import { Alert, App, Button, Checkbox, Form, Input, Modal } from 'antd'
import { useState } from 'react'
import { type Scope, scopes } from '../../contract/endpoint.ts'
import type { KeyView } from '../../contract/members.ts'
import { Copyable } from '../ui/copy.tsx'
import { explain, useComplain } from '../ui/failure.tsx'
import { moment, useNow } from '../ui/moment.ts'
import { ThingList } from '../ui/thing-list.tsx'
import { useWords } from '../words/words.tsx'
import { useCreateKey, useKeys, useRevokeKey } from './queries.ts'
import { useZone } from './viewer.tsx'

export function KeysSettings() {
  const words = useWords()
  const say = words.settings.keys
  const found = useKeys()
  const [making, make] = useState(false)
  return (
    <ThingList
      title={words.settings.tabs.keys}
      hint={say.hint}
      add={say.add}
      onAdd={() => make(true)}
      found={found}
      empty={say.empty}
      icon="link"
      line={(key) => <KeyLine apiKey={key} />}
    >
      {making && <KeyForm close={() => make(false)} />}
    </ThingList>
  )
}

function KeyLine({ apiKey }: { apiKey: KeyView }) {
  const words = useWords()
  const say = words.settings.keys
  const zone = useZone()
  const now = useNow(60_000)
  const { modal } = App.useApp()
  const complain = useComplain()
  const revoke = useRevokeKey()
  const at = (instant: string) => moment(instant, now, zone, words.time)
  const ask = () =>
    modal.confirm({
      title: say.revokeConfirm(apiKey.name),
      okText: say.revoke,
      okButtonProps: { danger: true },
      onOk: () => revoke.mutateAsync(apiKey.id).then(() => {}, complain),
    })
  return (
    <>
      <span className="line-main">
        <span>
          <strong>{apiKey.name}</strong> <code className="faint">{apiKey.start}…</code>
        </span>
        <span className="line-about">
          <span>{apiKey.scopes.map((scope) => say.scope[scope]).join(words.shell.separator)}</span>
          <span>{say.by(apiKey.createdBy, at(apiKey.createdAt))}</span>
          {!apiKey.creatorActive && <span className="tone-warn">{say.byFormer}</span>}
          <span>{apiKey.lastUsedAt ? say.lastUsed(at(apiKey.lastUsedAt)) : say.neverUsed}</span>
        </span>
      </span>
      <Button type="text" onClick={ask}>
        {say.revoke}
      </Button>
    </>
  )
}

function KeyForm({ close }: { close: () => void }) {
  const words = useWords()
  const say = words.settings.keys
  const [form] = Form.useForm<{ name: string; scopes: Scope[] }>()
  const create = useCreateKey()
  const secret = create.data?.secret
  return (
    <Modal
      open
      title={say.add}
      onCancel={close}
      mask={{ closable: false }}
      closable={!secret}
      okText={secret ? say.done : words.shell.create}
      cancelButtonProps={secret ? { style: { display: 'none' } } : {}}
      confirmLoading={create.isPending}
      onOk={secret ? close : form.submit}
    >
      {secret ? (
        <div className="enrol">
          <Alert type="warning" showIcon title={say.once} />
          <Copyable value={secret} />
        </div>
      ) : (
        <Form
          form={form}
          layout="vertical"
          requiredMark={false}
          initialValues={{ scopes: ['feedback:write'] }}
          onFinish={(body) => create.mutate(body)}
        >
          <Form.Item
            name="name"
            label={say.name}
            rules={[{ required: true, whitespace: true, message: words.workspaces.required }]}
          >
            <Input autoFocus maxLength={60} placeholder={say.nameHint} />
          </Form.Item>
          <Form.Item
            name="scopes"
            label={say.scopes}
            rules={[{ required: true, message: words.workspaces.required }]}
          >
            <Checkbox.Group options={scopes.map((value) => ({ value, label: say.scope[value] }))} />
          </Form.Item>
          {create.error && <Alert type="error" showIcon title={explain(create.error, words)} />}
        </Form>
      )}
    </Modal>
  )
}
