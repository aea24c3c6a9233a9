/**
 * Customers: who speaks to us. A customer is a person; an identity is one way we know them (e-mail,
 * phone, openid, unionid, or their id in the operator's own system). Proven identities lead to their
 * customer; what a guest merely typed is a way to reach them and joins nobody. Contact details leave
 * this domain masked, except through `revealIdentities` and, for sending, `contactsOf`.
 */
import './tables.ts'

export type { Author } from './author.ts'
export { declineSurveys } from './decline-surveys.ts'
export { eraseContacts, holdCustomers } from './erase-contacts.ts'
export { identifyCustomers } from './identify-customers.ts'
export { identitiesOf } from './identity.ts'
export {
  type CustomerCard,
  contactsOf,
  customerNames,
  customersByPhoneEnding,
  loadCustomers,
  revealIdentities,
} from './load-customers.ts'
export { awaitCustomers, removeCustomers } from './remove-customers.ts'
export { samePeople } from './same-people.ts'
