/** What a text means: the reading of a feedback, with its reasons. Labels: reading/README.md. */
import { z } from 'zod'
import { Kind, Moment, Sentiment, Urgency } from './values.ts'

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
  /** Too unsure to be relied on: a person should look. */
  abstained: z.boolean(),
  /** Which version of the model spoke. */
  model: z.string(),
  readAt: Moment,
})
export type ReadingView = z.infer<typeof ReadingView>
