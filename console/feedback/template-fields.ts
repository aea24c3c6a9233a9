/** A form as it is edited: empty boxes instead of nulls, choices as lines. Pure. */
import type { TemplateField, TemplateView } from '../../contract/categories.ts'

export interface WrittenField {
  key: string
  label: string
  labelEn: string
  hint: string
  hintEn: string
  type: TemplateField['type']
  choices: string
  required: boolean
}
export interface WrittenTemplate {
  name: string
  nameEn: string
  fields: WrittenField[]
}

export function toWritten(template: TemplateView | undefined): WrittenTemplate {
  return {
    name: template?.name ?? '',
    nameEn: template?.nameEn ?? '',
    fields: (template?.fields ?? []).map((field) => ({
      ...field,
      labelEn: field.labelEn ?? '',
      choices: field.choices.map(choiceLine).join('\n'),
    })),
  }
}

export function fromWritten({ name, nameEn, fields }: WrittenTemplate) {
  return {
    name,
    nameEn: nameEn.trim() || null,
    fields: fields.map((field) => ({
      ...field,
      labelEn: field.labelEn.trim() || null,
      choices: field.type === 'choice' ? choicesOf(field.choices) : [],
    })),
  }
}

/** `每次 | Always`; the English after a bar is optional. */
function choiceLine({ value, labelEn }: TemplateField['choices'][number]): string {
  return labelEn ? `${value} | ${labelEn}` : value
}

function choicesOf(lines: string): TemplateField['choices'] {
  return lines
    .split('\n')
    .map((line) => line.split('|').map((part) => part.trim()))
    .flatMap(([value = '', labelEn = '']) => (value ? [{ value, labelEn: labelEn || null }] : []))
}

export function newField(taken: string[]): WrittenField {
  let number = taken.length + 1
  while (taken.includes(`field_${number}`)) number += 1
  return {
    key: `field_${number}`,
    label: '',
    labelEn: '',
    hint: '',
    hintEn: '',
    type: 'line',
    choices: '',
    required: false,
  }
}
