/** What a text means: the reading of a feedback, with its reasons, and what people say of it. Labels: reading/README.md. */
import { z } from 'zod'
import { Kind, Moment, Sentiment, Urgency } from './values.ts'

export const topics = [
  'product_quality',
  'service_attitude',
  'delivery',
  'price',
  'payment_refund',
  'account_security',
  'function',
  'interface',
  'performance',
  'packaging',
  'authenticity',
  'after_sales',
  'privacy',
  'content',
] as const
export const Topic = z.enum(topics)
export type Topic = z.infer<typeof Topic>

export const risks = [
  'self_harm',
  'safety',
  'police',
  'regulator',
  'lawsuit',
  'media',
  'funds_loss',
  'minor',
  'privacy_leak',
  'abuse',
  'churn',
  'mass',
] as const
export const Risk = z.enum(risks)
export type Risk = z.infer<typeof Risk>

/** What of a reading a person may judge. */
export const parts = ['kind', 'topics', 'sentiment', 'urgency', 'risks'] as const
export const Part = z.enum(parts)
export type Part = z.infer<typeof Part>

/** At most so many topics, and so many risks, of one text. */
export const mostLabels = 3
const severalOf = <T extends z.ZodType>(label: T) =>
  z
    .array(label)
    .max(mostLabels)
    .refine((given) => new Set(given).size === given.length, 'repeated')

/** What a person says of a text, the main topic first; what is left out stays as it is. */
export const Correction = z
  .strictObject({
    kind: Kind,
    topics: severalOf(Topic),
    sentiment: Sentiment,
    urgency: Urgency,
    risks: severalOf(Risk),
  })
  .partial()
export type Correction = z.infer<typeof Correction>

/** A person looked at one part of the reading. The labels now shown are theirs. */
export const JudgementView = z.object({
  part: Part,
  /** What the model had said. */
  said: z.array(z.string()),
  /** The model was right. */
  confirmed: z.boolean(),
  by: z.string().nullable(),
  at: Moment,
})
export type JudgementView = z.infer<typeof JudgementView>

export const ReasonView = z.object({ text: z.string(), weight: z.number() })
const judged = <T extends z.ZodType>(label: T) =>
  z.object({ label, confidence: z.number().min(0).max(1), reasons: z.array(ReasonView) })

export const ReadingView = z.object({
  kind: judged(Kind),
  topics: z.array(judged(z.string())),
  sentiment: judged(Sentiment).extend({ intensity: z.number().min(0).max(1) }),
  urgency: judged(Urgency),
  risks: z.array(judged(z.string())),
  keywords: z.array(z.string()),
  language: z.string(),
  /** Too unsure to be relied on: a person should look. Not once a person has said the kind. */
  abstained: z.boolean(),
  /** Which version of the model spoke. */
  model: z.string(),
  readAt: Moment,
  /** Parts that a person put right or confirmed. */
  judgements: z.array(JudgementView),
})
export type ReadingView = z.infer<typeof ReadingView>
