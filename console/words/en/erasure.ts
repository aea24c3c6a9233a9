import { number, plural } from '../quantity.ts'
import type { erasure as original } from '../zh/erasure.ts'

export const erasure: typeof original = {
  action: 'Delete personal data at the customer’s request',
  asked: (at) => `The customer asked for deletion: ${at}`,
  askedHint:
    'Make sure who asks, then decide what goes. What the law wants kept may stay: say why in your answer.',
  askedOthers: 'A supervisor has to decide; you may answer the customer meanwhile.',
  askedTag: 'Deletion asked',
  decide: 'Look and delete',
  goesAlways: 'Goes in any case',
  contacts: (listed) =>
    `Name, e-mail and phone: ${listed}. They go from all cases of this customer, at once.`,
  noContacts: 'There are no name, e-mail and phone, or they are deleted already.',
  choose: 'Cases whose content goes too',
  chooseHint:
    'What the customer said, evidence, our answers and notes become “Deleted at the customer’s request”, and leave search and readings. Number, times, category, score and timeline stay; the figures do not change.',
  chooseNone: 'With none chosen, only the contact details go.',
  chooseAll: (count) => `All (${number(count)})`,
  texts: (count) => plural(count, 'text'),
  files: (count) => plural(count, 'file'),
  done: 'Content deleted already',
  willClose: 'still open, will be closed',
  sheet: (name) => `the imported sheet “${name}” goes as a whole`,
  more: (count) =>
    `Only the newest ${number(count)} are listed; for older ones come back after this.`,
  stays:
    'Ids of your own systems (customer id, openid) stay, so that one person is not taken for two.',
  reason: 'Reason',
  reasonHint:
    'Who asked, when and how you made sure. It stays in the timeline: no personal data here, please.',
  reasonMissing: 'Say who asked for it and when',
  sure: 'I know that nobody can bring it back',
  sureMissing: 'Please confirm',
  confirm: (count) =>
    count === 0 ? 'Delete contact details' : `Delete contact details and ${plural(count, 'case')}`,
  finished: 'Deleted',
}
