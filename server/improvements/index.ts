/**
 * Improvements: what we change. A problem is the one cause that many customers' cases share; a
 * release fixes problems, and when it is published each of those customers is told. With that the
 * loop is closed. Cases that seem to speak of one matter come together as candidates (candidates/).
 */
import './tables.ts'

export { arrangePast, arrangePastCases, groupNewCases, groupsOf } from './candidates/index.ts'
export { createProblem } from './create-problem.ts'
export { followLinks } from './follow-links.ts'
export { linkCases } from './link-cases.ts'
export { linkJoined } from './link-joined.ts'
export { renameInCases } from './rename-in-cases.ts'
export { tellCustomers, tellLateComers } from './tell-customers.ts'
export { casesToBeTold } from './untold-cases.ts'
