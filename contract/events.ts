/** Every fact the system can state, past tense, with what it carries. Webhooks will send these. */
import { z } from 'zod'
import { AssistantUse } from './assistant.ts'
import { Resolution } from './cases.ts'
import { Id, Priority } from './values.ts'

const ofCase = { caseId: Id }

export const events = {
  'workspace.created': z.object({}),
  'settings.changed': z.object({ what: z.string() }),
  'member.joined': z.object({ memberId: Id }),
  'member.changed': z.object({ memberId: Id }),
  'key.created': z.object({ keyId: Id }),
  'key.revoked': z.object({ keyId: Id }),
  'feedback.received': z.object({ feedbackId: Id }),
  'feedback.read': z.object({ feedbackId: Id }),
  /** The offline reading is unsure, and there is somebody to ask. */
  'feedback.doubted': z.object({ feedbackId: Id }),
  'case.opened': z.object({ ...ofCase, feedbackId: Id }),
  'case.assigned': z.object({ ...ofCase, teamId: Id.nullable(), assigneeId: Id.nullable() }),
  'case.prioritised': z.object({ ...ofCase, priority: Priority }),
  'case.moved': z.object({ ...ofCase, categoryId: Id.nullable() }),
  'case.answered': z.object({ ...ofCase, messageId: Id }),
  'case.noted': z.object({ ...ofCase, messageId: Id }),
  'case.added': z.object({ ...ofCase, messageId: Id }),
  'case.urged': z.object(ofCase),
  'case.confirmed': z.object({ ...ofCase, messageId: Id.nullable() }),
  'case.rejected': z.object({ ...ofCase, messageId: Id.nullable() }),
  'case.closed': z.object({ ...ofCase, resolution: Resolution }),
  'case.reopened': z.object({
    ...ofCase,
    why: z.enum(['member', 'customer', 'low_score', 'erasure']),
  }),
  'case.linked': z.object({ ...ofCase, problemId: Id.nullable() }),
  'case.told': z.object({ ...ofCase, releaseId: Id, messageId: Id, release: z.string() }),
  /** The system told the customer something, such as that the case is closed: the message must leave. */
  'case.notified': z.object({ ...ofCase, messageId: Id }),
  'case.revealed': z.object({ ...ofCase, customerId: Id }),
  /** The customer's contact details were deleted: as long after closing as was promised, or as they asked. */
  'case.contacts_erased': z.object({ ...ofCase, asked: z.boolean().optional() }),
  /** The customer asked that what is known of them be deleted. */
  'case.erasure_asked': z.object(ofCase),
  /** All that was said in the case was deleted, as the customer asked. */
  'case.redacted': z.object({ ...ofCase, reason: z.string() }),
  'case.overdue': z.object(ofCase),
  'case.read': z.object(ofCase),
  /** A person said what the text means; `parts` of the reading changed, apart by commas. */
  'case.corrected': z.object({ ...ofCase, feedbackId: Id, parts: z.string() }),
  'case.reading_confirmed': z.object({ ...ofCase, feedbackId: Id }),
  'case.correction_undone': z.object({ ...ofCase, feedbackId: Id, parts: z.string() }),
  'case.removed': z.object(ofCase),
  'case.summary_asked': z.object({ ...ofCase, textId: Id }),
  'case.draft_asked': z.object({ ...ofCase, textId: Id }),
  'case.translation_asked': z.object({ ...ofCase, textId: Id }),
  'message.delivered': z.object({ ...ofCase, messageId: Id }),
  /** `messageId` is null when it was a survey that did not arrive. */
  'message.undeliverable': z.object({ ...ofCase, messageId: Id.nullable(), error: z.string() }),
  'survey.due': z.object({ ...ofCase, invitationId: Id }),
  /** Due, but the customer was asked about the case `askedAbout` only days ago. */
  'survey.skipped': z.object({ ...ofCase, invitationId: Id, askedAbout: z.number().int() }),
  'survey.answered': z.object({ ...ofCase, invitationId: Id, score: z.number().int() }),
  'survey.declined': z.object({ ...ofCase, invitationId: Id }),
  'import.started': z.object({ importId: Id }),
  'import.check_requested': z.object({ importId: Id }),
  'import.undo_requested': z.object({ importId: Id }),
  'import.progressed': z.object({ importId: Id }),
  'article.created': z.object({ articleId: Id }),
  'article.changed': z.object({ articleId: Id }),
  /** A customer who was writing to us found that it solved the matter. */
  'article.helped': z.object({ articleId: Id }),
  'problem.created': z.object({ problemId: Id }),
  'problem.changed': z.object({ problemId: Id }),
  'problem.suggestions_refused': z.object({ problemId: Id, cases: z.number().int() }),
  'candidate.accepted': z.object({ candidateId: Id, problemId: Id }),
  'candidate.split': z.object({ candidateId: Id, splitId: Id.nullable() }),
  'candidate.merged': z.object({ candidateId: Id, intoId: Id }),
  'candidate.dismissed': z.object({ candidateId: Id }),
  'candidate.restored': z.object({ candidateId: Id }),
  /** Groups began to be made: what was there before is grouped as well. */
  'candidates.wanted': z.object({}),
  /** Somebody said whether two cases are the same matter; null takes it back. */
  'cases.compared': z.object({ oneId: Id, otherId: Id, same: z.boolean().nullable() }),
  'release.published': z.object({ releaseId: Id }),
  'alert.raised': z.object({ alertId: Id }),
  /** More cases of it came. */
  'alert.grown': z.object({ alertId: Id }),
  'alert.acknowledged': z.object({ alertId: Id }),
  'alert.snoozed': z.object({ alertId: Id }),
  /** Its snooze ran out, and it goes on. */
  'alert.woken': z.object({ alertId: Id }),
  'alert.dismissed': z.object({ alertId: Id }),
  'alert.restored': z.object({ alertId: Id }),
  'alert.linked': z.object({ alertId: Id, problemId: Id }),
  'alert.ended': z.object({ alertId: Id }),
  'radar.lift_forgotten': z.object({ series: z.string() }),
  'assistant.changed': z.object({ active: z.boolean() }),
  /** A text that was asked for is there, or will not come. */
  'assistant.answered': z.object({ textId: Id, use: AssistantUse, caseId: Id.nullable() }),
  /** A night made a version of the workspace's own model; promoted, it reads from now on. */
  'model.made': z.object({ version: z.number().int(), promoted: z.boolean() }),
  'model.chosen': z.object({ version: z.number().int() }),
  'model.released': z.object({ version: z.number().int() }),
  'webhook.created': z.object({ webhookId: Id }),
  'webhook.changed': z.object({ webhookId: Id }),
  'webhook.removed': z.object({ webhookId: Id }),
  /** Somebody asked for a test. */
  'webhook.tested': z.object({ webhookId: Id }),
  /** Something was sent, or was tried. */
  'webhook.delivered': z.object({ webhookId: Id }),
  'sample.requested': z.object({}),
  'sample.removal_requested': z.object({}),
} as const

export type EventType = keyof typeof events
export type EventData<T extends EventType> = z.infer<(typeof events)[T]>
export const eventTypes = Object.keys(events) as EventType[]
