/** Who we work for: set-up, settings, the viewer. */

import { z } from 'zod'
import { endpoint } from './endpoint.ts'
import { MemberView, Password } from './members.ts'
import { permissions } from './roles.ts'
import { Business, Email, Line, Locale, Slug, Text } from './values.ts'

export const TimeZone = z
  .string()
  .max(64)
  .refine((zone) => {
    try {
      new Intl.DateTimeFormat('en', { timeZone: zone })
      return true
    } catch {
      return false
    }
  }, 'time_zone')

export const readSetup = endpoint({
  id: 'workspaces.readSetup',
  method: 'GET',
  path: '/api/setup',
  audience: 'public',
  summary: 'Does this installation still need its first workspace?',
  reply: z.object({
    needed: z.boolean(),
    /** Where `/` leads once set up. */ portal: Slug.nullable(),
  }),
})

export const setUp = endpoint({
  id: 'workspaces.setUp',
  method: 'POST',
  path: '/api/setup',
  audience: 'public',
  summary: 'The first visit: make the workspace and its owner, load the presets for the business',
  body: z.strictObject({
    workspaceName: Line(40),
    business: Business,
    ownerName: Line(40),
    email: Email,
    password: Password,
    locale: Locale.default('zh-CN'),
    timeZone: TimeZone.default('Asia/Shanghai'),
  }),
  reply: z.object({ workspace: Slug }),
  status: 201,
  errors: ['already_set_up', 'password_too_weak'],
})

export const Settings = z.object({
  name: z.string(),
  slug: Slug,
  business: Business,
  timeZone: z.string(),
  locale: Locale,
  sample: z.boolean(),
  /** Working minutes within which we promise a first answer. */
  promiseMinutes: z.number().int(),
  /** Share of cases to be answered within the promise, 0–1. */
  replyGoal: z.number(),
  /** Days after a customer’s last case was closed that their contact details are kept; shown on the portal. */
  contactRetentionDays: z.number().int(),
  /** What the portal says above the form. */
  greeting: z.string(),
})
export type Settings = z.infer<typeof Settings>

export const readSettings = endpoint({
  id: 'workspaces.readSettings',
  method: 'GET',
  path: '/api/v1/workspace',
  audience: 'member',
  permission: 'workspace.read',
  summary: 'The workspace and its settings',
  reply: Settings,
})

export const changeSettings = endpoint({
  id: 'workspaces.changeSettings',
  method: 'PATCH',
  path: '/api/v1/workspace',
  audience: 'member',
  permission: 'workspace.manage',
  summary: 'Change settings of the workspace',
  body: z.strictObject({
    name: Line(40).optional(),
    timeZone: TimeZone.optional(),
    locale: Locale.optional(),
    promiseMinutes: z
      .number()
      .int()
      .min(5)
      .max(60 * 24 * 30)
      .optional(),
    replyGoal: z.number().min(0.5).max(1).optional(),
    contactRetentionDays: z.number().int().min(30).max(3650).optional(),
    greeting: Text(200, 0).optional(),
  }),
  reply: Settings,
})

export const Viewer = z.object({
  member: MemberView,
  workspace: Settings,
  /** Every workspace the account may open. */
  workspaces: z.array(z.object({ slug: Slug, name: z.string(), sample: z.boolean() })),
  permissions: z.array(z.enum(Object.keys(permissions) as [keyof typeof permissions])),
  twoFactor: z.boolean(),
})
export type Viewer = z.infer<typeof Viewer>

export const readViewer = endpoint({
  id: 'workspaces.readViewer',
  method: 'GET',
  path: '/api/v1/me',
  audience: 'member',
  permission: 'workspace.read',
  summary: 'Who is looking, and what they may do',
  reply: Viewer,
})
