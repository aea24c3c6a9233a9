/**
 * What a language model, if the operator has one, does for the team: off until it is switched on,
 * masked text only, and everything it wrote says so.
 */
import { z } from 'zod'
import { endpoint } from './endpoint.ts'
import { Day, Id, Kind, Locale, Moment, Sentiment, Urgency } from './values.ts'

/**
 * opinions: on readings that are unsure · summaries: of long cases · drafts: of answers ·
 * translations: of messages
 */
export const assistantUses = ['opinions', 'summaries', 'drafts', 'translations'] as const
export const AssistantUse = z.enum(assistantUses)
export type AssistantUse = z.infer<typeof AssistantUse>

/** Why nothing came of a question. */
export const aiFailureCodes = [
  /** Switched off meanwhile. */
  'off',
  /** The workspace has used up its tokens of the day or the month. */
  'over_budget',
  /** The key is missing, wrong, or may not use this model. */
  'key_refused',
  /** The account at the provider is empty. */
  'no_balance',
  /** Too many questions for the provider just now. */
  'too_many',
  /** The provider does not understand what we ask, such as a model it does not have. */
  'request_refused',
  /** No connection, a server's error, or a line that broke. */
  'provider_down',
  'too_slow',
  'blank',
  'cut_short',
  /** The provider will not speak of this. */
  'filtered',
  /** Nothing in the answer fits what was asked for, asked twice. */
  'unreadable',
  /** Too many wait here already. */
  'busy',
  /** After several failures nobody is asked for a while. */
  'resting',
  /** What it was about is gone. */
  'gone',
] as const
export const AiFailureCode = z.enum(aiFailureCodes)
export type AiFailureCode = z.infer<typeof AiFailureCode>

/** Every text a model wrote carries this: that it did, which one, and when (标识办法). */
const provenance = {
  generator: z.literal('ai'),
  /** Null until it has spoken. */
  model: z.string().nullable(),
  at: Moment,
}

/** What a draft rests on: an answer given in another case. */
export const MachineSource = z.object({ caseId: Id, number: z.number().int(), title: z.string() })
export type MachineSource = z.infer<typeof MachineSource>

export const MachineText = z.object({
  id: Id,
  use: AssistantUse,
  /** The case, message or feedback it is about. */
  aboutId: Id,
  state: z.enum(['waiting', 'ready', 'failed']),
  failure: AiFailureCode.nullable(),
  text: z.string().nullable(),
  /** Of translations: into which language. */
  locale: Locale.nullable(),
  sources: z.array(MachineSource),
  /** Who asked; null: nobody, it came by itself. */
  askedBy: z.string().nullable(),
  ...provenance,
})
export type MachineText = z.infer<typeof MachineText>

/** What the model makes of a text on which the offline reading is unsure; it changes no label. */
export const SecondOpinion = z.object({
  kind: Kind,
  sentiment: Sentiment,
  urgency: Urgency,
  topics: z.array(z.string()),
  risks: z.array(z.string()),
  /** In its own words. */
  reason: z.string(),
  ...provenance,
})
export type SecondOpinion = z.infer<typeof SecondOpinion>

/** How a message came to be that began as a draft. */
export const DraftedMessage = z.object({
  model: z.string(),
  /** Sent essentially as it was drafted. */
  unedited: z.boolean(),
  /** The customer was told, at the end of the message. */
  labelled: z.boolean(),
})
export type DraftedMessage = z.infer<typeof DraftedMessage>

/** What of a case the assistant has done and may do for the viewer; null where there is none. */
export const CaseAssistance = z.object({
  can: z.array(z.enum(['summarise', 'draft', 'translate'])),
  opinion: SecondOpinion.nullable(),
  /** The newest of each: one summary, one draft, one translation per message and language. */
  texts: z.array(MachineText),
})
export type CaseAssistance = z.infer<typeof CaseAssistance>

export const AssistantSettings = z.object({
  active: z.boolean(),
  uses: z.array(AssistantUse),
  /** Tokens, in and out, of all uses together; null: without limit. */
  dayTokens: z.number().int().nullable(),
  monthTokens: z.number().int().nullable(),
  /** Tell customers at the end of an answer that was sent essentially as it was drafted. */
  labelAnswers: z.boolean(),
})
export type AssistantSettings = z.infer<typeof AssistantSettings>

export const AssistantView = AssistantSettings.extend({
  /** Null: the operator has set no model, and nothing of it is seen anywhere. */
  endpoint: z.object({ host: z.string(), model: z.string() }).nullable(),
  used: z.object({ today: z.number().int(), thisMonth: z.number().int() }),
  /** The last days on which it was asked, newest first. */
  days: z.array(
    z.object({
      day: Day,
      use: AssistantUse,
      asked: z.number().int(),
      failed: z.number().int(),
      tokens: z.number().int(),
    }),
  ),
  resting: z.object({ until: Moment, because: AiFailureCode }).nullable(),
})
export type AssistantView = z.infer<typeof AssistantView>

const manage = { audience: 'member', permission: 'workspace.manage' } as const

export const readAssistant = endpoint({
  ...manage,
  id: 'assistant.read',
  method: 'GET',
  path: '/api/v1/assistant',
  summary: 'The language model: its settings, what it used, how it is',
  reply: AssistantView,
})

const Budget = z.number().int().min(1000).max(1_000_000_000).nullable()

export const changeAssistant = endpoint({
  ...manage,
  id: 'assistant.change',
  method: 'PATCH',
  path: '/api/v1/assistant',
  summary: 'Switch the language model on or off, choose its uses, set its budget',
  body: z.strictObject({
    active: z.boolean().optional(),
    uses: z.array(AssistantUse).max(assistantUses.length).optional(),
    dayTokens: Budget.optional(),
    monthTokens: Budget.optional(),
    labelAnswers: z.boolean().optional(),
  }),
  reply: AssistantView,
  errors: ['assistant_absent'],
})

export const tryAssistant = endpoint({
  ...manage,
  id: 'assistant.try',
  method: 'POST',
  path: '/api/v1/assistant/trial',
  summary: 'Ask the language model for a word, to see whether it answers',
  body: z.strictObject({}),
  reply: z.object({
    failure: AiFailureCode.nullable(),
    /** As the provider names it. */
    model: z.string().nullable(),
    tookMs: z.number().int(),
  }),
  errors: ['assistant_absent'],
})
