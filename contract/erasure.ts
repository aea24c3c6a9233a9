/** What a customer said is deleted because they ask for it: what would go, and letting it go. */

import { z } from 'zod'
import { CaseDetail, CaseState } from './cases.ts'
import { endpoint } from './endpoint.ts'
import { Id, Line, Moment } from './values.ts'

/** Cases of one customer that are shown, and may be chosen, at once; the newest first. */
export const mostErasable = 200

export const ErasurePreview = z.object({
  name: z.string().nullable(),
  /** E-mail and phone, masked: they go whatever is chosen. */
  contacts: z.array(z.object({ kind: z.string(), masked: z.string() })),
  cases: z.array(
    z.object({
      id: Id,
      number: z.number().int(),
      title: z.string(),
      state: CaseState,
      openedAt: Moment,
      /** Said by the customer, answered, or noted by the team; 0: all of it is deleted already. */
      texts: z.number().int(),
      files: z.number().int(),
      /** The sheet that brought it, when that is still kept: it goes as a whole. */
      sheet: z.string().nullable(),
    }),
  ),
  /** The customer has older cases than these. */
  more: z.boolean(),
})
export type ErasurePreview = z.infer<typeof ErasurePreview>

const params = z.object({ caseId: Id })
const member = { audience: 'member', permission: 'customers.erase', params } as const

export const previewErasure = endpoint({
  ...member,
  id: 'cases.previewErasure',
  method: 'GET',
  path: '/api/v1/cases/:caseId/erasure',
  summary: 'What is known of the customer of this case and would be deleted at their request',
  reply: ErasurePreview,
})

export const eraseCustomer = endpoint({
  ...member,
  id: 'cases.eraseCustomer',
  method: 'POST',
  path: '/api/v1/cases/:caseId/erasure',
  summary:
    'Delete, at the customer’s request and for good: their contact details everywhere, and all that was said in the chosen cases',
  body: z.strictObject({
    /** Cases of this customer; open ones are closed. None: only the contact details go. */
    caseIds: z.array(Id).max(mostErasable),
    /** Stays in the timeline. */
    reason: Line(200),
  }),
  reply: CaseDetail,
  errors: ['case_not_theirs', 'import_busy'],
})
