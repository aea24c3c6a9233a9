/** What customers see of their own case, and do with it. */

import { z } from 'zod'
import { attached, CaseState, messageLimit, NoticeView, PromiseState, Resolution } from './cases.ts'
import { endpoint } from './endpoint.ts'
import { Answered } from './feedback.ts'
import { FileView } from './files.ts'
import { Entry, Id, Line, Moment, Slug, Text } from './values.ts'

/** What the customer sees on the track page. */
export const TrackView = z.object({
  number: z.number().int(),
  entry: Entry,
  text: z.string(),
  fields: z.array(Answered),
  evidence: z.array(FileView),
  saidAt: Moment,
  state: CaseState,
  resolution: Resolution.nullable(),
  promisedAt: Moment,
  promise: PromiseState,
  /** After it was opened again, until we answer: when we answer next. */
  answerDueAt: Moment.nullable(),
  /** Given name or nickname of who handles it, once someone does. */
  handler: z.string().nullable(),
  messages: z.array(
    z.object({
      id: Id,
      direction: z.enum(['in', 'out', 'notice']),
      /** Of answers: who wrote it; null when a program did, or somebody who has left since. */
      author: z.string().nullable(),
      text: z.string(),
      notice: NoticeView.nullable(),
      evidence: z.array(FileView),
      at: Moment,
    }),
  ),
  timeline: z.array(
    z.object({
      step: z.enum([
        'received',
        'assigned',
        'urged',
        'answered',
        'added',
        'closed',
        'withdrawn',
        'reopened',
        'released',
        'confirmed',
        'rejected',
        'rated',
        'erasure_asked',
        'erased',
      ]),
      at: Moment,
      /** Whatever the step speaks of: a name, a version. */
      detail: z.string().nullable(),
    }),
  ),
  /** A survey that waits for this customer. */
  survey: z.string().nullable(),
  can: z.array(z.enum(['add', 'urge', 'withdraw', 'confirm', 'ask_erasure'])),
  /** When the customer may urge again. */
  urgeAgainAt: Moment.nullable(),
})
export type TrackView = z.infer<typeof TrackView>

const claim = z.object({ workspace: Slug, number: z.coerce.number().int().positive() })
const customer = { audience: 'customer', params: claim, reply: TrackView } as const

export const track = endpoint({
  ...customer,
  id: 'cases.track',
  method: 'GET',
  path: '/api/portal/:workspace/track/:number',
  summary: 'How the customer’s own case stands',
})

export const addToCase = endpoint({
  ...customer,
  id: 'cases.add',
  method: 'POST',
  path: '/api/portal/:workspace/track/:number/messages',
  summary: 'The customer adds words or evidence; a closed case opens again',
  body: z.strictObject({
    text: Text(messageLimit, 0).default(''),
    ...attached,
    submissionKey: z.uuid(),
  }),
  status: 201,
  errors: ['nothing_said', 'evidence_unknown', 'case_withdrawn'],
})

export const urgeCase = endpoint({
  ...customer,
  id: 'cases.urge',
  method: 'POST',
  path: '/api/portal/:workspace/track/:number/urge',
  summary: '催办: the customer asks us to hurry',
  body: z.strictObject({}),
  errors: ['urged_recently', 'case_already_closed'],
})

export const withdrawCase = endpoint({
  ...customer,
  id: 'cases.withdraw',
  method: 'POST',
  path: '/api/portal/:workspace/track/:number/withdraw',
  summary: 'The customer takes it back',
  body: z.strictObject({ reason: Line(200, 0).default('') }),
  errors: ['case_already_closed'],
})

export const confirmCase = endpoint({
  ...customer,
  id: 'cases.confirm',
  method: 'POST',
  path: '/api/portal/:workspace/track/:number/verdict',
  summary: 'The customer says whether it is solved; if not, the case opens again',
  body: z.strictObject({ solved: z.boolean(), text: Text(messageLimit, 0).default('') }),
  errors: ['nothing_to_confirm'],
})

export const askErasure = endpoint({
  ...customer,
  id: 'cases.askErasure',
  method: 'POST',
  path: '/api/portal/:workspace/track/:number/erasure',
  summary:
    'The customer asks that what is known of them be deleted; a closed case opens again for it',
  body: z.strictObject({}),
})
