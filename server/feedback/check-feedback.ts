/** Does what arrives fit? Pure: the rules that every channel shares. */

import type { TemplateField } from '../../contract/categories.ts'
import { type Answered, feedbackLimits } from '../../contract/feedback.ts'
import type { Catalogue } from './catalogue.ts'
import type { NewFeedback, Rejected } from './new-feedback.ts'

// biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what we refuse
const controlCharacters = /[\u0000-\u0008\u000B\u000C\u000E-\u001F\u007F]/
const longestKey = 300

/** The answers with the words they were asked with, or why it is refused. */
export function checkFeedback(catalogue: Catalogue, given: NewFeedback): Answered[] | Rejected {
  const flaw =
    flawOf('text', given.text, feedbackLimits.text) ??
    flawOf('submissionKey', given.submissionKey ?? '-', longestKey) ??
    flawInside('author', given.author) ??
    flawInside('context', given.context)
  if (flaw) return flaw
  const category = given.categoryId ? catalogue.categories.get(given.categoryId) : undefined
  if (given.categoryId && category?.entry !== given.entry)
    return rejected('category_unknown', 'categoryId')
  if (given.fields === undefined) return []
  const template = category?.templateId ? catalogue.templates.get(category.templateId) : undefined
  return answersOf(template?.fields ?? [], given.fields)
}

export function rejected(code: string, field: string): Rejected {
  return { state: 'rejected', code, field }
}

function answersOf(asked: TemplateField[], given: Record<string, string>): Answered[] | Rejected {
  const unknown = Object.keys(given).find((key) => !asked.some((field) => field.key === key))
  if (unknown !== undefined) return rejected('field_unknown', `fields.${unknown}`)
  const answers: Answered[] = []
  for (const field of asked) {
    const path = `fields.${field.key}`
    const value = given[field.key] ?? ''
    if (value === '') {
      if (field.required) return rejected('field_required', path)
      continue
    }
    const flaw = flawOf(path, value, feedbackLimits.field)
    if (flaw) return flaw
    if (field.type !== 'text' && value.includes('\n')) return rejected('line_break', path)
    if (field.type === 'choice' && !field.choices.some((choice) => choice.value === value))
      return rejected('choice_unknown', path)
    answers.push({ key: field.key, label: field.label, labelEn: field.labelEn, value })
  }
  return answers
}

function flawOf(field: string, value: string, longest: number): Rejected | undefined {
  if (value.trim() === '') return rejected('required', field)
  if (value.length > longest) return rejected('too_long', field)
  if (controlCharacters.test(value)) return rejected('control_characters', field)
  if (!value.isWellFormed()) return rejected('broken_characters', field)
  return undefined
}

function flawInside(name: string, values: object | undefined): Rejected | undefined {
  for (const [key, value] of Object.entries(values ?? {})) {
    if (typeof value !== 'string' || value === '') continue
    const flaw = flawOf(`${name}.${key}`, value, feedbackLimits.contextValue)
    if (flaw && flaw.code !== 'required') return flaw
  }
  return undefined
}
