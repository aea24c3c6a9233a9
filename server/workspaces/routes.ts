import * as calendar from '../../contract/calendar.ts'
import * as membership from '../../contract/members.ts'
import * as teams from '../../contract/teams.ts'
import * as contract from '../../contract/workspaces.ts'
import { type Binding, bind, bindOpen } from '../platform/http/bind.ts'
import type { Platform } from '../platform/platform.ts'
import { acceptInvitation } from './accept-invitation.ts'
import { accessOf } from './access.ts'
import { changeCalendar } from './change-calendar.ts'
import { changeMember } from './change-member.ts'
import { changeSettings } from './change-settings.ts'
import { changeTeam } from './change-team.ts'
import { createKey } from './create-key.ts'
import { createTeam } from './create-team.ts'
import { firstWorkspace } from './home.ts'
import { invite } from './invite.ts'
import { listInvitations } from './list-invitations.ts'
import { listKeys } from './list-keys.ts'
import { listMembers } from './list-members.ts'
import { listTeams } from './list-teams.ts'
import { readInvitation } from './read-invitation.ts'
import { revokeInvitation } from './revoke-invitation.ts'
import { revokeKey } from './revoke-key.ts'
import { readSettingsNow } from './settings.ts'
import { showViewer } from './show-viewer.ts'
import { originOf, stayIn } from './stay-in.ts'

/** Set-up is bound in server/routes.ts: it reaches into domains to the right. */
export function workspacesRoutes(platform: Platform): Binding[] {
  const access = accessOf(platform)
  return [
    bindOpen(contract.readSetup, async () => {
      const portal = await firstWorkspace(platform.db)
      return { needed: portal === null, portal }
    }),
    bind(contract.readSettings, async (ctx) => (await readSettingsNow(ctx)).settings),
    bind(contract.changeSettings, changeSettings),
    bind(contract.readViewer, async (ctx, _input, http) => {
      await stayIn(platform, http)
      return showViewer(ctx, access)
    }),
    bind(membership.listMembers, listMembers),
    bind(membership.changeMember, (ctx, input) => changeMember(ctx, input, access)),
    bind(membership.listInvitations, listInvitations),
    bind(membership.invite, (ctx, input, http) => invite(ctx, input, originOf(platform, http)), {
      showsSecret: true,
    }),
    bind(membership.revokeInvitation, revokeInvitation),
    bindOpen(membership.readInvitation, readInvitation),
    bindOpen(membership.acceptInvitation, acceptInvitation),
    bind(teams.listTeams, listTeams),
    bind(teams.createTeam, createTeam),
    bind(teams.changeTeam, changeTeam),
    bind(calendar.readCalendar, async (ctx) => (await readSettingsNow(ctx)).calendar),
    bind(calendar.changeCalendar, changeCalendar),
    bind(membership.listKeys, listKeys),
    bind(membership.createKey, createKey, { showsSecret: true }),
    bind(membership.revokeKey, (ctx, input) => revokeKey(ctx, input, access)),
  ]
}
