import { Checkbox, Form, InputNumber, Switch } from 'antd'
import {
  type AssistantSettings,
  type AssistantView,
  assistantUses,
} from '../../contract/assistant.ts'
import { SaveForm } from '../ui/save-form.tsx'
import { useWords } from '../words/words.tsx'
import { useChangeAssistant } from './queries.ts'

/** The switch, the uses, the budget, the label. */
export function AssistantForm({ view }: { view: AssistantView }) {
  const say = useWords().assistant.settings
  const change = useChangeAssistant()
  const { active, uses, dayTokens, monthTokens, labelAnswers } = view
  const initial = { active, uses, dayTokens, monthTokens, labelAnswers }
  const budget = (name: 'dayTokens' | 'monthTokens') => (
    <Form.Item name={name} label={say[name]}>
      <InputNumber
        min={1000}
        max={1_000_000_000}
        precision={0}
        suffix={say.tokens}
        style={{ width: '100%' }}
      />
    </Form.Item>
  )
  return (
    <SaveForm<AssistantSettings> initial={initial} save={(body) => change.mutateAsync(body)}>
      <Form.Item name="active" label={say.active} extra={say.activeHint} valuePropName="checked">
        <Switch />
      </Form.Item>
      <Form.Item name="uses" label={say.usesTitle}>
        <Checkbox.Group className="assistant-use">
          {assistantUses.map((use) => (
            <Checkbox key={use} value={use}>
              {say.uses[use]}
              <div className="faint">{say.useHints[use]}</div>
            </Checkbox>
          ))}
        </Checkbox.Group>
      </Form.Item>
      <div className="field-grid">
        {budget('dayTokens')}
        {budget('monthTokens')}
      </div>
      <p className="faint assistant-limits">{say.unlimited}</p>
      <Form.Item
        name="labelAnswers"
        label={say.label}
        extra={say.labelHint}
        valuePropName="checked"
      >
        <Switch />
      </Form.Item>
    </SaveForm>
  )
}
