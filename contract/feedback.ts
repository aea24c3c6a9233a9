/** What customers say: what the portal asks, the record of what was said, the receipt for it. */

import { z } from 'zod'
import { TemplateView } from './categories.ts'
import { endpoint } from './endpoint.ts'
import { FileTicket, FileView, fileLimits } from './files.ts'
import {
  ChannelKind,
  Email,
  Entry,
  Id,
  Line,
  Locale,
  Moment,
  Named,
  NamedTwice,
  Slug,
  Text,
} from './values.ts'

export const feedbackLimits = {
  text: 5000,
  field: 2000,
  contextKeys: 30,
  contextValue: 500,
} as const

/** What the portal needs before anyone types. */
export const PortalView = z.object({
  name: z.string(),
  slug: Slug,
  locale: Locale,
  greeting: z.string(),
  categories: z.array(NamedTwice.extend({ entry: Entry, templateId: Id.nullable() })),
  templates: z.array(TemplateView),
  limits: z.object({
    text: z.number().int(),
    image: z.number().int(),
    video: z.number().int(),
    log: z.number().int(),
    files: z.number().int(),
  }),
  /** Submitted now, an answer is promised by then. */
  promisedAt: Moment,
  promiseMinutes: z.number().int(),
  contactRetentionDays: z.number().int(),
})
export type PortalView = z.infer<typeof PortalView>

export const readPortal = endpoint({
  id: 'feedback.readPortal',
  method: 'GET',
  path: '/api/portal/:workspace',
  audience: 'public',
  summary: 'What a customer may submit, how long an answer takes, what is done with the data',
  params: z.object({ workspace: Slug }),
  reply: PortalView,
})

/** How to reach the customer; all of it optional. */
export const Contact = z.strictObject({
  name: Line(40).optional(),
  email: Email.optional(),
  /** Digits, spaces, dashes, leading +. */
  phone: z
    .string()
    .regex(/^\+?[0-9][0-9 -]{4,24}$/)
    .optional(),
})
export type Contact = z.infer<typeof Contact>

const ContextValue = z.union([Text(feedbackLimits.contextValue, 0), z.number(), z.boolean()])
/** What the face knows about the situation: app version, page, device, order number, … */
export const Context = z
  .record(z.string().regex(/^[a-zA-Z][a-zA-Z0-9_.]{0,39}$/), ContextValue)
  .refine((context) => Object.keys(context).length <= feedbackLimits.contextKeys, 'too_many')

const words = {
  text: Text(feedbackLimits.text),
  categoryId: Id.optional(),
  /** Answers to the category's template, by field key. */
  fields: z
    .record(z.string().regex(/^[a-z][a-z0-9_]{0,39}$/), Text(feedbackLimits.field, 0))
    .default({}),
  contact: Contact.default({}),
  context: Context.default({}),
  evidence: z.array(FileTicket).max(fileLimits.perFeedback).default([]),
  locale: Locale.optional(),
}

/** What of the words does not fit what was asked. */
const unfit = [
  'category_unknown',
  'field_required',
  'field_unknown',
  'choice_unknown',
  'line_break',
  'evidence_unknown',
] as const

/** What a customer holds after submitting. */
export const Receipt = z.object({
  feedbackId: Id,
  number: z.number().int(),
  /** Opens the track page of this feedback; keep it secret. */
  claimCode: z.string(),
  trackUrl: z.string(),
  receivedAt: Moment,
  promisedAt: Moment,
  /** True when this submission had been received before. */
  repeated: z.boolean(),
})
export type Receipt = z.infer<typeof Receipt>

export const submitFeedback = endpoint({
  id: 'feedback.submit',
  method: 'POST',
  path: '/api/portal/:workspace/feedback',
  audience: 'public',
  summary: 'A customer says something on the portal',
  params: z.object({ workspace: Slug }),
  body: z.strictObject({
    ...words,
    entry: Entry,
    /**
     * Made once by the face for each submission; the same key twice is one feedback, and with other
     * words refused: `idempotency_key_reused`.
     */
    submissionKey: z.uuid(),
  }),
  reply: Receipt,
  status: 201,
  errors: unfit,
})

export const createFeedback = endpoint({
  id: 'feedback.create',
  method: 'POST',
  path: '/api/v1/feedback',
  audience: 'member',
  permission: 'feedback.create',
  scope: 'feedback:write',
  summary: 'Another system hands in what a customer said; use `Idempotency-Key` for retries',
  body: z.strictObject({
    ...words,
    entry: Entry.default('feedback'),
    /**
     * The record’s own id at the source; the same id twice is one feedback, and is answered with its
     * receipt, claim code included.
     */
    externalId: Line(200).optional(),
    /** Who said it, as the source knows them. */
    customer: z
      .strictObject({
        externalId: Line(200).optional(),
        openid: Line(128).optional(),
        unionid: Line(128).optional(),
      })
      .default({}),
    /** When it was said, if not now. */
    saidAt: Moment.optional(),
  }),
  reply: Receipt,
  status: 201,
  errors: [...unfit, 'said_in_future'],
})

/** One answered template field, with the words it was asked with. */
export const Answered = z.object({
  key: z.string(),
  label: z.string(),
  labelEn: z.string().nullable(),
  value: z.string(),
})
export type Answered = z.infer<typeof Answered>

export const FeedbackView = z.object({
  id: Id,
  number: z.number().int(),
  channel: Named.extend({ kind: ChannelKind }),
  entry: Entry,
  category: NamedTwice.nullable(),
  text: z.string(),
  fields: z.array(Answered),
  context: z.record(z.string(), z.union([z.string(), z.number(), z.boolean()])),
  evidence: z.array(FileView),
  saidAt: Moment,
  receivedAt: Moment,
})
export type FeedbackView = z.infer<typeof FeedbackView>
