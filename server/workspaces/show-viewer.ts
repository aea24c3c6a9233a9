import { type Permission, permissions } from '../../contract/roles.ts'
import type { Viewer } from '../../contract/workspaces.ts'
import type { Ctx } from '../platform/ctx.ts'
import { NotFound } from '../platform/errors.ts'
import type { Access } from './access.ts'
import { showMember } from './list-members.ts'
import { readSettingsNow } from './settings.ts'

/** Who is looking, and what they may do. */
export async function showViewer(ctx: Ctx, access: Access): Promise<Viewer> {
  const account = await ctx.db
    .selectFrom('members as m')
    .innerJoin('accounts as a', 'a.id', 'm.account_id')
    .select(['a.id', 'a.two_factor_enabled'])
    .where('m.workspace_id', '=', ctx.workspaceId)
    .where('m.id', '=', ctx.actor.id)
    .executeTakeFirst()
  if (!account) throw new NotFound()
  const [member, { settings }, memberships] = await Promise.all([
    showMember(ctx, ctx.actor.id as string),
    readSettingsNow(ctx),
    access.memberships(account.id),
  ])
  return {
    member,
    workspace: settings,
    workspaces: memberships.map(({ slug, workspaceName, sample }) => ({
      slug,
      name: workspaceName,
      sample,
    })),
    permissions: (Object.keys(permissions) as Permission[]).filter((permission) =>
      ctx.actor.permits(permission),
    ),
    twoFactor: account.two_factor_enabled,
  }
}
