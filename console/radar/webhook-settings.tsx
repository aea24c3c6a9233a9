import { Alert, App, Button, Form, Input, Modal } from 'antd'
import { useState } from 'react'
import type { WebhookView } from '../../contract/webhooks.ts'
import { Copyable } from '../ui/copy.tsx'
import { EditDialog } from '../ui/edit-dialog.tsx'
import { Empty } from '../ui/empty.tsx'
import { Failure, useComplain } from '../ui/failure.tsx'
import { moment, useNow } from '../ui/moment.ts'
import { useWords } from '../words/words.tsx'
import { useZone } from '../workspaces/viewer.tsx'
import { WebhookLog } from './webhook-log.tsx'
import {
  useChangeWebhook,
  useCreateWebhook,
  useRemoveWebhook,
  useRotateWebhook,
  useTestWebhook,
  useWebhooks,
} from './webhook-queries.ts'

/** Where alerts are sent to, beside the console and mail. */
export function WebhookSettings() {
  const words = useWords()
  const say = words.radar.webhooks
  const found = useWebhooks()
  const create = useCreateWebhook()
  const [making, make] = useState(false)
  const [secret, setSecret] = useState<string | null>(null)
  return (
    <div className="card card-list">
      <div className="pad pad-acts">
        <h2>{say.title}</h2>
        <Button onClick={() => make(true)}>{say.add}</Button>
      </div>
      <p className="faint radar-lead">{say.hint}</p>
      {found.error && <Failure error={found.error} retry={() => found.refetch()} />}
      {found.data?.length === 0 && <Empty icon="link" title={say.empty} hint={say.emptyHint} />}
      {found.data?.map((webhook) => (
        <WebhookLine key={webhook.id} webhook={webhook} showSecret={setSecret} />
      ))}
      {making && (
        <EditDialog<{ url: string }>
          title={say.add}
          initial={{ url: '' }}
          save={async (body) => setSecret((await create.mutateAsync(body)).secret)}
          close={() => make(false)}
        >
          <UrlField />
        </EditDialog>
      )}
      {secret && <Secret secret={secret} close={() => setSecret(null)} />}
    </div>
  )
}

function UrlField() {
  const words = useWords()
  const say = words.radar.webhooks
  return (
    <Form.Item
      name="url"
      label={say.url}
      extra={say.urlHint}
      rules={[{ required: true, whitespace: true, message: words.workspaces.required }]}
    >
      <Input autoFocus maxLength={500} placeholder="https://" inputMode="url" />
    </Form.Item>
  )
}

function Secret({ secret, close }: { secret: string; close: () => void }) {
  const { radar, settings } = useWords()
  return (
    <Modal
      open
      title={radar.webhooks.secret}
      closable={false}
      mask={{ closable: false }}
      okText={settings.keys.done}
      onOk={close}
      cancelButtonProps={{ style: { display: 'none' } }}
    >
      <div className="enrol">
        <Alert type="warning" showIcon title={settings.keys.once} />
        <Copyable value={secret} />
        <p className="faint">{radar.webhooks.secretHint}</p>
      </div>
    </Modal>
  )
}

function WebhookLine(props: { webhook: WebhookView; showSecret: (secret: string) => void }) {
  const { webhook } = props
  const words = useWords()
  const say = words.radar.webhooks
  const zone = useZone()
  const now = useNow(60_000)
  const { message, modal } = App.useApp()
  const complain = useComplain()
  const [open, setOpen] = useState(false)
  const [editing, edit] = useState(false)
  const change = useChangeWebhook()
  const rotate = useRotateWebhook()
  const test = useTestWebhook()
  const remove = useRemoveWebhook()
  const at = (instant: string) => moment(instant, now, zone, words.time)
  const params = { webhookId: webhook.id }
  const askRotate = () =>
    modal.confirm({
      title: say.rotateConfirm,
      content: say.rotateHint,
      okText: say.rotate,
      onOk: () =>
        rotate.mutateAsync(webhook.id).then(({ secret }) => props.showSecret(secret), complain),
    })
  const askRemove = () =>
    modal.confirm({
      title: say.removeConfirm,
      okText: words.shell.remove,
      okButtonProps: { danger: true },
      onOk: () => remove.mutateAsync(webhook.id).then(() => {}, complain),
    })
  const runTest = () =>
    test.mutateAsync(webhook.id).then(() => {
      setOpen(true)
      message.success(say.tested)
    }, complain)
  const toggle = () =>
    change.mutateAsync({ params, body: { active: !webhook.active } }).then(() => {}, complain)
  return (
    <div className="webhook">
      <div className="line line-folds">
        <span className="line-main">
          <strong className="clip">{webhook.url}</strong>
          <span className="line-about">
            {!webhook.active && <span className="tone-warn">{say.off}</span>}
            <span className={webhook.lastSent?.ok === false ? 'tone-late' : ''}>
              {webhook.lastSent
                ? say.last(at(webhook.lastSent.at), webhook.lastSent.ok ? say.sent : say.notSent)
                : say.never}
            </span>
            {webhook.oldSecretUntil && <span>{say.both(at(webhook.oldSecretUntil))}</span>}
          </span>
        </span>
        <span className="line-acts webhook-acts">
          <Button type="text" onClick={() => setOpen(!open)} aria-expanded={open}>
            {say.log}
          </Button>
          <Button type="text" loading={test.isPending} onClick={runTest}>
            {say.test}
          </Button>
          <Button type="text" onClick={() => edit(true)}>
            {words.shell.edit}
          </Button>
          <Button type="text" onClick={toggle}>
            {webhook.active ? say.turnOff : say.turnOn}
          </Button>
          <Button type="text" onClick={askRotate}>
            {say.rotate}
          </Button>
          <Button type="text" onClick={askRemove}>
            {words.shell.remove}
          </Button>
        </span>
      </div>
      {open && <WebhookLog webhookId={webhook.id} />}
      {editing && (
        <EditDialog<{ url: string }>
          title={webhook.url}
          initial={{ url: webhook.url }}
          save={(body) => change.mutateAsync({ params, body })}
          close={() => edit(false)}
        >
          <UrlField />
        </EditDialog>
      )}
    </div>
  )
}
