/** Spikes: what is far above what is usual right now, why perhaps, and who is told. */
import { z } from 'zod'
import { endpoint } from './endpoint.ts'
import { Behind } from './insights.ts'
import { Cursor, Id, Line, Moment, Named, page } from './values.ts'

/** raised: nobody has looked · acknowledged: somebody has · snoozed: not now · dismissed: no problem · over */
export const alertStates = ['raised', 'acknowledged', 'snoozed', 'dismissed', 'over'] as const
export const AlertState = z.enum(alertStates)
export type AlertState = z.infer<typeof AlertState>

/** What a series counts. `key` is the topic's name or the id; null for everything. */
export const Watched = z.object({
  by: z.enum(['all', 'topic', 'category', 'problem', 'group']),
  key: z.string().nullable(),
  /** Of categories, problems and groups. */
  name: z.string().nullable(),
  nameEn: z.string().nullable(),
})
export type Watched = z.infer<typeof Watched>

export const traitNames = ['version', 'platform', 'channel', 'region'] as const
export const TraitName = z.enum(traitNames)
export type TraitName = z.infer<typeof TraitName>

export const AlertAct = z.enum(['acknowledge', 'snooze', 'dismiss', 'restore', 'link'])
export type AlertAct = z.infer<typeof AlertAct>

export const AlertView = z.object({
  id: Id,
  watched: Watched,
  state: AlertState,
  beganAt: Moment,
  raisedAt: Moment,
  /** When it was last far above what is usual. */
  seenAt: Moment,
  endedAt: Moment.nullable(),
  snoozedUntil: Moment.nullable(),
  decidedBy: Named.nullable(),
  decidedAt: Moment.nullable(),
  problem: z.object({ id: Id, number: z.number().int(), title: z.string() }).nullable(),
  /** In the window that stood out most: how many came, and how many usually do. */
  window: z.object({ minutes: z.number().int(), cases: z.number().int(), usual: z.number() }),
  /** Since it began. Orders are those that cases name money of; `amount` is in cents. */
  cases: z.number().int(),
  customers: z.number().int(),
  orders: z.number().int(),
  amount: z.number().int(),
  /** What its cases share far more often than cases usually do; the shares are 0–1. */
  cause: z
    .object({
      traits: z.array(z.object({ name: TraitName, value: z.string() })),
      share: z.number(),
      before: z.number(),
      cases: z.number().int(),
      behind: Behind,
    })
    .nullable(),
  /** In how many of its cases a word stands, and in how many of some hundreds before. */
  words: z.array(z.object({ word: z.string(), cases: z.number().int(), before: z.number().int() })),
  behind: Behind,
  can: z.array(AlertAct),
})
export type AlertView = z.infer<typeof AlertView>

export const AlertDetail = AlertView.extend({
  /** Other series in which the same cases stand out. */
  also: z.array(Watched),
  /** Around it: cases of its series, what is usual, and the band in which nearly all falls. */
  curve: z.object({
    minutes: z.number().int(),
    points: z.array(
      z.object({ at: Moment, cases: z.number().int(), usual: z.number(), high: z.number() }),
    ),
    releases: z.array(z.object({ id: Id, name: z.string(), at: Moment })),
  }),
  /** Where it sits, the fullest first. */
  cells: z.array(
    z.object({
      version: z.string(),
      platform: z.string(),
      channel: Named,
      region: z.string(),
      cases: z.number().int(),
      customers: z.number().int(),
      behind: Behind,
    }),
  ),
})
export type AlertDetail = z.infer<typeof AlertDetail>

const read = { audience: 'member', permission: 'insights.read' } as const
const manage = { audience: 'member', permission: 'alerts.manage' } as const
const params = z.object({ alertId: Id })

export const readRadar = endpoint({
  ...read,
  id: 'radar.read',
  method: 'GET',
  path: '/api/v1/radar',
  summary: 'What stands out now, and what the radar watches',
  reply: z.object({
    active: z.boolean(),
    /** Null: nothing has come yet. */
    historyFrom: Moment.nullable(),
    /** It warns from then on; null: nothing has come yet. */
    warnsFrom: Moment.nullable(),
    lookedAt: Moment.nullable(),
    /** Series that had a case within a day, slices not counted. */
    watching: z.array(z.object({ watched: Watched, cases: z.number().int(), usual: z.number() })),
    /** Not over and not dismissed, the newest first. */
    alerts: z.array(AlertView),
    /** What people taught it: the usual of a series counts as so many times more, less by the day. */
    lifts: z.array(
      z.object({
        watched: Watched,
        series: z.string(),
        times: z.number(),
        by: Named.nullable(),
        at: Moment,
        alertId: Id,
      }),
    ),
    can: z.array(z.enum(['forget'])),
  }),
})

