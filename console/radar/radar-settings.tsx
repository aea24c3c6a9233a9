import { Alert, App, Form, InputNumber, Select, Skeleton, Switch } from 'antd'
import type { RadarSettings as Settings } from '../../contract/radar.ts'
import { Failure, useComplain } from '../ui/failure.tsx'
import { Page } from '../ui/page.tsx'
import { SaveForm } from '../ui/save-form.tsx'
import { useWords } from '../words/words.tsx'
import { useMembers } from '../workspaces/queries.ts'
import { useMay } from '../workspaces/viewer.tsx'
import { useChangeRadarSettings, useRadarSettings, useWantMails } from './queries.ts'
import { WebhookSettings } from './webhook-settings.tsx'

interface Written {
  active: boolean
  leastCustomers: number
  recipientIds: string[]
}

/** Whom the radar tells, and when. */
export function RadarSettings() {
  const words = useWords()
  const say = words.radar.settingsPage
  const found = useRadarSettings()
  const mayManage = useMay('webhooks.manage')
  return (
    <Page title={words.settings.tabs.radar} hint={say.hint}>
      {found.isPending && <Skeleton active />}
      {found.error && <Failure error={found.error} retry={() => found.refetch()} />}
      {found.data && <MyMails settings={found.data} />}
      {found.data?.can.includes('change') && <Everybody settings={found.data} />}
      {mayManage && <WebhookSettings />}
    </Page>
  )
}

function MyMails({ settings }: { settings: Settings }) {
  const words = useWords()
  const say = words.radar.settingsPage
  const { message } = App.useApp()
  const complain = useComplain()
  const want = useWantMails()
  return (
    <div className="card">
      <div className="pad-acts">
        <h2>{say.mine}</h2>
        <Switch
          aria-label={say.mine}
          checked={settings.mailsMe}
          loading={want.isPending}
          onChange={(wanted) =>
            want.mutateAsync(wanted).then(() => void message.success(words.shell.saved), complain)
          }
        />
      </div>
      <p className="faint">{say.mineHint}</p>
      {!settings.mailWorks && <Alert type="warning" showIcon title={say.noMail} />}
    </div>
  )
}

function Everybody({ settings }: { settings: Settings }) {
  const words = useWords()
  const say = words.radar.settingsPage
  const change = useChangeRadarSettings()
  const members = (useMembers().data ?? []).filter(({ active }) => active)
  return (
    <div className="card">
      <h2>{say.everybody}</h2>
      <SaveForm<Written>
        key={settings.recipients.map(({ id }) => id).join()}
        initial={{
          active: settings.active,
          leastCustomers: settings.leastCustomers,
          recipientIds: settings.recipients.map(({ id }) => id),
        }}
        save={(body) => change.mutateAsync(body)}
      >
        <Form.Item name="active" label={say.active} valuePropName="checked">
          <Switch />
        </Form.Item>
        <Form.Item
          name="leastCustomers"
          label={say.least}
          extra={say.leastHint}
          rules={[{ required: true, message: words.workspaces.required }]}
        >
          <InputNumber min={5} max={100} precision={0} />
        </Form.Item>
        <Form.Item name="recipientIds" label={say.recipients} extra={say.recipientsHint}>
          <Select
            mode="multiple"
            showSearch={{ optionFilterProp: 'label' }}
            placeholder={say.nobody}
            options={members.map(({ id, name }) => ({ value: id, label: name }))}
          />
        </Form.Item>
      </SaveForm>
    </div>
  )
}
