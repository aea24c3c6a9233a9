import { Button } from 'antd'
import { useState } from 'react'
import type { TemplateView } from '../../contract/categories.ts'
import { ThingList } from '../ui/thing-list.tsx'
import { useName, useWords } from '../words/words.tsx'
import { useTemplates } from './queries.ts'
import { TemplateForm } from './template-form.tsx'

export function TemplatesSettings() {
  const words = useWords()
  const say = words.settings.templates
  const name = useName()
  const found = useTemplates()
  const [editing, edit] = useState<TemplateView | 'new' | null>(null)
  return (
    <ThingList
      title={words.settings.tabs.templates}
      hint={say.hint}
      add={say.add}
      onAdd={() => edit('new')}
      found={found}
      empty={say.empty}
      icon="file"
      line={(template) => (
        <>
          <span className="line-main">
            <strong>{name(template)}</strong>
            <span className="line-about">
              <span>{say.fieldCount(template.fields.length)}</span>
              <span className="clip">
                {template.fields
                  .map(({ label, labelEn }) => name({ name: label, nameEn: labelEn }))
                  .join(' · ')}
              </span>
            </span>
          </span>
          <Button onClick={() => edit(template)}>{words.shell.edit}</Button>
        </>
      )}
    >
      {editing && (
        <TemplateForm template={editing === 'new' ? undefined : editing} close={() => edit(null)} />
      )}
    </ThingList>
  )
}
