import type { happenings as original, reopenedBecause as reasons } from '../zh/happenings.ts'

export const happenings: typeof original = {
  'case.opened': (_, told) =>
    told
      ? 'Received; the customer was told when to expect an answer'
      : 'Received; the customer was not told',
  'case.assigned': (by, to) => {
    if (!to) return `${by} unassigned this`
    return by === to ? `${by} took this on` : `${by} assigned this to ${to}`
  },
  'case.prioritised': (by, to) => `${by} set priority to ${to}`,
  'case.moved': (by, to) => `${by} moved this to ${to}`,
  'case.corrected': (by, to) => `${by} corrected the reading (${to})`,
  'case.correction_undone': (by, to) => `${by} took back a correction of the reading (${to})`,
  'case.urged': () => 'The customer asked us to hurry',
  'case.confirmed': (_, entry) =>
    entry === 'suggestion'
      ? 'The customer read the answer and had nothing to add'
      : 'The customer confirmed it is solved',
  'case.rejected': (_, entry) =>
    entry === 'suggestion' ? 'The customer has more to say' : 'The customer says it is not solved',
  'case.closed': (by, to) => `${by} closed this: ${to}`,
  'case.withdrawn': () => 'The customer took it back',
  'case.reopened': (by, to) => `${by} reopened this${to}`,
  'case.linked': (by, to) => (to ? `${by} linked this to “${to}”` : `${by} unlinked the problem`),
  'case.told': (_, to) => `The customer was told: fixed in “${to}”`,
  'case.revealed': (by) => `${by} looked at the contact details`,
  'case.contacts_erased': (by, asked) =>
    asked
      ? `${by} deleted the contact details at the customer’s request`
      : 'Contact details deleted, as promised',
  'case.erasure_asked': () => 'The customer asked for deletion',
  'case.redacted': (by, why) =>
    `${by} deleted what was said, and the evidence, at the customer’s request: ${why}`,
  'survey.due': () => 'The customer was asked to rate',
  'survey.skipped': (_, to) =>
    `The customer was not asked to rate: they were asked about ${to} within the week`,
  'survey.answered': (_, to) => `The customer rated ${to}`,
  'survey.declined': () => 'The customer wants no more surveys',
  'message.undeliverable': () => 'A message could not reach the customer',
}

export const reopenedBecause: typeof reasons = {
  member: '',
  customer: ' (the customer wrote again)',
  low_score: ' (low score)',
  erasure: ' (to answer the wish for deletion)',
}
