/**
 * Feedback: what customers said, as they said it. A record is immutable; templates and categories
 * say what may be asked; evidence are the files that came with it. What is said afterwards in a case
 * are messages: in from the customer, out to them, notes among members, notices of the system.
 * Everything that arrives, by whatever channel, arrives through `receiveFeedback` or `receiveMany`.
 */
import './tables.ts'

export { addCategories } from './add-categories.ts'
export { addMessage, addMessages } from './add-messages.ts'
export {
  type Catalogue,
  type Category,
  catalogueKnowing,
  catalogueOf,
  forgetCatalogue,
  loadCatalogue,
} from './catalogue.ts'
export { checkFeedback } from './check-feedback.ts'
export { type Circumstances, circumstancesOf } from './circumstances.ts'
export { claimCode, trackUrl } from './claim.ts'
export { customerActor, customerGate } from './customer-gate.ts'
export { downloadOwn } from './download.ts'
export { type ErasedAuthor, eraseAuthors } from './erase-authors.ts'
export { evidenceOf, ownerOfEvidence } from './list-evidence.ts'
export { loadMessages, type Message, messagesOf } from './list-messages.ts'
export { type FeedbackFacts, loadFeedback } from './load-feedback.ts'
export type { Arrival, NewFeedback, Outcome } from './new-feedback.ts'
export { loadFeedbackPresets } from './presets/load-presets.ts'
export { previewMany } from './preview-many.ts'
export { receiveFeedback } from './receive-feedback.ts'
export { mostAtOnce, receiveMany } from './receive-many.ts'
export { redactFeedback } from './redact-feedback.ts'
export { feedbackOfImport, holdFeedback, removeFeedback } from './remove-feedback.ts'
export { showFeedback } from './show-feedback.ts'
export type { FeedbackContext } from './tables.ts'
