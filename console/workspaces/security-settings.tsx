import { Alert, App, Button, Checkbox, Form, Input } from 'antd'
import { useState } from 'react'
import { Page } from '../ui/page.tsx'
import { useWords } from '../words/words.tsx'
import { type AccountError, account } from './account.ts'
import { offline, refusal } from './account-refusal.ts'
import { Sessions } from './sessions.tsx'
import { TwoFactor } from './two-factor.tsx'

/** The account one has signed in with: the same in every workspace. */
export function SecuritySettings() {
  const words = useWords()
  return (
    <Page title={words.settings.tabs.security}>
      <TwoFactor />
      <PasswordChange />
      <Sessions />
    </Page>
  )
}

interface Written {
  current: string
  next: string
  others: boolean
}

function PasswordChange() {
  const words = useWords()
  const say = words.settings.security
  const { message } = App.useApp()
  const [form] = Form.useForm<Written>()
  const [error, setError] = useState<AccountError | null>(null)
  const [busy, setBusy] = useState(false)
  const change = async ({ current, next, others }: Written) => {
    setBusy(true)
    const { error: refused } = await account
      .changePassword({ currentPassword: current, newPassword: next, revokeOtherSessions: others })
      .catch(offline)
    setBusy(false)
    setError(refused)
    if (refused) return
    form.resetFields()
    message.success(say.changed)
  }
  return (
    <div className="card">
      <h2>{say.password}</h2>
      <Form<Written>
        form={form}
        layout="vertical"
        requiredMark={false}
        initialValues={{ others: true }}
        onFinish={change}
      >
        <div className="field-grid">
          <Form.Item
            name="current"
            label={say.current}
            rules={[{ required: true, message: words.workspaces.required }]}
          >
            <Input.Password autoComplete="current-password" maxLength={128} />
          </Form.Item>
          <Form.Item
            name="next"
            label={say.next}
            rules={[{ required: true, min: 10, message: words.workspaces.shortPassword }]}
          >
            <Input.Password autoComplete="new-password" maxLength={128} />
          </Form.Item>
        </div>
        <Form.Item name="others" valuePropName="checked">
          <Checkbox>{say.others}</Checkbox>
        </Form.Item>
        {error && <Alert type="error" showIcon title={refusal(error, words)} />}
        <Button htmlType="submit" loading={busy}>
          {say.password}
        </Button>
      </Form>
    </div>
  )
}
