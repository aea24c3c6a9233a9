/** Cases that seem to speak of one matter: suggested, and made problems, split, merged or dismissed by people. */
import { z } from 'zod'
import { Passage } from './cases.ts'
import { endpoint } from './endpoint.ts'
import { ProblemView } from './improvements.ts'
import { Cursor, Id, Line, Moment, Nothing, page, Text } from './values.ts'

/** candidate: nobody has decided · dismissed: no problem · problem: people made it one */
export const groupStates = ['candidate', 'dismissed', 'problem'] as const
export type GroupState = (typeof groupStates)[number]

/** customers: most hit · growth: most new in seven days, beside the seven before · size: most cases */
export const candidateSorts = ['customers', 'growth', 'size'] as const
export type CandidateSort = (typeof candidateSorts)[number]

/** A case as it stands in a list of like ones; personal data masked, shared words marked. */
export const LikeCase = z.object({
  id: Id,
  number: z.number().int(),
  passage: Passage,
  openedAt: Moment,
  state: z.enum(['open', 'waiting', 'closed']),
  problem: z.object({ id: Id, number: z.number().int(), title: z.string() }).nullable(),
})
export type LikeCase = z.infer<typeof LikeCase>

export const CandidateView = z.object({
  id: Id,
  state: z.enum(groupStates),
  /** A sentence of theirs, personal data masked: what a problem made of it may be called. */
  title: z.string(),
  /** What their texts share, the most telling first. */
  words: z.array(z.string()),
  cases: z.number().int(),
  customers: z.number().int(),
  /** Cases of the last seven days, and of the seven before. */
  recent: z.number().int(),
  before: z.number().int(),
  firstSeenAt: Moment,
  lastSeenAt: Moment,
  /** The newest of its cases. */
  samples: z.array(LikeCase),
})
export type CandidateView = z.infer<typeof CandidateView>

const read = { audience: 'member', permission: 'problems.read' } as const
const manage = { audience: 'member', permission: 'problems.manage' } as const
const params = z.object({ candidateId: Id })
const caseIds = z.array(Id).min(1).max(500)

export const listCandidates = endpoint({
  ...read,
  id: 'candidates.list',
  method: 'GET',
  path: '/api/v1/candidates',
  summary: 'Cases that seem to speak of one matter, of two customers or more',
  query: z.strictObject({
    state: z.enum(['candidate', 'dismissed']).default('candidate'),
    sort: z.enum(candidateSorts).default('customers'),
    limit: z.coerce.number().int().min(1).max(100).default(30),
  }),
  reply: z.object({ items: z.array(CandidateView), more: z.boolean() }),
})

export const showCandidate = endpoint({
  ...read,
  id: 'candidates.show',
  method: 'GET',
  path: '/api/v1/candidates/:candidateId',
  summary: 'One of them, with all its cases, newest first',
  params,
  query: z.strictObject({ cursor: Cursor.optional() }),
  reply: CandidateView.extend({ members: page(LikeCase) }),
  errors: ['cursor_invalid'],
})

export const acceptCandidate = endpoint({
  ...manage,
  id: 'candidates.accept',
  method: 'POST',
  path: '/api/v1/candidates/:candidateId/accept',
  summary: 'It is a problem: a new one of this name, or one that is known; its cases are linked',
  params,
  body: z.union([
    z.strictObject({ title: Line(120), description: Text(5000, 0).default('') }),
    z.strictObject({ problemId: Id }),
  ]),
  reply: ProblemView,
  status: 201,
  errors: ['candidate_decided'],
})

export const splitCandidate = endpoint({
  ...manage,
  id: 'candidates.split',
  method: 'POST',
  path: '/api/v1/candidates/:candidateId/split',
  summary: 'These cases are another matter: they become a group of their own and do not come back',
  params,
  body: z.strictObject({ caseIds }),
  reply: z.object({ id: Id, splitId: Id.nullable() }),
  errors: ['candidate_decided', 'case_unknown', 'nothing_left'],
})

export const mergeCandidates = endpoint({
  ...manage,
  id: 'candidates.merge',
  method: 'POST',
  path: '/api/v1/candidates/:candidateId/merge',
  summary: 'The other group is the same matter: its cases come to this one',
  params,
  body: z.strictObject({ otherId: Id }),
  reply: CandidateView,
  errors: ['candidate_decided', 'same_candidate'],
})

export const dismissCandidate = endpoint({
  ...manage,
  id: 'candidates.dismiss',
  method: 'POST',
  path: '/api/v1/candidates/:candidateId/dismiss',
  summary: 'It is no problem; cases like these are not suggested again',
  params,
  body: z.strictObject({}),
  reply: Nothing,
  errors: ['candidate_decided'],
})

export const restoreCandidate = endpoint({
  ...manage,
  id: 'candidates.restore',
  method: 'POST',
  path: '/api/v1/candidates/:candidateId/restore',
  summary: 'It may be a problem after all',
  params,
  body: z.strictObject({}),
  reply: Nothing,
})

const problemParams = z.object({ problemId: Id })

export const listSuggested = endpoint({
  ...read,
  id: 'candidates.listSuggested',
  method: 'GET',
  path: '/api/v1/problems/:problemId/suggested',
  summary: 'Cases not linked to the problem that read like those that are, newest first',
  params: problemParams,
  query: z.strictObject({ cursor: Cursor.optional() }),
  reply: page(LikeCase).extend({ total: z.number().int() }),
  errors: ['cursor_invalid'],
})

export const refuseSuggested = endpoint({
  ...manage,
  id: 'candidates.refuseSuggested',
  method: 'POST',
  path: '/api/v1/problems/:problemId/suggested/refuse',
  summary: 'These cases are not this problem: they are not suggested for it again',
  params: problemParams,
  body: z.strictObject({ caseIds }),
  reply: Nothing,
})

export const listSimilar = endpoint({
  ...read,
  id: 'candidates.listSimilar',
  method: 'GET',
  path: '/api/v1/cases/:caseId/similar',
  summary: 'Cases that read like this one, and what was said of them',
  params: z.object({ caseId: Id }),
  reply: z.object({
    items: z.array(
      LikeCase.extend({
        /** What a person said: the same matter, or not; null: nobody has. */
        same: z.boolean().nullable(),
      }),
    ),
  }),
})

export const saySame = endpoint({
  ...manage,
  id: 'candidates.saySame',
  method: 'PUT',
  path: '/api/v1/cases/:caseId/similar/:otherId',
  summary: 'Say that two cases are, or are not, the same matter; null takes it back',
  params: z.object({ caseId: Id, otherId: Id }),
  body: z.strictObject({ same: z.boolean().nullable() }),
  reply: Nothing,
  errors: ['same_case'],
})
