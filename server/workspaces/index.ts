/**
 * Workspaces: who we work for, and who works here. An operator has a workspace; accounts sign in and
 * are members of it, each in one role; members sit in teams; programs call with API keys; a calendar
 * says when we work and so when an answer is promised.
 */
import './tables.ts'

export { forgetWorkspaces } from './access.ts'
export { openAccount, prepareAccount } from './accounts.ts'
export { addMember } from './add-member.ts'
export { addWorkingMinutes, chineseDay, workingMinutesBetween } from './calendar.ts'
export { type CreatedWorkspace, createWorkspace, type NewWorkspace } from './create-workspace.ts'
export { memberGate, visitorGate, workspaceNamed } from './gates.ts'
export { homeOf, isSetUp } from './home.ts'
export { joinTeam } from './join-team.ts'
export { dayWords, momentWords } from './moment-words.ts'
export { type KnownMember, loadTeams, membersById, membersOfTeam } from './people.ts'
export { resetPassword } from './reset-password.ts'
export { forgetSettings, loadCalendar, loadSettings, promisedAt } from './settings.ts'
export { signInRoutes } from './sign-in-routes.ts'
export { sweepSignIn } from './sweep.ts'
export { zoneOf } from './zone.ts'
