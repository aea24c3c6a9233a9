import { Alert, Button, Checkbox, Form, Input } from 'antd'
import { useState } from 'react'
import { useWords } from '../words/words.tsx'
import { type AccountError, account } from './account.ts'
import { offline, refusal } from './account-refusal.ts'
import { Entrance } from './entrance.tsx'

/** The code of the authenticator, or one of the backup codes. */
export function SecondStep({ enter, startOver }: { enter: () => void; startOver: () => void }) {
  const words = useWords()
  const say = words.workspaces.signIn
  const [way, setWay] = useState<'totp' | 'backup'>('totp')
  const [error, setError] = useState<AccountError | null>(null)
  const [busy, setBusy] = useState(false)
  const verify = async ({ code, trust }: { code: string; trust?: boolean }) => {
    setBusy(true)
    const body = { code: code.trim(), trustDevice: trust ?? false }
    const { error: refused } = await (way === 'totp'
      ? account.twoFactor.verifyTotp(body)
      : account.twoFactor.verifyBackupCode(body)
    ).catch(offline)
    setBusy(false)
    setError(refused)
    if (!refused) enter()
  }
  return (
    <Entrance title={say.second} lead={way === 'totp' ? say.code : say.backupCode}>
      <Form key={way} layout="vertical" requiredMark={false} onFinish={verify}>
        <Form.Item
          name="code"
          rules={[{ required: true, whitespace: true, message: words.workspaces.required }]}
        >
          <Input
            autoFocus
            size="large"
            aria-label={way === 'totp' ? say.code : say.backupCode}
            autoComplete="one-time-code"
            inputMode={way === 'totp' ? 'numeric' : 'text'}
            maxLength={way === 'totp' ? 6 : 40}
          />
        </Form.Item>
        <Form.Item name="trust" valuePropName="checked">
          <Checkbox>{say.trust}</Checkbox>
        </Form.Item>
        {error && <Alert type="error" showIcon title={refusal(error, words)} />}
        <Button type="primary" htmlType="submit" block size="large" loading={busy}>
          {say.verify}
        </Button>
      </Form>
      <p className="entrance-foot">
        <Button
          type="link"
          size="small"
          onClick={() => {
            setError(null)
            setWay(way === 'totp' ? 'backup' : 'totp')
          }}
        >
          {way === 'totp' ? say.useBackup : say.useCode}
        </Button>
        <Button type="link" size="small" onClick={startOver}>
          {say.startOver}
        </Button>
      </p>
    </Entrance>
  )
}
