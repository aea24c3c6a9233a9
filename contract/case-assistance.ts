/** What members ask a language model for in a case. Each answers at once; the text follows in the case. */
import { z } from 'zod'
import { MachineText } from './assistant.ts'
import { endpoint } from './endpoint.ts'
import { Id, Locale } from './values.ts'

const asking = {
  method: 'POST',
  audience: 'member',
  permission: 'cases.handle',
  params: z.object({ caseId: Id }),
  reply: MachineText,
  status: 201,
} as const
/** `assistant_off`: there is none, or it is not to be used for this. */
const errors = ['assistant_off', 'assistant_over_budget']

export const summariseCase = endpoint({
  ...asking,
  id: 'cases.summarise',
  path: '/api/v1/cases/:caseId/summaries',
  summary: 'Ask for a summary of what was said and done',
  body: z.strictObject({}),
  errors,
})

export const draftAnswer = endpoint({
  ...asking,
  id: 'cases.draft',
  path: '/api/v1/cases/:caseId/drafts',
  summary: 'Ask for a draft of an answer; it is never sent by itself',
  body: z.strictObject({}),
  errors: [...errors, 'case_closed'],
})

export const translateWords = endpoint({
  ...asking,
  id: 'cases.translate',
  path: '/api/v1/cases/:caseId/translations',
  summary: 'Ask for a translation of something said in the case',
  body: z.strictObject({
    /** A message, or the feedback that opened the case. */
    aboutId: Id,
    locale: Locale,
  }),
  errors: [...errors, 'message_unknown'],
})
