/** What a problem adds up to: whom and what it hits, since when, and how it is spoken of. */
import { z } from 'zod'
import { endpoint } from './endpoint.ts'
import { Behind } from './insights.ts'
import { Day, Id, Moment } from './values.ts'

/** A share of the cases: all that were told the same; `name` null where it was not told. */
const Share = z.object({
  name: z.string().nullable(),
  cases: z.number().int(),
  customers: z.number().int(),
  behind: Behind,
})
export type Share = z.infer<typeof Share>

const Figure = z.object({ value: z.number(), behind: Behind })

export const ProblemSums = z.object({
  cases: Figure,
  customers: Figure,
  /** Orders that were told, each counted once. */
  orders: Figure,
  /** What they cost, in the currency of the operator; each order once. */
  money: Figure,
  firstSeenAt: Moment.nullable(),
  lastSeenAt: Moment.nullable(),
  versions: z.array(Share),
  platforms: z.array(Share),
  devices: z.array(Share),
  regions: z.array(Share),
  channels: z.array(Share),
  /** Cases per day, or per week that begins at `day`; without gaps. */
  trend: z.object({
    unit: z.enum(['day', 'week']),
    points: z.array(z.object({ day: Day, cases: z.number().int(), behind: Behind })),
  }),
  /** Words said in these cases far more often than in others; the most telling first. */
  words: z.array(
    z.object({
      word: z.string(),
      /** Share of these cases that say it, and of the others; 0–1. */
      here: z.number(),
      elsewhere: z.number(),
      behind: Behind,
    }),
  ),
})
export type ProblemSums = z.infer<typeof ProblemSums>

export const sumProblem = endpoint({
  id: 'improvements.sumProblem',
  method: 'GET',
  path: '/api/v1/problems/:problemId/sums',
  audience: 'member',
  permission: 'problems.read',
  summary: 'Whom and what a problem hits; each number with the filter of the list behind it',
  params: z.object({ problemId: Id }),
  reply: ProblemSums,
})
