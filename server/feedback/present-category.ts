import type { CategoryView } from '../../contract/categories.ts'
import type { Ctx } from '../platform/ctx.ts'
import { type KnownMember, loadTeams, membersById } from '../workspaces/index.ts'
import type { Category } from './catalogue.ts'

/** Who may get cases, by id. */
export interface Targets {
  teams: ReadonlyMap<string, { id: string; name: string }>
  members: ReadonlyMap<string, KnownMember>
}

/** Every team, and these members. */
export async function loadTargets(
  ctx: Pick<Ctx, 'workspaceId' | 'db'>,
  memberIds: readonly (string | null)[],
): Promise<Targets> {
  const [teams, members] = await Promise.all([
    loadTeams(ctx),
    membersById(
      ctx,
      memberIds.flatMap((id) => id ?? []),
    ),
  ])
  return { teams: new Map(teams.map((team) => [team.id, team])), members }
}

export function presentCategory(category: Category, { teams, members }: Targets): CategoryView {
  const { id, name, nameEn, entry, templateId, archived } = category
  const assignee = members.get(category.assigneeId ?? '')
  return {
    id,
    name,
    nameEn,
    entry,
    templateId,
    team: teams.get(category.teamId ?? '') ?? null,
    assignee: assignee ? { id: assignee.id, name: assignee.name } : null,
    archived,
  }
}
