import { Button, Form, Input, Select, Switch } from 'antd'
import { useState } from 'react'
import type { CategoryView } from '../../contract/categories.ts'
import { entries } from '../../contract/values.ts'
import { EditDialog } from '../ui/edit-dialog.tsx'
import { ThingList } from '../ui/thing-list.tsx'
import { useName, useWords } from '../words/words.tsx'
import { useMembers, useTeams } from '../workspaces/queries.ts'
import { useCategories, useSaveCategory, useTemplates } from './queries.ts'

export function CategoriesSettings() {
  const words = useWords()
  const say = words.settings.categories
  const name = useName()
  const found = useCategories()
  const templates = useTemplates().data ?? []
  const [editing, edit] = useState<CategoryView | 'new' | null>(null)
  const about = (category: CategoryView) => {
    const template = templates.find(({ id }) => id === category.templateId)
    const keeper = category.assignee?.name ?? category.team?.name
    return [
      words.labels.entry[category.entry],
      template ? say.withForm(name(template)) : say.noTemplate,
      ...(keeper ? [say.goesTo(keeper)] : []),
    ]
  }
  return (
    <ThingList
      title={words.settings.tabs.categories}
      hint={say.hint}
      add={say.add}
      onAdd={() => edit('new')}
      found={found}
      empty={say.empty}
      icon="move"
      line={(category) => (
        <>
          <span className="line-main">
            <span>
              <strong>{name(category)}</strong>{' '}
              {category.archived && <span className="tag">{say.archived}</span>}
            </span>
            <span className="line-about">
              {about(category).map((part) => (
                <span key={part}>{part}</span>
              ))}
            </span>
          </span>
          <Button onClick={() => edit(category)}>{words.shell.edit}</Button>
        </>
      )}
    >
      {editing && (
        <CategoryForm category={editing === 'new' ? undefined : editing} close={() => edit(null)} />
      )}
    </ThingList>
  )
}

function CategoryForm({
  category,
  close,
}: {
  category: CategoryView | undefined
  close: () => void
}) {
  const words = useWords()
  const say = words.settings.categories
  const name = useName()
  const save = useSaveCategory()
  const templates = useTemplates().data ?? []
  const teams = useTeams().data ?? []
  const members = (useMembers().data ?? []).filter(({ active }) => active)
  const initial = {
    name: category?.name ?? '',
    nameEn: category?.nameEn ?? '',
    entry: category?.entry ?? ('feedback' as const),
    templateId: category?.templateId ?? null,
    teamId: category?.team?.id ?? null,
    assigneeId: category?.assignee?.id ?? null,
    archived: category?.archived ?? false,
  }
  return (
    <EditDialog
      title={category ? say.edit : say.add}
      initial={initial}
      close={close}
      save={(written) => {
        const body = {
          ...written,
          nameEn: written.nameEn.trim() || null,
          templateId: written.templateId ?? null,
          teamId: written.teamId ?? null,
          assigneeId: written.assigneeId ?? null,
        }
        return save.mutateAsync({ ...(category ? { categoryId: category.id } : {}), body })
      }}
    >
      <div className="field-grid">
        <Form.Item
          name="name"
          label={say.name}
          rules={[{ required: true, whitespace: true, message: words.workspaces.required }]}
        >
          <Input autoFocus maxLength={40} />
        </Form.Item>
        <Form.Item name="nameEn" label={say.nameEn}>
          <Input maxLength={40} />
        </Form.Item>
        <Form.Item name="entry" label={say.entry}>
          <Select options={entries.map((value) => ({ value, label: words.labels.entry[value] }))} />
        </Form.Item>
        <Form.Item name="templateId" label={say.template}>
          <Select
            allowClear
            placeholder={say.noTemplate}
            options={templates.map((template) => ({ value: template.id, label: name(template) }))}
          />
        </Form.Item>
        <Form.Item name="teamId" label={say.team}>
          <Select
            allowClear
            placeholder={say.nobody}
            options={teams.map((team) => ({ value: team.id, label: team.name }))}
          />
        </Form.Item>
        <Form.Item name="assigneeId" label={say.assignee}>
          <Select
            allowClear
            placeholder={say.nobody}
            options={members.map((member) => ({ value: member.id, label: member.name }))}
          />
        </Form.Item>
      </div>
      {category && (
        <Form.Item name="archived" label={say.archive} valuePropName="checked">
          <Switch />
        </Form.Item>
      )}
    </EditDialog>
  )
}
