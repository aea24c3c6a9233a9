import { useMutation } from '@tanstack/react-query'
import { Alert, Button, Form, Select } from 'antd'
import type { CallOf } from '../../contract/endpoint.ts'
import { businesses } from '../../contract/values.ts'
import { setUp } from '../../contract/workspaces.ts'
import { call } from '../api.ts'
import { inboxPage } from '../shell/navigation.ts'
import { explain } from '../ui/failure.tsx'
import { useLooks } from '../ui/theme.tsx'
import { useWords } from '../words/words.tsx'
import { account } from './account.ts'
import { Entrance } from './entrance.tsx'
import { EmailField, NameField, PasswordField } from './fields.tsx'
import { useSetup } from './queries.ts'

type SetUp = CallOf<typeof setUp>['body']

/** The first visit: a workspace, its owner, and presets for the business. */
export function SetupPage() {
  const words = useWords()
  const say = words.workspaces.setup
  const { locale } = useLooks()
  const setup = useSetup()
  const create = useMutation({
    mutationFn: async (body: SetUp) => {
      const { workspace } = await call(setUp, { body: { ...body, locale } })
      // Whether or not the server has signed the owner in already, this makes sure of it.
      await account.signIn.email({ email: body.email, password: body.password })
      return workspace
    },
    onSuccess: (workspace) => location.assign(`/console/w/${workspace}/${inboxPage}`),
  })
  if (setup.data && !setup.data.needed) {
    return (
      <Entrance title={say.already}>
        <Button type="primary" block href="/console/sign-in" style={{ marginTop: 18 }}>
          {say.toSignIn}
        </Button>
      </Entrance>
    )
  }
  return (
    <Entrance title={say.title} lead={say.lead}>
      <Form<SetUp>
        layout="vertical"
        requiredMark={false}
        initialValues={{ business: 'mini_program' }}
        onFinish={(body) => create.mutate(body)}
      >
        <NameField name="workspaceName" label={say.workspace} hint={say.workspaceHint} autoFocus />
        <Form.Item name="business" label={say.business} extra={say.businessHint}>
          <Select
            options={businesses.map((value) => ({ value, label: words.labels.business[value] }))}
          />
        </Form.Item>
        <NameField name="ownerName" label={say.ownerName} />
        <EmailField label={say.email} />
        <PasswordField label={say.password} hint={say.passwordHint} made="now" />
        {create.error && <Alert type="error" showIcon title={explain(create.error, words)} />}
        <Button type="primary" htmlType="submit" block size="large" loading={create.isPending}>
          {say.submit}
        </Button>
      </Form>
    </Entrance>
  )
}
