/**
 * Cases: what we must put right. A case is the handling of what one customer said: the conversation,
 * where it stands (open: the next word is ours; waiting: the customer's; closed), who has it, and the
 * promise until when we answer. Feedback opens a case, or joins the one its customer has open already.
 *
 * For domains to the right: read with `casesById`; act through the verbs below, inside your own
 * transaction; react to `case.*` events. `tellCustomers` leaves a notice in conversations, and
 * channels carry it out.
 */
import './tables.ts'

export { applyReadings } from './apply-readings.ts'
export type { Case } from './case.ts'
export { textRow } from './case-texts.ts'
export { caseIdsOfFeedback, casesById } from './cases-by-id.ts'
export { deliverMessages } from './deliver-messages.ts'
export { deliverReceipts } from './deliver-receipts.ts'
export { draftAnswers } from './draft-answer.ts'
export { eraseContacts, type Owing } from './erase-contacts.ts'
export { gatherCases, gatheredCases } from './gather-cases.ts'
export {
  caseIdsOfProblem,
  type LinkedProblem,
  linkCases,
  type ProblemWeight,
  renameProblem,
  titlesOfProblems,
  unlinkCases,
  weighProblems,
} from './link-cases.ts'
export { markOverdue } from './mark-overdue.ts'
export { type NewCase, newCase } from './new-case.ts'
export { type Notice, noticeText } from './notices.ts'
export { openCases } from './open-cases.ts'
export { passageOf } from './passage.ts'
export { raised } from './priority.ts'
export * as procedure from './procedure.ts'
export { removeCasesOfImport } from './remove-cases.ts'
export {
  type OfferedSurvey,
  offerSurveys,
  recordScore,
  reopenForLowScore,
  withdrawSurvey,
} from './score-case.ts'
export { type CaseSums, type ShareOf, sumProblem } from './sum-problem.ts'
export { summariseCases, summariseLongCases } from './summarise-case.ts'
export { tellCustomers } from './tell-customers.ts'
export { translateAll } from './translate-words.ts'
export { undoImports } from './undo-import.ts'
