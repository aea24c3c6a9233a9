import { Button, Form, Input, Select, Switch } from 'antd'
import type { TemplateView } from '../../contract/categories.ts'
import { EditDialog } from '../ui/edit-dialog.tsx'
import { Icon } from '../ui/icon.tsx'
import { useWords } from '../words/words.tsx'
import { useSaveTemplate } from './queries.ts'
import { fromWritten, newField, toWritten, type WrittenTemplate } from './template-fields.ts'

const types = ['line', 'text', 'choice', 'when'] as const
const fieldsAtMost = 12

/** A form and its questions, in the order in which they are asked. */
export function TemplateForm({
  template,
  close,
}: {
  template: TemplateView | undefined
  close: () => void
}) {
  const words = useWords()
  const say = words.settings.templates
  const save = useSaveTemplate()
  const required = { required: true, whitespace: true, message: words.workspaces.required }
  return (
    <EditDialog<WrittenTemplate>
      title={template ? say.edit : say.add}
      width={680}
      initial={toWritten(template)}
      save={(written) =>
        save.mutateAsync({
          ...(template ? { templateId: template.id } : {}),
          body: fromWritten(written),
        })
      }
      close={close}
    >
      {(form) => (
        <>
          <div className="field-grid">
            <Form.Item name="name" label={say.name} rules={[required]}>
              <Input autoFocus maxLength={40} />
            </Form.Item>
            <Form.Item name="nameEn" label={say.nameEn}>
              <Input maxLength={40} />
            </Form.Item>
          </div>
          <Form.List name="fields">
            {(fields, { add, remove, move }) => (
              <>
                {fields.map((field, index) => (
                  <div key={field.key} className="field-card">
                    <div className="field-card-head">
                      <strong>{index + 1}</strong>
                      <Button
                        type="text"
                        size="small"
                        disabled={index === 0}
                        onClick={() => move(index, index - 1)}
                      >
                        {say.up}
                      </Button>
                      <Button
                        type="text"
                        size="small"
                        disabled={index === fields.length - 1}
                        onClick={() => move(index, index + 1)}
                      >
                        {say.down}
                      </Button>
                      <Button
                        type="text"
                        size="small"
                        icon={<Icon name="trash" size={14} />}
                        aria-label={say.removeField}
                        onClick={() => remove(index)}
                      />
                    </div>
                    <FieldInputs at={field.name} rule={required} />
                  </div>
                ))}
                <Button
                  block
                  type="dashed"
                  disabled={fields.length >= fieldsAtMost}
                  onClick={() => {
                    const taken = form.getFieldsValue().fields ?? []
                    add(newField(taken.map(({ key }) => key)))
                  }}
                >
                  {say.addField}
                </Button>
              </>
            )}
          </Form.List>
        </>
      )}
    </EditDialog>
  )
}

function FieldInputs({ at, rule }: { at: number; rule: object }) {
  const words = useWords()
  const say = words.settings.templates
  const type = Form.useWatch(['fields', at, 'type'])
  return (
    <div className="field-grid">
      <Form.Item name={[at, 'label']} label={say.label} rules={[rule]}>
        <Input maxLength={40} />
      </Form.Item>
      <Form.Item name={[at, 'labelEn']} label={say.labelEn}>
        <Input maxLength={80} />
      </Form.Item>
      <Form.Item name={[at, 'hint']} label={say.fieldHint}>
        <Input maxLength={120} />
      </Form.Item>
      <Form.Item name={[at, 'hintEn']} label={say.labelEn}>
        <Input maxLength={160} />
      </Form.Item>
      <Form.Item name={[at, 'type']} label={say.type}>
        <Select options={types.map((value) => ({ value, label: say.types[value] }))} />
      </Form.Item>
      <Form.Item
        name={[at, 'key']}
        label={say.key}
        rules={[{ required: true, pattern: /^[a-z][a-z0-9_]{0,39}$/, message: say.keyHint }]}
      >
        <Input maxLength={40} />
      </Form.Item>
      {type === 'choice' && (
        <Form.Item
          name={[at, 'choices']}
          label={say.choices}
          extra={say.choicesHint}
          rules={[rule]}
        >
          <Input.TextArea autoSize={{ minRows: 3, maxRows: 10 }} />
        </Form.Item>
      )}
      <Form.Item name={[at, 'required']} label={say.required} valuePropName="checked">
        <Switch />
      </Form.Item>
    </div>
  )
}
