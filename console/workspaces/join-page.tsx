import { useMutation } from '@tanstack/react-query'
import { useParams } from '@tanstack/react-router'
import { Alert, Button, Form, Skeleton } from 'antd'
import { CallError } from '../../contract/client.ts'
import type { CallOf } from '../../contract/endpoint.ts'
import { acceptInvitation } from '../../contract/members.ts'
import { call } from '../api.ts'
import { explain } from '../ui/failure.tsx'
import { useWords } from '../words/words.tsx'
import { account } from './account.ts'
import { Entrance } from './entrance.tsx'
import { EmailField, NameField, PasswordField } from './fields.tsx'
import { useInvitation } from './queries.ts'

type Joining = CallOf<typeof acceptInvitation>['body']

/** Behind an invitation link. */
export function JoinPage() {
  const words = useWords()
  const say = words.workspaces.join
  const { token = '' } = useParams({ strict: false })
  const invitation = useInvitation(token)
  const join = useMutation({
    mutationFn: async (body: Joining) => {
      const { workspace } = await call(acceptInvitation, { params: { token }, body })
      const { data } = await account.signIn.email({ email: body.email, password: body.password })
      return {
        workspace,
        second: Boolean(data && 'twoFactorRedirect' in data && data.twoFactorRedirect),
      }
    },
    onSuccess: ({ workspace, second }) =>
      location.assign(
        second ? '/console/sign-in' : `/console/w/${workspace}/inbox?view=open&sort=due`,
      ),
  })
  if (invitation.error) {
    const status = invitation.error instanceof CallError ? invitation.error.status : 500
    const hint = status >= 400 && status < 500 ? say.goneHint : explain(invitation.error, words)
    return (
      <Entrance title={say.gone} lead={hint}>
        <Button block href="/console/sign-in" style={{ marginTop: 18 }}>
          {words.workspaces.signIn.title}
        </Button>
      </Entrance>
    )
  }
  const offer = invitation.data
  if (!offer)
    return (
      <Entrance title="">
        <Skeleton active />
      </Entrance>
    )
  return (
    <Entrance
      title={say.title(offer.workspaceName)}
      lead={say.lead(offer.invitedBy, words.labels.role[offer.role])}
    >
      <Form<Joining>
        layout="vertical"
        requiredMark={false}
        initialValues={{ email: offer.email ?? '' }}
        onFinish={(body) => join.mutate(body)}
      >
        <NameField name="name" label={say.name} autoFocus />
        <EmailField label={say.email} disabled={offer.email !== null} />
        <PasswordField label={say.password} hint={say.passwordHint} made="now" />
        {join.error && <Alert type="error" showIcon title={explain(join.error, words)} />}
        <Button type="primary" htmlType="submit" block size="large" loading={join.isPending}>
          {say.submit}
        </Button>
      </Form>
    </Entrance>
  )
}
