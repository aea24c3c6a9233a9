/** From a draft to what the server takes, and what has to be put right before. */

import type { TemplateField } from '../../contract/categories.ts'
import type { CallOf } from '../../contract/endpoint.ts'
import type { FieldProblem } from '../../contract/errors.ts'
import type { PortalView, submitFeedback } from '../../contract/feedback.ts'
import type { Locale } from '../../contract/values.ts'
import type { Draft } from './draft.ts'

export type SubmissionBody = CallOf<typeof submitFeedback>['body']

/** Path of the input (`text`, `fields.order_no`, `contact.email`) → what is wrong with it. */
export type Faults = Record<string, FaultCode>
export type FaultCode =
  | 'required'
  | 'required_text'
  | 'required_choice'
  | 'too_long'
  | 'too_short'
  | 'email'
  | 'phone'
  | 'line_break'
  | 'characters'
  | 'other'

const FIELD_LIMIT = 2000
const NAME_LIMIT = 40
const EMAIL = /^[^\s@]+@[^\s@]+\.[^\s@]{2,}$/
const PHONE = /^\+?[0-9][0-9 -]{4,24}$/

/** The questions of the chosen category. */
export function fieldsOf(portal: PortalView, draft: Draft): TemplateField[] {
  const category = categoriesOf(portal, draft).find(({ id }) => id === draft.categoryId)
  return portal.templates.find(({ id }) => id === category?.templateId)?.fields ?? []
}

export function categoriesOf(portal: PortalView, draft: Pick<Draft, 'entry'>) {
  return portal.categories.filter(({ entry }) => entry === draft.entry)
}

export function faultsOf(portal: PortalView, draft: Draft): Faults {
  const faults: Faults = {}
  if (draft.text.trim() === '') faults.text = 'required_text'
  else if (draft.text.trim().length > portal.limits.text) faults.text = 'too_long'
  for (const field of fieldsOf(portal, draft)) {
    const answer = (draft.fields[field.key] ?? '').trim()
    if (field.required && answer === '') {
      faults[`fields.${field.key}`] = field.type === 'choice' ? 'required_choice' : 'required'
    } else if (answer.length > FIELD_LIMIT) faults[`fields.${field.key}`] = 'too_long'
  }
  const { name, email, phone } = draft.contact
  if (name.trim().length > NAME_LIMIT) faults['contact.name'] = 'too_long'
  if (email.trim() && !EMAIL.test(email.trim())) faults['contact.email'] = 'email'
  if (phone.trim() && !PHONE.test(plainPhone(phone))) faults['contact.phone'] = 'phone'
  return faults
}

const FAULT_OF_CODE: Record<string, FaultCode> = {
  required: 'required',
  field_required: 'required',
  too_long: 'too_long',
  too_big: 'too_long',
  too_short: 'too_short',
  too_small: 'too_short',
  line_break: 'line_break',
  control_characters: 'characters',
  broken_characters: 'characters',
}

/** What the server found wrong, at the inputs it speaks of. */
export function faultsFrom(problems: FieldProblem[] = []): Faults {
  const faults: Faults = {}
  for (const { path, code } of problems) {
    const known = FAULT_OF_CODE[code] ?? 'other'
    if (path === 'text' && known === 'too_short') faults[path] = 'required_text'
    else if (path === 'contact.email') faults[path] = 'email'
    else if (path === 'contact.phone') faults[path] = 'phone'
    else if (path) faults[path] = known
  }
  return faults
}

/** Everything but the evidence, whose tickets come when the files have arrived. */
export function bodyOf(
  portal: PortalView,
  draft: Draft,
  locale: Locale,
): Omit<SubmissionBody, 'evidence'> {
  const asked = fieldsOf(portal, draft).map(({ key }) => key)
  const answers = asked.map((key) => [key, (draft.fields[key] ?? '').trim()] as const)
  const contact = {
    name: draft.contact.name.trim(),
    email: draft.contact.email.trim(),
    phone: plainPhone(draft.contact.phone),
  }
  const isOffered = categoriesOf(portal, draft).some(({ id }) => id === draft.categoryId)
  return {
    submissionKey: draft.submissionKey,
    entry: draft.entry,
    text: draft.text.trim(),
    ...(isOffered && draft.categoryId ? { categoryId: draft.categoryId } : {}),
    fields: Object.fromEntries(answers.filter(([, answer]) => answer !== '')),
    contact: Object.fromEntries(Object.entries(contact).filter(([, way]) => way !== '')),
    locale,
  }
}

/** `（0571）8888 6666` → `0571 8888 6666`. */
const plainPhone = (typed: string) =>
  typed.normalize('NFKC').replace(/[()]/g, ' ').replace(/[–—]/g, '-').replace(/\s+/g, ' ').trim()
