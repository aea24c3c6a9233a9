import { Alert, App, Button, Form, Input, Modal, Radio } from 'antd'
import { type Role, roles } from '../../contract/roles.ts'
import { Copyable } from '../ui/copy.tsx'
import { explain, useComplain } from '../ui/failure.tsx'
import { moment, useNow } from '../ui/moment.ts'
import { useWords } from '../words/words.tsx'
import { useInvitations, useInvite, useRevokeInvitation } from './queries.ts'
import { useViewer, useZone } from './viewer.tsx'

/** Invitations that nobody has accepted yet. */
export function Invitations() {
  const words = useWords()
  const say = words.settings.members
  const zone = useZone()
  const now = useNow(60_000)
  const { modal } = App.useApp()
  const complain = useComplain()
  const found = useInvitations()
  const revoke = useRevokeInvitation()
  if (!found.data || found.data.length === 0) return null
  const ask = (invitationId: string) =>
    modal.confirm({
      title: say.revokeConfirm,
      okText: say.revoke,
      okButtonProps: { danger: true },
      onOk: () => revoke.mutateAsync(invitationId).then(() => {}, complain),
    })
  return (
    <div className="card card-list">
      <h2 className="pad-head">{say.invitations}</h2>
      {found.data.map((invitation) => (
        <div key={invitation.id} className="line">
          <span className="line-main">
            <strong>{invitation.email ?? say.anyone}</strong>
            <span className="line-about">
              <span>{words.labels.role[invitation.role]}</span>
              <span>{say.invitedBy(invitation.invitedBy)}</span>
              <span>{say.expires(moment(invitation.expiresAt, now, zone, words.time))}</span>
            </span>
          </span>
          <Button type="text" onClick={() => ask(invitation.id)}>
            {say.revoke}
          </Button>
        </div>
      ))}
    </div>
  )
}

/** Makes a link; it is shown once. */
export function InviteForm({ close }: { close: () => void }) {
  const words = useWords()
  const say = words.settings.members
  const { member } = useViewer()
  const [form] = Form.useForm<{ role: Role; email?: string }>()
  const invite = useInvite()
  const offered = roles.filter((role) => role !== 'owner' || member.role === 'owner')
  const link = invite.data?.link
  return (
    <Modal
      open
      title={say.invite}
      onCancel={close}
      mask={{ closable: !link }}
      okText={link ? words.shell.close : say.create}
      cancelButtonProps={link ? { style: { display: 'none' } } : {}}
      confirmLoading={invite.isPending}
      onOk={link ? close : form.submit}
    >
      {link ? (
        <div className="enrol">
          <Alert type="warning" showIcon title={say.linkOnce} />
          <Copyable value={link} />
        </div>
      ) : (
        <Form
          form={form}
          layout="vertical"
          requiredMark={false}
          initialValues={{ role: 'agent' }}
          onFinish={({ role, email }) => invite.mutate({ role, ...(email ? { email } : {}) })}
        >
          <p className="faint form-lead">{say.inviteHint}</p>
          <Form.Item name="role" label={say.role}>
            <Radio.Group
              vertical
              options={offered.map((value) => ({
                value,
                label: (
                  <>
                    {words.labels.role[value]}{' '}
                    <span className="faint">{words.labels.roleHint[value]}</span>
                  </>
                ),
              }))}
            />
          </Form.Item>
          <Form.Item
            name="email"
            label={say.email}
            extra={say.emailHint}
            rules={[{ type: 'email', message: words.workspaces.badEmail }]}
          >
            <Input type="email" maxLength={254} />
          </Form.Item>
          {invite.error && <Alert type="error" showIcon title={explain(invite.error, words)} />}
        </Form>
      )}
    </Modal>
  )
}
