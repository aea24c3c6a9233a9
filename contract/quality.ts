/** How well texts are read, by what people said of them; and the versions of the model that learned from it. */
import { z } from 'zod'
import { endpoint } from './endpoint.ts'
import { Part } from './understanding.ts'
import { Day, Moment, Nothing } from './values.ts'

/** With fewer judged texts than this a share is chance, and faces show counts alone. */
export const leastForShare = 20

const Counted = z.object({
  /** Texts of which people judged this. */
  judged: z.number().int(),
  /** Of them, those the model had read right before anybody said so. */
  right: z.number().int(),
})

export const Drift = z.object({
  /** A part of the reading, or `abstained`: the share left to people. */
  what: z.union([Part, z.literal('abstained')]),
  /** Shares 0–1 in the last four weeks, and in the twelve before. */
  recent: z.number(),
  before: z.number(),
  nRecent: z.number().int(),
  nBefore: z.number().int(),
})
export type Drift = z.infer<typeof Drift>

export const VersionView = z.object({
  version: z.number().int(),
  /** Null for version 0, the model that comes with Huiyin. */
  madeAt: Moment.nullable(),
  /** Texts it learned from. */
  lessons: z.number().int(),
  /** It read what was set aside no worse than the version then in use. */
  promoted: z.boolean(),
  inUse: z.boolean(),
  /** Made beside another shipped model: it cannot be used any more. */
  outdated: z.boolean(),
  /** Texts set aside from learning: how many this version and the one then in use read right. */
  tried: z.array(
    z.object({
      part: Part,
      texts: z.number().int(),
      right: z.number().int(),
      rightBefore: z.number().int(),
    }),
  ),
})
export type VersionView = z.infer<typeof VersionView>

export const Quality = z.object({
  from: Day,
  to: Day,
  /** What people judged in these days, and what the model had said before. */
  parts: z.array(
    Counted.extend({ part: Part, labels: z.array(Counted.extend({ label: z.string() })) }),
  ),
  /** A week begins on its Monday. Weeks without anything are left out. */
  weeks: z.array(
    z.object({
      week: Day,
      readings: z.number().int(),
      abstained: z.number().int(),
      parts: z.array(Counted.extend({ part: Part })),
    }),
  ),
  /** Texts read in these days, how many were left to people, how many people judged. */
  readings: z.number().int(),
  abstained: z.number().int(),
  judgedTexts: z.number().int(),
  /** What became noticeably worse; empty when all is well or too little is known. */
  drifts: z.array(Drift),
  /** Newest first, the shipped one last. */
  versions: z.array(VersionView),
  /** What people said since the version in use was made; learned at once, beside it. */
  lessonsSince: z.number().int(),
  /** A person chose the version: nights make no other. */
  held: z.boolean(),
  changedAt: Moment.nullable(),
  changedBy: z.string().nullable(),
})
export type Quality = z.infer<typeof Quality>

const newestPossible = 1_000_000_000
const version = z.coerce.number().int().min(0).max(newestPossible)

export const readQuality = endpoint({
  id: 'understanding.readQuality',
  method: 'GET',
  path: '/api/v1/reading-quality',
  audience: 'member',
  permission: 'insights.read',
  scope: 'insights:read',
  summary:
    'How often readings were right, by what people said of them, and the versions of the model',
  reply: Quality,
})

export const compareVersions = endpoint({
  id: 'understanding.compareVersions',
  method: 'GET',
  path: '/api/v1/reading-models/comparison',
  audience: 'member',
  permission: 'insights.read',
  summary: 'Two versions on the same judged texts, which neither had learned from',
  query: z.strictObject({ one: version, other: version }),
  reply: z.object({
    /** Texts that both were tried on. */
    texts: z.number().int(),
    rows: z.array(
      z.object({
        part: Part,
        /** Null: all labels of the part together. */
        label: z.string().nullable(),
        texts: z.number().int(),
        right: z.number().int(),
        rightOther: z.number().int(),
      }),
    ),
  }),
})

export const chooseVersion = endpoint({
  id: 'understanding.chooseVersion',
  method: 'POST',
  path: '/api/v1/reading-models/choose',
  audience: 'member',
  permission: 'readings.manage',
  summary: 'Read with this version from now on; nights make no other until they are let again',
  body: z.strictObject({ version: z.number().int().min(0).max(newestPossible) }),
  reply: Nothing,
  errors: ['version_outdated'],
})

export const releaseVersion = endpoint({
  id: 'understanding.releaseVersion',
  method: 'POST',
  path: '/api/v1/reading-models/release',
  audience: 'member',
  permission: 'readings.manage',
  summary: 'Let the nights make and choose versions again',
  body: z.strictObject({}),
  reply: Nothing,
})
