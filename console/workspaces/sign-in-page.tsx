import { useSearch } from '@tanstack/react-router'
import { Alert, Button, Form } from 'antd'
import { useEffect, useState } from 'react'
import { safeReturn } from '../session.ts'
import { useWords } from '../words/words.tsx'
import { type AccountError, account } from './account.ts'
import { offline, refusal } from './account-refusal.ts'
import { Entrance } from './entrance.tsx'
import { EmailField, PasswordField } from './fields.tsx'
import { useSetup } from './queries.ts'
import { SecondStep } from './second-step.tsx'

/** Password, second step where there is one, then back to where one wanted to be. */
export function SignInPage() {
  const words = useWords()
  const say = words.workspaces.signIn
  const search = useSearch({ strict: false }) as { back?: string }
  const [second, setSecond] = useState(false)
  const [error, setError] = useState<AccountError | null>(null)
  const [busy, setBusy] = useState(false)
  const setup = useSetup()
  useEffect(() => {
    if (setup.data?.needed) location.replace('/console/setup')
  }, [setup.data])
  const enter = () => location.assign(safeReturn(search.back))

  const signIn = async (body: { email: string; password: string }) => {
    setBusy(true)
    const { data, error: refused } = await account.signIn.email(body).catch(offline)
    setBusy(false)
    setError(refused)
    if (refused) return
    if (data && 'twoFactorRedirect' in data && data.twoFactorRedirect) setSecond(true)
    else enter()
  }
  if (second) return <SecondStep enter={enter} startOver={() => setSecond(false)} />
  return (
    <Entrance title={say.title}>
      <Form layout="vertical" requiredMark={false} onFinish={signIn}>
        <EmailField label={say.email} autoFocus />
        <PasswordField label={say.password} made="before" />
        {error && <Alert type="error" showIcon title={refusal(error, words)} />}
        <Button type="primary" htmlType="submit" block size="large" loading={busy}>
          {say.submit}
        </Button>
        <p className="faint entrance-foot">{say.forgot}</p>
      </Form>
    </Entrance>
  )
}
