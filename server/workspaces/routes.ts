import { fromNodeHeaders } from 'better-auth/node'
import * as contract from '../../contract/workspaces.ts'
import { type Binding, bind, bindOpen, type Http } from '../platform/http/bind.ts'
import type { Platform } from '../platform/platform.ts'
import { acceptInvitation, readInvitation } from './accept-invitation.ts'
import { accessOf } from './access.ts'
import { authOf } from './auth.ts'
import { changeMember } from './change-member.ts'
import { changeCalendar, changeSettings } from './change-settings.ts'
import { firstWorkspace } from './home.ts'
import { invite, listInvitations, revokeInvitation } from './invitations.ts'
import { createKey, listKeys, revokeKey } from './keys.ts'
import { listMembers } from './list-members.ts'
import { readSettingsNow } from './settings.ts'
import { showViewer } from './show-viewer.ts'
import { cookiesOf } from './sign-in-routes.ts'
import { changeTeam, createTeam, listTeams } from './teams.ts'

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
    bind(contract.listMembers, listMembers),
    bind(contract.changeMember, (ctx, input) => changeMember(ctx, input, access)),
    bind(contract.listInvitations, listInvitations),
    bind(contract.invite, (ctx, input, http) => invite(ctx, input, originOf(platform, http))),
    bind(contract.revokeInvitation, revokeInvitation),
    bindOpen(contract.readInvitation, readInvitation),
    bindOpen(contract.acceptInvitation, acceptInvitation),
    bind(contract.listTeams, listTeams),
    bind(contract.createTeam, createTeam),
    bind(contract.changeTeam, changeTeam),
    bind(contract.readCalendar, async (ctx) => (await readSettingsNow(ctx)).calendar),
    bind(contract.changeCalendar, changeCalendar),
    bind(contract.listKeys, listKeys),
    bind(contract.createKey, createKey),
    bind(contract.revokeKey, (ctx, input) => revokeKey(ctx, input, access)),
  ]
}

/** Each visit of the console moves the end of the session on, once a day. */
async function stayIn(platform: Platform, { request, reply }: Http): Promise<void> {
  const { headers } = await authOf(platform).api.getSession({
    headers: fromNodeHeaders(request.headers),
    returnHeaders: true,
  })
  const cookies = cookiesOf({ headers }, request)
  if (cookies.length > 0) reply.header('set-cookie', cookies)
}

function originOf(platform: Platform, { request }: Http): string {
  return platform.config.publicUrl ?? `${request.protocol}://${request.host}`
}
