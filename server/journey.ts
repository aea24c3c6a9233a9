/**
 * ★ What follows from what. Every fact the system can state, and the reactions to it; read this
 * first. A reaction may run twice and in any order: see platform/events/reactions.ts.
 */
import {
  applyReadings,
  deliverMessages,
  deliverReceipts,
  openCases,
  undoImports,
} from './cases/index.ts'
import { checkImports, forgetDeliveries, runImports } from './channels/index.ts'
import { cancelInvitations, inviteToSurvey, mailSurveys, mailTeam } from './followups/index.ts'
import {
  arrangePastCases,
  followLinks,
  groupNewCases,
  renameInCases,
  tellCustomers,
  tellLateComers,
} from './improvements/index.ts'
import { recountAll, recountCases } from './insights/index.ts'
import type { Journey } from './platform/events/reactions.ts'
import { clearSample, fillSample } from './sample/index.ts'
import { readFeedback } from './understanding/index.ts'

export const journey: Journey = {
  'workspace.created': [],
  'settings.changed': [recountAll],
  'member.joined': [],
  'member.changed': [],
  'key.created': [],
  'key.revoked': [],
  'feedback.received': [openCases, readFeedback],
  'feedback.read': [applyReadings],
  'case.opened': [applyReadings, recountCases, deliverReceipts, groupNewCases],
  'case.assigned': [],
  'case.prioritised': [],
  'case.moved': [recountCases],
  'case.answered': [deliverMessages, recountCases],
  'case.noted': [],
  'case.added': [recountCases, deliverReceipts],
  'case.urged': [],
  'case.confirmed': [recountCases],
  'case.rejected': [recountCases],
  'case.closed': [recountCases, inviteToSurvey],
  'case.reopened': [recountCases, cancelInvitations],
  'case.overdue': [recountCases],
  'case.linked': [followLinks, tellLateComers, groupNewCases],
  'case.told': [deliverMessages],
  'case.notified': [deliverMessages],
  'case.revealed': [],
  'case.contacts_erased': [],
  'case.corrected': [recountCases, groupNewCases],
  'case.reading_confirmed': [],
  'case.correction_undone': [recountCases, groupNewCases],
  'case.read': [recountCases, groupNewCases],
  'case.removed': [recountCases, forgetDeliveries, cancelInvitations, followLinks, groupNewCases],
  'message.delivered': [],
  'message.undeliverable': [],
  'survey.due': [mailSurveys],
  'survey.skipped': [],
  'survey.answered': [recountCases, mailTeam],
  'survey.declined': [],
  'import.started': [runImports],
  'import.check_requested': [checkImports],
  'import.undo_requested': [undoImports],
  'import.progressed': [],
  'problem.created': [],
  'problem.changed': [renameInCases],
  'problem.suggestions_refused': [],
  'candidate.accepted': [],
  'candidate.split': [],
  'candidate.merged': [],
  'candidate.dismissed': [],
  'candidate.restored': [],
  'candidates.wanted': [arrangePastCases],
  'cases.compared': [],
  'release.published': [tellCustomers],
  'sample.requested': [fillSample],
  'sample.removal_requested': [clearSample],
}
