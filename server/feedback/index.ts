/**
 * Feedback: what customers said, as they said it. A record is immutable; templates and categories
 * say what may be asked; evidence are the files that came with it. What is said afterwards in a case
 * are messages: in from the customer, out to them, notes among members, notices of the system.
 * Everything that arrives, by whatever channel, arrives through `receiveFeedback` or `receiveMany`.
 */
import './tables.ts'

export {
  type AddedMessage,
  addMessage,
  addMessages,
  type NewMessage,
} from './add-messages.ts'
export { attachEvidence } from './attach-evidence.ts'
export {
  type Catalogue,
  type Category,
  catalogueOf,
  loadCatalogue,
  type Template,
} from './catalogue.ts'
export { checkFeedback } from './check-feedback.ts'
export { claimCode, trackUrl } from './claim.ts'
export { customerActor, customerGate } from './customer-gate.ts'
export { downloadOwn } from './download.ts'
export { evidenceOf, ownerOfEvidence } from './list-evidence.ts'
export { loadMessages, type Message, messagesOf } from './list-messages.ts'
export type { Arrival, NewFeedback, Outcome, Rejected, Taken } from './new-feedback.ts'
export { loadFeedbackPresets } from './presets/load-presets.ts'
export { previewMany } from './preview-many.ts'
export { receiveFeedback } from './receive-feedback.ts'
export { mostAtOnce, receiveMany } from './receive-many.ts'
export { feedbackOfImport, holdFeedback, removeFeedback } from './remove-feedback.ts'
export {
  type FeedbackFacts,
  loadFeedback,
  type ShownFeedback,
  showFeedback,
} from './show-feedback.ts'
export type { FeedbackContext, MessageDirection, Notice } from './tables.ts'
