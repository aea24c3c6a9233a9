/** What it adds up to. Every number carries the filter of the list behind it. */
import { z } from 'zod'
import { endpoint } from './endpoint.ts'
import { ChannelKind, Day, DayAsked, Id, Kind, Moment } from './values.ts'

/** Query of the case list that shows what a number counts: `{ openedFrom, openedTo, … }`. */
export const Behind = z.record(z.string(), z.string())
export type Behind = z.infer<typeof Behind>

const Figure = z.object({
  /** Null when there is nothing to measure. */
  value: z.number().nullable(),
  /** The same over the period before. */
  before: z.number().nullable(),
  /** How many cases the value rests on. */
  n: z.number().int(),
  behind: Behind,
})
export type Figure = z.infer<typeof Figure>

export const Dashboard = z.object({
  from: Day,
  to: Day,
  beforeFrom: Day,
  beforeTo: Day,
  timeZone: z.string(),
  /** What one point of `days` and `cells` spans; a week begins at its `day`. */
  unit: z.enum(['day', 'week']),
  /** Cases opened in the period. */
  opened: Figure,
  /** Of those, the share answered within the promise; cases whose promise still runs do not count. 0–1. */
  replyRate: Figure.extend({ goal: z.number() }),
  /** Milliseconds from opening to the first answer, of the cases opened in the period. */
  firstReply: z.object({ median: Figure, p90: Figure }),
  /** Milliseconds from opening to closing, of the cases opened in the period. */
  resolution: z.object({ median: Figure, p90: Figure }),
  /** Mean survey score of the cases opened in the period, 1–5. */
  satisfaction: Figure,
  /** Cases per score, index 0 is score 1. */
  scores: z.array(z.object({ score: z.number().int(), cases: z.number().int(), behind: Behind })),
  /** Cases open now that nobody has answered. */
  unanswered: Figure.extend({ oldestCaseId: Id.nullable(), oldestOpenedAt: Moment.nullable() }),
  days: z.array(z.object({ day: Day, cases: z.number().int(), before: z.number().int() })),
  byChannel: z.array(
    z.object({
      id: Id,
      name: z.string(),
      kind: ChannelKind,
      cases: z.number().int(),
      before: z.number().int(),
      behind: Behind,
    }),
  ),
  byKind: z.array(
    z.object({
      kind: Kind.nullable(),
      cases: z.number().int(),
      before: z.number().int(),
      behind: Behind,
    }),
  ),
  byCategory: z.array(
    z.object({
      id: Id.nullable(),
      name: z.string().nullable(),
      nameEn: z.string().nullable(),
      cases: z.number().int(),
      before: z.number().int(),
      behind: Behind,
    }),
  ),
  /** Volume day × channel × kind, zero cells left out. */
  cells: z.array(
    z.object({ day: Day, channelId: Id, kind: Kind.nullable(), cases: z.number().int() }),
  ),
  /** When the rollups were last brought up to date. */
  asOf: Moment.nullable(),
})
export type Dashboard = z.infer<typeof Dashboard>

export const readDashboard = endpoint({
  id: 'insights.readDashboard',
  method: 'GET',
  path: '/api/v1/dashboard',
  audience: 'member',
  permission: 'insights.read',
  scope: 'insights:read',
  summary: 'The period in numbers, beside the period before',
  query: z.strictObject({
    from: DayAsked.optional(),
    to: DayAsked.optional(),
    channel: Id.optional(),
  }),
  reply: Dashboard,
  errors: ['range_invalid', 'range_too_long'],
})
