/**
 * Improvements: what we change. A problem is the one cause that many customers' cases share; a
 * release fixes problems, and when it is published each of those customers is told. With that the
 * loop is closed.
 */
import './tables.ts'

export { followLinks } from './follow-links.ts'
export { renameInCases } from './rename-in-cases.ts'
export { tellCustomers, tellLateComers } from './tell-customers.ts'
export { casesToBeTold } from './untold-cases.ts'
