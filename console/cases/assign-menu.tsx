import { App } from 'antd'
import type { CaseDetail } from '../../contract/cases.ts'
import { useComplain } from '../ui/failure.tsx'
import { PickList, type PickOption } from '../ui/pick-list.tsx'
import { useWords } from '../words/words.tsx'
import { useMembers, useTeams } from '../workspaces/queries.ts'
import { useViewer } from '../workspaces/viewer.tsx'
import { useCaseChange, wasOvertaken } from './changes.ts'

export interface Assignment {
  teamId?: string | null
  assigneeId?: string | null
}

export function AssignMenu({ detail, done }: { detail: CaseDetail; done: () => void }) {
  const words = useWords()
  const complain = useComplain()
  const { message } = App.useApp()
  const assign = useCaseChange('assign', detail)
  const to = async (assignment: Assignment, name: string | null) => {
    done()
    try {
      await assign.mutateAsync(assignment)
      message.success(name ? words.cases.assign.done(name) : words.cases.assign.cleared)
    } catch (error) {
      if (!wasOvertaken(error)) complain(error)
    }
  }
  return <AssignPicker onPick={to} teamId={detail.team?.id} assigneeId={detail.assignee?.id} />
}

/** Me, a team, a member, or nobody. */
export function AssignPicker(props: {
  onPick: (assignment: Assignment, name: string | null) => void
  teamId?: string | undefined
  assigneeId?: string | undefined
}) {
  const words = useWords()
  const { member: me } = useViewer()
  const teams = useTeams().data ?? []
  const members = (useMembers().data ?? []).filter(({ active }) => active)
  const options: (PickOption & { assignment: Assignment; name: string | null })[] = [
    {
      key: 'me',
      label: words.cases.assign.toMe,
      icon: 'person',
      name: me.name,
      chosen: props.assigneeId === me.id,
      assignment: { assigneeId: me.id },
    },
    ...teams.map(({ id, name }) => ({
      key: id,
      label: name,
      group: words.cases.assign.team,
      chosen: id === props.teamId,
      name,
      assignment: { teamId: id, assigneeId: null },
    })),
    ...members.map(({ id, name, role }) => ({
      key: id,
      label: name,
      hint: words.labels.role[role],
      group: words.cases.assign.member,
      chosen: id === props.assigneeId,
      name,
      assignment: { assigneeId: id },
    })),
    {
      key: 'nobody',
      label: words.cases.assign.nobody,
      name: null,
      assignment: { assigneeId: null },
    },
  ]
  return (
    <PickList
      label={words.cases.assign.title}
      options={options}
      onPick={(key) => {
        const picked = options.find((option) => option.key === key)
        if (picked) props.onPick(picked.assignment, picked.name)
      }}
    />
  )
}
