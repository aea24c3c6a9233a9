import { Form, Input, InputNumber, Select, Skeleton, Switch } from 'antd'
import type { SurveySettings } from '../../contract/followups.ts'
import { Failure } from '../ui/failure.tsx'
import { Page } from '../ui/page.tsx'
import { SaveForm } from '../ui/save-form.tsx'
import { useWords } from '../words/words.tsx'
import { useChangeSurvey, useSurvey } from './queries.ts'

export function SurveySettingsForm() {
  const words = useWords()
  const say = words.settings.survey
  const found = useSurvey()
  const change = useChangeSurvey()
  const required = { required: true, message: words.workspaces.required }
  const line = (name: keyof SurveySettings, label: string, maxLength: number) => (
    <Form.Item name={name} label={label} rules={[{ ...required, whitespace: true }]}>
      <Input maxLength={maxLength} />
    </Form.Item>
  )
  return (
    <Page title={words.settings.tabs.survey} hint={say.hint}>
      {found.isPending && <Skeleton active />}
      {found.error && <Failure error={found.error} retry={() => found.refetch()} />}
      {found.data && (
        <div className="card">
          <SaveForm<SurveySettings> initial={found.data} save={(body) => change.mutateAsync(body)}>
            <Form.Item name="active" label={say.active} valuePropName="checked">
              <Switch />
            </Form.Item>
            <div className="field-grid">
              <Form.Item name="delayHours" label={say.delay} rules={[required]}>
                <InputNumber min={0} max={1440} precision={0} suffix={say.hours} />
              </Form.Item>
              <Form.Item name="openDays" label={say.open} rules={[required]}>
                <InputNumber min={1} max={90} precision={0} suffix={say.days} />
              </Form.Item>
              {line('scoreQuestion', say.score, 100)}
              {line('scoreQuestionEn', say.scoreEn, 160)}
              {line('openQuestion', say.question, 100)}
              {line('openQuestionEn', say.questionEn, 160)}
            </div>
            <Form.Item name="lowScore" label={say.low} extra={say.lowHint}>
              <Select
                style={{ width: 200 }}
                options={[0, 1, 2, 3, 4].map((value) => ({
                  value,
                  label: value === 0 ? say.never : say.upTo(value),
                }))}
              />
            </Form.Item>
          </SaveForm>
        </div>
      )}
    </Page>
  )
}
