import { useQueryClient } from '@tanstack/react-query'
import { Alert, App, Button, Form, Input, Modal, QRCode } from 'antd'
import { useState } from 'react'
import { Copyable, CopyButton } from '../ui/copy.tsx'
import { useWords } from '../words/words.tsx'
import { type AccountError, account } from './account.ts'
import { offline, refusal } from './account-refusal.ts'
import { useViewer } from './viewer.tsx'

type Step =
  | { step: 'password'; goal: 'enable' | 'disable' }
  | { step: 'scan'; uri: string; codes: string[] }
  | { step: 'codes'; codes: string[] }

/** The second step of signing in: turned on only after the authenticator has proved itself. */
export function TwoFactor() {
  const words = useWords()
  const say = words.settings.security
  const { twoFactor } = useViewer()
  const [step, setStep] = useState<Step | null>(null)
  return (
    <div className="card">
      <h2>
        {say.twoFactor}{' '}
        <span className={twoFactor ? 'tag tag-jade' : 'tag'}>{twoFactor ? say.on : say.off}</span>
      </h2>
      <p className="faint">{say.twoFactorHint}</p>
      <div className="settings-acts">
        {twoFactor ? (
          <Button danger onClick={() => setStep({ step: 'password', goal: 'disable' })}>
            {say.disable}
          </Button>
        ) : (
          <Button type="primary" onClick={() => setStep({ step: 'password', goal: 'enable' })}>
            {say.enable}
          </Button>
        )}
      </div>
      {step && (
        <Modal
          open
          title={say.twoFactor}
          footer={null}
          mask={{ closable: false }}
          onCancel={() => setStep(null)}
        >
          {step.step === 'password' && <PasswordStep goal={step.goal} to={setStep} />}
          {step.step === 'scan' && <ScanStep uri={step.uri} codes={step.codes} to={setStep} />}
          {step.step === 'codes' && <CodesStep codes={step.codes} to={setStep} />}
        </Modal>
      )}
    </div>
  )
}

type To = (step: Step | null) => void

function PasswordStep({ goal, to }: { goal: 'enable' | 'disable'; to: To }) {
  const words = useWords()
  const say = words.settings.security
  const queries = useQueryClient()
  const { message } = App.useApp()
  const [error, setError] = useState<AccountError | null>(null)
  const [busy, setBusy] = useState(false)
  const go = async ({ password }: { password: string }) => {
    setBusy(true)
    if (goal === 'disable') {
      const { error: refused } = await account.twoFactor.disable({ password }).catch(offline)
      setError(refused)
      if (!refused) {
        queries.invalidateQueries({ queryKey: ['viewer'] })
        message.success(say.disabled)
        to(null)
      }
    } else {
      const { data, error: refused } = await account.twoFactor.enable({ password }).catch(offline)
      setError(refused)
      if (data && 'totpURI' in data)
        to({ step: 'scan', uri: data.totpURI, codes: data.backupCodes })
    }
    setBusy(false)
  }
  return (
    <Form layout="vertical" requiredMark={false} onFinish={go}>
      <Form.Item
        name="password"
        label={say.confirmPassword}
        rules={[{ required: true, message: words.workspaces.required }]}
      >
        <Input.Password autoFocus autoComplete="current-password" />
      </Form.Item>
      {error && <Alert type="error" showIcon title={refusal(error, words)} />}
      <div className="ask-acts">
        <Button type="primary" danger={goal === 'disable'} htmlType="submit" loading={busy}>
          {goal === 'disable' ? say.disable : say.next2}
        </Button>
      </div>
    </Form>
  )
}

function ScanStep({ uri, codes, to }: { uri: string; codes: string[]; to: To }) {
  const words = useWords()
  const say = words.settings.security
  const [error, setError] = useState<AccountError | null>(null)
  const [busy, setBusy] = useState(false)
  const secret = new URL(uri).searchParams.get('secret') ?? ''
  const verify = async ({ code }: { code: string }) => {
    setBusy(true)
    const { error: refused } = await account.twoFactor
      .verifyTotp({ code: code.trim() })
      .catch(offline)
    setBusy(false)
    setError(refused)
    if (!refused) to({ step: 'codes', codes })
  }
  return (
    <Form layout="vertical" requiredMark={false} onFinish={verify} className="enrol">
      <strong>{say.scan}</strong>
      <QRCode type="svg" value={uri} size={188} color="#1c2127" bgColor="#ffffff" />
      <p className="faint">{say.scanHint}</p>
      <Copyable value={secret} shown={inFours(secret)} />
      <Form.Item
        name="code"
        label={say.enter}
        rules={[{ required: true, message: words.workspaces.required }]}
      >
        <Input autoFocus inputMode="numeric" autoComplete="one-time-code" maxLength={6} />
      </Form.Item>
      {error && <Alert type="error" showIcon title={refusal(error, words)} />}
      <div className="ask-acts">
        <Button type="primary" htmlType="submit" loading={busy}>
          {say.enable}
        </Button>
      </div>
    </Form>
  )
}

/** As one types it off a screen. */
function inFours(secret: string): string {
  return secret.replace(/(.{4})(?=.)/g, '$1 ')
}

function CodesStep({ codes, to }: { codes: string[]; to: To }) {
  const words = useWords()
  const say = words.settings.security
  const queries = useQueryClient()
  const done = () => {
    queries.invalidateQueries({ queryKey: ['viewer'] })
    to(null)
  }
  return (
    <div className="enrol">
      <Alert type="success" showIcon title={say.enabled} />
      <strong>{say.backup}</strong>
      <p className="faint">{say.backupHint}</p>
      <div className="codes">
        {codes.map((code) => (
          <span key={code}>{code}</span>
        ))}
      </div>
      <div className="ask-acts">
        <CopyButton value={codes.join('\n')} label={say.copyCodes} />
        <Button type="primary" onClick={done}>
          {words.settings.keys.done}
        </Button>
      </div>
    </div>
  )
}
