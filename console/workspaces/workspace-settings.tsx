import { Form, Input, InputNumber, Select, Space } from 'antd'
import { locales } from '../../contract/values.ts'
import type { Settings } from '../../contract/workspaces.ts'
import { Copyable } from '../ui/copy.tsx'
import { Page } from '../ui/page.tsx'
import { SaveForm } from '../ui/save-form.tsx'
import { useWords } from '../words/words.tsx'
import { useChangeSettings } from './queries.ts'
import { useViewer } from './viewer.tsx'

type Written = Pick<
  Settings,
  'name' | 'locale' | 'timeZone' | 'greeting' | 'contactRetentionDays'
> & {
  amount: number
  unit: 'minutes' | 'hours'
  goalPercent: number
}

export function WorkspaceSettings() {
  const words = useWords()
  const say = words.settings.workspace
  const { workspace } = useViewer()
  const change = useChangeSettings()
  const address = `${location.origin}/p/${workspace.slug}`
  const whole = workspace.promiseMinutes % 60 === 0
  const initial: Written = {
    name: workspace.name,
    locale: workspace.locale,
    timeZone: workspace.timeZone,
    greeting: workspace.greeting,
    contactRetentionDays: workspace.contactRetentionDays,
    amount: whole ? workspace.promiseMinutes / 60 : workspace.promiseMinutes,
    unit: whole ? 'hours' : 'minutes',
    goalPercent: Math.round(workspace.replyGoal * 1000) / 10,
  }
  const save = ({ amount, unit, goalPercent, ...rest }: Written) =>
    change.mutateAsync({
      ...rest,
      promiseMinutes: unit === 'hours' ? amount * 60 : amount,
      replyGoal: Math.round(goalPercent * 10) / 1000,
    })
  const zones = Intl.supportedValuesOf('timeZone')
  return (
    <Page title={words.settings.tabs.workspace}>
      <div className="card">
        <h2>{say.address}</h2>
        <Copyable value={address} />
        <p className="faint">
          {say.addressHint}{' '}
          <a href={address} target="_blank" rel="noreferrer">
            {say.open}
          </a>
        </p>
      </div>
      <div className="card">
        <SaveForm<Written> initial={initial} save={save}>
          <Form.Item
            name="name"
            label={say.name}
            extra={say.nameHint}
            rules={[{ required: true, whitespace: true, message: words.workspaces.required }]}
          >
            <Input maxLength={40} />
          </Form.Item>
          <Form.Item label={say.promise} extra={say.promiseHint}>
            <Space.Compact>
              <Form.Item name="amount" noStyle rules={[{ required: true }]}>
                <InputNumber min={1} max={43200} precision={0} aria-label={say.promise} />
              </Form.Item>
              <Form.Item name="unit" noStyle>
                <Select
                  aria-label={say.promise}
                  options={(['minutes', 'hours'] as const).map((value) => ({
                    value,
                    label: say[value],
                  }))}
                />
              </Form.Item>
            </Space.Compact>
          </Form.Item>
          <Form.Item
            name="goalPercent"
            label={say.goal}
            extra={say.goalHint}
            rules={[{ required: true }]}
          >
            <InputNumber min={50} max={100} suffix="%" />
          </Form.Item>
          <Form.Item name="greeting" label={say.greeting} extra={say.greetingHint}>
            <Input.TextArea maxLength={200} autoSize={{ minRows: 2, maxRows: 5 }} />
          </Form.Item>
          <Form.Item
            name="contactRetentionDays"
            label={say.retention}
            extra={say.retentionHint}
            rules={[{ required: true }]}
          >
            <InputNumber min={30} max={3650} precision={0} suffix={say.days} />
          </Form.Item>
          <div className="field-grid">
            <Form.Item name="locale" label={say.locale}>
              <Select
                options={locales.map((value) => ({
                  value,
                  label: value === 'en' ? say.english : say.chinese,
                }))}
              />
            </Form.Item>
            <Form.Item name="timeZone" label={say.timeZone}>
              <Select showSearch options={zones.map((value) => ({ value, label: value }))} />
            </Form.Item>
          </div>
        </SaveForm>
      </div>
    </Page>
  )
}
