import { App, Button, Select, Skeleton } from 'antd'
import { useState } from 'react'
import type { MemberView } from '../../contract/members.ts'
import { type Role, roles } from '../../contract/roles.ts'
import { Failure, useComplain } from '../ui/failure.tsx'
import { moment, useNow } from '../ui/moment.ts'
import { Page } from '../ui/page.tsx'
import { useWords } from '../words/words.tsx'
import { Invitations, InviteForm } from './invitations.tsx'
import { useChangeMember, useMembers } from './queries.ts'
import { useMay, useViewer, useZone } from './viewer.tsx'

export function MembersSettings() {
  const words = useWords()
  const say = words.settings.members
  const mayManage = useMay('members.manage')
  const found = useMembers()
  const [inviting, invite] = useState(false)
  return (
    <Page
      title={words.settings.tabs.members}
      hint={say.hint}
      acts={
        mayManage && (
          <Button type="primary" onClick={() => invite(true)}>
            {say.invite}
          </Button>
        )
      }
    >
      <div className="card card-list">
        {found.isPending && <Skeleton active className="pad" />}
        {found.error && <Failure error={found.error} retry={() => found.refetch()} />}
        {found.data?.map((member) => (
          <MemberLine key={member.id} member={member} />
        ))}
      </div>
      {mayManage && <Invitations />}
      {inviting && <InviteForm close={() => invite(false)} />}
    </Page>
  )
}

function MemberLine({ member }: { member: MemberView }) {
  const words = useWords()
  const say = words.settings.members
  const zone = useZone()
  const now = useNow(60_000)
  const { member: me } = useViewer()
  const { message, modal } = App.useApp()
  const complain = useComplain()
  const change = useChangeMember()
  const save = (body: { role?: Role; active?: boolean }) =>
    change
      .mutateAsync({ params: { memberId: member.id }, body })
      .then(() => void message.success(say.changed), complain)
  const deactivate = () =>
    modal.confirm({
      title: say.deactivateConfirm(member.name),
      okText: say.deactivate,
      okButtonProps: { danger: true },
      onOk: () => save({ active: false }),
    })
  return (
    <div className="line line-folds">
      <span className="line-main">
        <span>
          <strong>{member.name}</strong>{' '}
          {member.id === me.id && <span className="tag tag-jade">{say.you}</span>}{' '}
          {!member.active && <span className="tag">{say.inactive}</span>}
        </span>
        <span className="line-about">
          <span>{member.email}</span>
          {member.teams.length > 0 && (
            <span>{member.teams.map(({ name }) => name).join(words.shell.separator)}</span>
          )}
          <span>
            {member.lastSeenAt
              ? `${say.lastSeen} ${moment(member.lastSeenAt, now, zone, words.time)}`
              : say.never}
          </span>
        </span>
      </span>
      <span className="line-acts">
        {member.can.includes('changeRole') ? (
          <Select
            aria-label={say.role}
            value={member.role}
            popupMatchSelectWidth={false}
            options={roles.map((value) => ({
              value,
              label: words.labels.role[value],
              title: words.labels.roleHint[value],
            }))}
            onChange={(role) => save({ role })}
          />
        ) : (
          <span className="faint">{words.labels.role[member.role]}</span>
        )}
        {member.can.includes('deactivate') && (
          <Button type="text" onClick={deactivate}>
            {say.deactivate}
          </Button>
        )}
        {member.can.includes('activate') && (
          <Button type="text" onClick={() => save({ active: true })}>
            {say.activate}
          </Button>
        )}
      </span>
    </div>
  )
}
