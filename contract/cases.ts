/** What we must put right: the list and the case, as members see them. */

import { z } from 'zod'
import { CaseAssistance, DraftedMessage } from './assistant.ts'
import { endpoint } from './endpoint.ts'
import { FeedbackView } from './feedback.ts'
import { FileTicket, FileView, fileLimits } from './files.ts'
import { ReadingView } from './understanding.ts'
import {
  ChannelKind,
  Cursor,
  DayAsked,
  Entry,
  Id,
  Kind,
  Line,
  listOf,
  Moment,
  Named,
  NamedTwice,
  Priority,
  page,
  Sentiment,
  Urgency,
} from './values.ts'

/** open: the next word is ours · waiting: the next word is the customer’s · closed */
export const caseStates = ['open', 'waiting', 'closed'] as const
export const CaseState = z.enum(caseStates)
export type CaseState = z.infer<typeof CaseState>

export const resolutions = [
  'solved',
  'explained',
  'not_solvable',
  'duplicate',
  'withdrawn',
  'no_reply',
] as const
export const Resolution = z.enum(resolutions)
export type Resolution = z.infer<typeof Resolution>

/** A reply is owed to everything said; only what is no question of its own may be closed without one. */
export function endsUnanswered(resolution: Resolution): boolean {
  return resolution === 'duplicate' || resolution === 'no_reply'
}

/** running: not answered yet · kept · broken (answered late, overdue, or closed unanswered) · void: never owed */
export const promiseStates = ['running', 'kept', 'broken', 'void'] as const
export const PromiseState = z.enum(promiseStates)
export type PromiseState = z.infer<typeof PromiseState>

export const messageLimit = 5000

/** The views on the left of the inbox. */
export const caseViews = ['mine', 'due', 'unassigned', 'open', 'waiting', 'closed', 'all'] as const
export const CaseViewName = z.enum(caseViews)
export type CaseViewName = z.infer<typeof CaseViewName>

export const Ability = z.enum([
  'answer',
  'note',
  'assign',
  'prioritise',
  'move',
  'judge',
  'close',
  'reopen',
  'link',
  'reveal',
  'erase',
])
export type Ability = z.infer<typeof Ability>

export const CaseRow = z.object({
  id: Id,
  number: z.number().int(),
  /** First words of what was said, personal data masked. */
  title: z.string(),
  customerName: z.string().nullable(),
  channel: Named.extend({ kind: ChannelKind }),
  entry: Entry,
  category: NamedTwice.nullable(),
  kind: Kind.nullable(),
  sentiment: Sentiment.nullable(),
  urgency: Urgency.nullable(),
  risks: z.array(z.string()),
  state: CaseState,
  resolution: Resolution.nullable(),
  priority: Priority,
  team: Named.nullable(),
  assignee: Named.nullable(),
  problem: z.object({ id: Id, number: z.number().int(), title: z.string() }).nullable(),
  /** The customer asked us to hurry this often. */
  urges: z.number().int(),
  openedAt: Moment,
  lastActivityAt: Moment,
  firstReplyAt: Moment.nullable(),
  closedAt: Moment.nullable(),
  promisedAt: Moment,
  promise: PromiseState,
  /** Of a case that was opened again and not answered since: when the next answer is due. */
  answerDueAt: Moment.nullable(),
  /** Score of the answered survey, 1–5. */
  score: z.number().int().nullable(),
  /** The customer asked for deletion, and it is still to be decided on. */
  erasureAskedAt: Moment.nullable(),
})
export type CaseRow = z.infer<typeof CaseRow>

/** What a search found in a case: some words of it, and where in them the hits stand. */
export const Passage = z.object({
  text: z.string(),
  /** Offset and length of each, in UTF-16 units, in order. */
  hits: z.array(z.tuple([z.number().int(), z.number().int()])),
})
export type Passage = z.infer<typeof Passage>

/** A case in a list. Without a search, or found by its number or phone, there is no passage. */
export const ListedCase = CaseRow.extend({ passage: Passage.nullable() })
export type ListedCase = z.infer<typeof ListedCase>

/** Filters of the list; all of them combine with AND. The console keeps them in its URL. */
export const CaseFilter = z.object({
  view: CaseViewName.default('all'),
  /** Words, a number (`1042`, `HY-1042`), or the last digits of a phone. */
  q: Line(100, 0).optional(),
  channel: listOf(z.uuid()).optional(),
  entry: listOf(Entry).optional(),
  /** `none`: the cases without one. */
  category: listOf(z.union([z.uuid(), z.literal('none')])).optional(),
  /** `none`: the cases whose text has not been read yet. */
  kind: listOf(z.union([Kind, z.literal('none')])).optional(),
  sentiment: listOf(Sentiment).optional(),
  urgency: listOf(Urgency).optional(),
  priority: listOf(Priority).optional(),
  team: listOf(z.uuid()).optional(),
  assignee: listOf(z.uuid()).optional(),
  problem: Id.optional(),
  import: Id.optional(),
  customer: Id.optional(),
  /** The situation as it was told; `none`: not told. */
  version: Line(60).optional(),
  platform: Line(60).optional(),
  device: Line(60).optional(),
  region: Line(60).optional(),
  /** An order, or money, is spoken of. */
  order: z.enum(['yes', 'no']).optional(),
  money: z.enum(['yes', 'no']).optional(),
  /** The cases of an alert. */
  alert: Id.optional(),
  /** Days in the workspace’s time zone, both inclusive. */
  openedFrom: DayAsked.optional(),
  openedTo: DayAsked.optional(),
  closedFrom: DayAsked.optional(),
  closedTo: DayAsked.optional(),
  promise: listOf(PromiseState).optional(),
  answered: z.enum(['yes', 'no']).optional(),
  resolved: z.enum(['yes', 'no']).optional(),
  /** `1,2` lists the cases whose survey scored 1 or 2. */
  score: listOf(z.enum(['1', '2', '3', '4', '5'])).optional(),
  sort: z.enum(['newest', 'oldest', 'due']).default('newest'),
})
export type CaseFilter = z.infer<typeof CaseFilter>

