/** What members do with a case. */

import { z } from 'zod'
import { attached, CaseDetail, messageLimit, Resolution } from './cases.ts'
import { endpoint } from './endpoint.ts'
import { Correction, Part } from './understanding.ts'
import { Id, Line, Priority, Text } from './values.ts'

const params = z.object({ caseId: Id })

/** The `version` the member saw; when the case has changed since, the answer is `case_changed`. */
const seen = { version: z.number().int().optional() }
const member = { audience: 'member', permission: 'cases.handle', scope: 'cases:write' } as const

export const answerCustomer = endpoint({
  ...member,
  id: 'cases.answer',
  method: 'POST',
  path: '/api/v1/cases/:caseId/answers',
  summary: 'Answer the customer; the answer leaves by the ways that reach them',
  params,
  body: z.strictObject({
    text: Text(messageLimit),
    ...attached,
    /** The newest message the writer has seen; a newer one from the customer stops the answer. */
    seenMessageId: Id.optional(),
    /** The draft of a language model it grew out of (case-assistance.ts). */
    draftId: Id.optional(),
  }),
  reply: CaseDetail,
  status: 201,
  errors: ['case_closed', 'newer_message', 'evidence_unknown'],
})

export const addNote = endpoint({
  ...member,
  id: 'cases.note',
  method: 'POST',
  path: '/api/v1/cases/:caseId/notes',
  summary: 'Leave a note for the team',
  params,
  body: z.strictObject({ text: Text(messageLimit), ...attached }),
  reply: CaseDetail,
  status: 201,
  errors: ['evidence_unknown'],
})

export const assignCase = endpoint({
  ...member,
  permission: 'cases.assign',
  id: 'cases.assign',
  method: 'PUT',
  path: '/api/v1/cases/:caseId/assignee',
  summary: 'Give the case to a team, a member, or nobody',
  params,
  body: z.strictObject({
    teamId: Id.nullable().optional(),
    assigneeId: Id.nullable().optional(),
    ...seen,
  }),
  reply: CaseDetail,
  errors: ['case_changed', 'team_unknown', 'member_unknown', 'member_inactive'],
})

export const prioritiseCase = endpoint({
  ...member,
  id: 'cases.prioritise',
  method: 'PUT',
  path: '/api/v1/cases/:caseId/priority',
  summary: 'Set how soon this case matters',
  params,
  body: z.strictObject({ priority: Priority, ...seen }),
  reply: CaseDetail,
  errors: ['case_changed'],
})

export const moveCase = endpoint({
  ...member,
  id: 'cases.move',
  method: 'PUT',
  path: '/api/v1/cases/:caseId/category',
  summary: 'Move the case to another category',
  params,
  body: z.strictObject({ categoryId: Id.nullable(), ...seen }),
  reply: CaseDetail,
  errors: ['case_changed', 'category_unknown'],
})

export const closeCase = endpoint({
  ...member,
  id: 'cases.close',
  method: 'POST',
  path: '/api/v1/cases/:caseId/close',
  summary: 'Close the case; the customer is told, and asked later whether it really helped',
  params,
  body: z.strictObject({ resolution: Resolution.exclude(['withdrawn']), ...seen }),
  reply: CaseDetail,
  errors: ['case_changed', 'case_already_closed', 'answer_first'],
})

export const reopenCase = endpoint({
  ...member,
  id: 'cases.reopen',
  method: 'POST',
  path: '/api/v1/cases/:caseId/reopen',
  summary: 'Open a closed case again',
  params,
  body: z.strictObject({ reason: Line(200, 0).default(''), ...seen }),
  reply: CaseDetail,
  errors: ['case_changed', 'case_not_closed'],
})

export const correctReading = endpoint({
  ...member,
  id: 'cases.correctReading',
  method: 'PUT',
  path: '/api/v1/cases/:caseId/reading',
  summary: 'Put right what understanding made of the text; it learns from it at once',
  params,
  body: Correction.refine((given) => Object.keys(given).length > 0, 'nothing_given'),
  reply: CaseDetail,
  errors: ['not_read'],
})

export const confirmReading = endpoint({
  ...member,
  id: 'cases.confirmReading',
  method: 'POST',
  path: '/api/v1/cases/:caseId/reading/confirm',
  summary: 'Say that the parts of the reading that nobody has judged are right',
  params,
  body: z.strictObject({}),
  reply: CaseDetail,
  errors: ['not_read'],
})

export const takeBackJudgement = endpoint({
  ...member,
  id: 'cases.takeBackJudgement',
  method: 'POST',
  path: '/api/v1/cases/:caseId/reading/take-back',
  summary: 'Take back what a person said of these parts; what the model said stands again',
  params,
  body: z.strictObject({ parts: z.array(Part).min(1).max(5) }),
  reply: CaseDetail,
  errors: ['not_read'],
})

export const revealCustomer = endpoint({
  id: 'cases.reveal',
  method: 'POST',
  path: '/api/v1/cases/:caseId/reveal',
  audience: 'member',
  permission: 'customers.reveal',
  summary: 'Show the customer’s contact details; who looked is recorded',
  params,
  body: z.strictObject({}),
  reply: z.object({ identities: z.array(z.object({ kind: z.string(), value: z.string() })) }),
})
