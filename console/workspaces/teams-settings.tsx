import { Button, Form, Input, Select } from 'antd'
import { useState } from 'react'
import type { TeamView } from '../../contract/teams.ts'
import { EditDialog } from '../ui/edit-dialog.tsx'
import { ThingList } from '../ui/thing-list.tsx'
import { useWords } from '../words/words.tsx'
import { useMembers, useSaveTeam, useTeams } from './queries.ts'

export function TeamsSettings() {
  const words = useWords()
  const say = words.settings.teams
  const found = useTeams()
  const [editing, edit] = useState<TeamView | 'new' | null>(null)
  return (
    <ThingList
      title={words.settings.tabs.teams}
      hint={say.hint}
      add={say.add}
      onAdd={() => edit('new')}
      found={found}
      empty={say.empty}
      icon="people"
      line={(team) => (
        <>
          <span className="line-main">
            <strong>{team.name}</strong>
            <span className="line-about">
              <span>{say.count(team.members.length)}</span>
              <span className="clip">
                {team.members.map(({ name }) => name).join(words.shell.separator) || say.none}
              </span>
            </span>
          </span>
          <Button onClick={() => edit(team)}>{words.shell.edit}</Button>
        </>
      )}
    >
      {editing && (
        <TeamForm team={editing === 'new' ? undefined : editing} close={() => edit(null)} />
      )}
    </ThingList>
  )
}

function TeamForm({ team, close }: { team: TeamView | undefined; close: () => void }) {
  const words = useWords()
  const say = words.settings.teams
  const save = useSaveTeam()
  const members = useMembers().data ?? []
  return (
    <EditDialog
      title={team ? say.edit : say.add}
      initial={{ name: team?.name ?? '', memberIds: team?.members.map(({ id }) => id) ?? [] }}
      save={(body) => save.mutateAsync({ ...(team ? { teamId: team.id } : {}), body })}
      close={close}
    >
      <Form.Item
        name="name"
        label={say.name}
        rules={[{ required: true, whitespace: true, message: words.workspaces.required }]}
      >
        <Input autoFocus maxLength={40} />
      </Form.Item>
      <Form.Item name="memberIds" label={say.members}>
        <Select
          mode="multiple"
          showSearch={{ optionFilterProp: 'label' }}
          options={members
            .filter(({ active }) => active)
            .map(({ id, name }) => ({ value: id, label: name }))}
        />
      </Form.Item>
    </EditDialog>
  )
}