export const listCases = endpoint({
  id: 'cases.list',
  method: 'GET',
  path: '/api/v1/cases',
  audience: 'member',
  permission: 'cases.read',
  scope: 'cases:read',
  summary: 'Cases, filtered and searched, a page at a time',
  query: z.strictObject({
    ...CaseFilter.shape,
    cursor: Cursor.optional(),
    limit: z.coerce.number().int().min(1).max(100).default(50),
  }),
  reply: page(ListedCase),
  errors: ['cursor_invalid'],
})

export const countCases = endpoint({
  id: 'cases.count',
  method: 'GET',
  path: '/api/v1/cases/counts',
  audience: 'member',
  permission: 'cases.read',
  summary: 'How many cases wait in each view; counting stops at `cap`',
  reply: z.object({
    cap: z.number().int(),
    views: z.record(CaseViewName, z.number().int()),
    teams: z.array(z.object({ id: Id, name: z.string(), open: z.number().int() })),
  }),
})

const { sort: _, ...listed } = CaseFilter.shape
export const countListed = endpoint({
  id: 'cases.countListed',
  method: 'GET',
  path: '/api/v1/cases/total',
  audience: 'member',
  permission: 'cases.read',
  summary: 'How many cases a filtered or searched list holds; counting stops early',
  query: z.strictObject(listed),
  reply: z.object({
    count: z.number().int(),
    /** There are more than that. */
    more: z.boolean(),
  }),
})

/** Words of the system: which ones, and what they speak of; every face says it in its language. */
export const NoticeView = z.object({
  name: z.enum(['received', 'closed', 'released']),
  values: z.record(z.string(), z.union([z.string(), z.number(), z.boolean(), z.null()])),
})
export type NoticeView = z.infer<typeof NoticeView>

export const MessageView = z.object({
  id: Id,
  /** in: from the customer · out: to the customer · note: for the team · notice: to the customer, by the system */
  direction: z.enum(['in', 'out', 'note', 'notice']),
  author: z.string().nullable(),
  /** Of notices: the words in the workspace’s language. */
  text: z.string(),
  notice: NoticeView.nullable(),
  evidence: z.array(FileView),
  at: Moment,
  /** It began as a draft of a language model; null: a person’s own words. */
  drafted: DraftedMessage.nullable(),
  /** How an outgoing message reached the customer. */
  deliveries: z.array(
    z.object({
      by: z.enum(['track_page', 'mail']),
      state: z.enum(['waiting', 'sent', 'failed']),
      error: z.string().nullable(),
      at: Moment,
    }),
  ),
})
export type MessageView = z.infer<typeof MessageView>

/** One line of what happened, from the events; `type` names the fact, `by` who. */
export const Happening = z.object({
  type: z.string(),
  by: z.string().nullable(),
  at: Moment,
  data: z.record(z.string(), z.union([z.string(), z.number(), z.boolean(), z.null()])),
})
export type Happening = z.infer<typeof Happening>

export const CaseDetail = CaseRow.extend({
  feedback: FeedbackView,
  reading: ReadingView.nullable(),
  /** Contact details masked unless revealed. */
  customer: z.object({
    id: Id,
    name: z.string().nullable(),
    identities: z.array(z.object({ kind: z.string(), masked: z.string() })),
    cases: z.number().int(),
    firstSeenAt: Moment,
  }),
  messages: z.array(MessageView),
  happenings: z.array(Happening),
  survey: z
    .object({
      score: z.number().int(),
      solved: z.boolean().nullable(),
      comment: z.string(),
      answeredAt: Moment,
    })
    .nullable(),
  /** The sum behind the promise: `promiseMinutes` working minutes from `openedAt`. */
  promiseMinutes: z.number().int(),
  /** Null where no language model has a part in the case. */
  assistance: CaseAssistance.nullable(),
  /** Grows with each change; a member who acts on an old one gets `case_changed`. */
  version: z.number().int(),
  can: z.array(Ability),
})
export type CaseDetail = z.infer<typeof CaseDetail>

const params = z.object({ caseId: Id })
export const showCase = endpoint({
  id: 'cases.show',
  method: 'GET',
  path: '/api/v1/cases/:caseId',
  audience: 'member',
  permission: 'cases.read',
  scope: 'cases:read',
  summary: 'One case with all that was said and done',
  params,
  reply: CaseDetail,
})

export const attached = { evidence: z.array(FileTicket).max(fileLimits.perFeedback).default([]) }
