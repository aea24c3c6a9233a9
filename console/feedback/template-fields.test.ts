import { expect, test } from 'vitest'
import { fromWritten, newField, toWritten } from './template-fields.ts'

const template = {
  id: '0197a3c0-0000-7000-8000-000000000001',
  name: '故障反馈',
  nameEn: null,
  fields: [
    {
      key: 'often',
      label: '频率',
      labelEn: 'How often',
      hint: '',
      hintEn: '',
      type: 'choice' as const,
      required: true,
      choices: [
        { value: '每次', labelEn: 'Always' },
        { value: '偶尔', labelEn: null },
      ],
    },
  ],
}

test('a form survives being edited without a change', () => {
  const { id: _, ...body } = template
  expect(fromWritten(toWritten(template))).toEqual(body)
})

test('empty lines are no choices, and only a choice has them', () => {
  const written = toWritten(template)
  const [field] = written.fields
  if (!field) throw new Error('no field')
  field.choices = '每次\n\n  偶尔 | Sometimes \n'
  expect(fromWritten(written).fields[0]?.choices).toEqual([
    { value: '每次', labelEn: null },
    { value: '偶尔', labelEn: 'Sometimes' },
  ])
  field.type = 'line'
  expect(fromWritten(written).fields[0]?.choices).toEqual([])
})

test('a new field takes a key nobody has', () => {
  expect(newField(['field_1', 'field_3']).key).toBe('field_4')
})