export const countAlerts = endpoint({
  ...read,
  id: 'radar.count',
  method: 'GET',
  path: '/api/v1/alerts/count',
  summary: 'How many alerts nobody has looked at',
  reply: z.object({ raised: z.number().int() }),
})

export const listAlerts = endpoint({
  ...read,
  id: 'radar.listAlerts',
  method: 'GET',
  path: '/api/v1/alerts',
  summary: 'Alerts, the newest first',
  query: z.strictObject({
    state: z.enum(['live', 'past']).optional(),
    cursor: Cursor.optional(),
    limit: z.coerce.number().int().min(1).max(100).default(30),
  }),
  reply: page(AlertView),
  errors: ['cursor_invalid'],
})

export const showAlert = endpoint({
  ...read,
  id: 'radar.showAlert',
  method: 'GET',
  path: '/api/v1/alerts/:alertId',
  summary: 'One alert: its curve, where it sits, its new words',
  params,
  reply: AlertDetail,
})

const act = { ...manage, method: 'POST', params, reply: AlertView, errors: ['alert_over'] } as const

export const acknowledgeAlert = endpoint({
  ...act,
  id: 'radar.acknowledge',
  path: '/api/v1/alerts/:alertId/acknowledge',
  summary: 'Say that somebody looks after it',
  body: z.strictObject({}),
})

export const snoozes = ['hour', 'day', 'monday'] as const
export const snoozeAlert = endpoint({
  ...act,
  id: 'radar.snooze',
  path: '/api/v1/alerts/:alertId/snooze',
  summary:
    'Not now: silent for an hour, a day, or until Monday morning; teaches the radar a little',
  body: z.strictObject({ until: z.enum(snoozes) }),
})

export const dismissAlert = endpoint({
  ...act,
  id: 'radar.dismiss',
  path: '/api/v1/alerts/:alertId/dismiss',
  summary: 'No problem: the radar learns that such a height is usual for a while',
  body: z.strictObject({}),
})

export const restoreAlert = endpoint({
  ...act,
  id: 'radar.restore',
  path: '/api/v1/alerts/:alertId/restore',
  summary: 'Take back what was decided of it, and what that taught',
  body: z.strictObject({}),
})

export const linkAlert = endpoint({
  ...act,
  id: 'radar.link',
  path: '/api/v1/alerts/:alertId/problem',
  permission: 'problems.manage',
  summary: 'Give its cases to a problem there is, or to a new one',
  body: z.union([z.strictObject({ problemId: Id }), z.strictObject({ title: Line(120) })]),
  errors: [],
})

export const forgetLift = endpoint({
  ...manage,
  id: 'radar.forgetLift',
  method: 'DELETE',
  path: '/api/v1/radar/lifts/:series',
  summary: 'Take back what was taught about a series',
  params: z.object({ series: Line(200) }),
  reply: z.object({}),
})

export const RadarSettings = z.object({
  active: z.boolean(),
  /** Fewer customers than this are never an alert. */
  leastCustomers: z.number().int(),
  /** Who gets alerts by mail. */
  recipients: z.array(Named),
  /** Does the reader get them? */
  mailsMe: z.boolean(),
  /** Is a mail server configured? */
  mailWorks: z.boolean(),
  can: z.array(z.enum(['change'])),
})
export type RadarSettings = z.infer<typeof RadarSettings>

export const readRadarSettings = endpoint({
  ...read,
  id: 'radar.readSettings',
  method: 'GET',
  path: '/api/v1/radar/settings',
  summary: 'How the radar warns, and whom',
  reply: RadarSettings,
})

export const changeRadarSettings = endpoint({
  id: 'radar.changeSettings',
  audience: 'member',
  permission: 'workspace.manage',
  method: 'PUT',
  path: '/api/v1/radar/settings',
  summary: 'Change how the radar warns, and whom',
  body: z.strictObject({
    active: z.boolean(),
    leastCustomers: z.number().int().min(5).max(100),
    recipientIds: z.array(Id).max(200),
  }),
  reply: RadarSettings,
  errors: ['member_unknown', 'member_inactive'],
})

export const wantAlertMails = endpoint({
  ...read,
  id: 'radar.wantMails',
  method: 'PUT',
  path: '/api/v1/radar/mails',
  summary: 'Get alerts by mail, or no longer',
  body: z.strictObject({ wanted: z.boolean() }),
  reply: RadarSettings,
})
