import type { CandidateView } from '../../../contract/candidates.ts'
import type { Ctx } from '../../platform/ctx.ts'
import type { Reader } from '../problem.ts'
import type { Group } from './group-rows.ts'
import { presentLikeCases } from './members.ts'

const samples = 3
export const weekMs = 7 * 86_400_000

/** Groups as lists show them, in the order of the ids; those that are gone are left out. */
export async function presentCandidates(
  ctx: Reader & Pick<Ctx, 'now'>,
  groupIds: readonly string[],
): Promise<CandidateView[]> {
  if (groupIds.length === 0) return []
  const [groups, weeks, newest] = await Promise.all([
    ctx.db
      .selectFrom('case_groups')
      .selectAll()
      .where('workspace_id', '=', ctx.workspaceId)
      .where('id', 'in', [...groupIds])
      .execute(),
    lastWeeks(ctx, groupIds),
    newestOf(ctx, groupIds),
  ])
  const byId = new Map(groups.map((group) => [group.id, group]))
  const shown = await presentLikeCases(
    ctx,
    newest.map(({ case_id, group_id }) => ({
      id: case_id,
      words: byId.get(group_id)?.words ?? [],
    })),
  )
  const shownById = new Map(shown.map((one) => [one.id, one]))
  return groupIds.flatMap((id) => {
    const group = byId.get(id)
    if (!group) return []
    const own = newest.filter(({ group_id }) => group_id === id)
    return [
      {
        ...presentGroup(group),
        ...(weeks.get(id) ?? { recent: 0, before: 0 }),
        samples: own.flatMap(({ case_id }) => shownById.get(case_id) ?? []),
      },
    ]
  })
}

function presentGroup(group: Group) {
  const seen = (at: Date | null) => (at ?? group.made_at).toISOString()
  return {
    id: group.id,
    state: group.state,
    title: group.title,
    words: group.words,
    cases: group.cases,
    customers: group.customers,
    firstSeenAt: seen(group.first_seen_at),
    lastSeenAt: seen(group.last_seen_at),
  }
}

/** Cases of the last seven days, and of the seven before. */
async function lastWeeks(
  ctx: Reader & Pick<Ctx, 'now'>,
  groupIds: readonly string[],
): Promise<Map<string, { recent: number; before: number }>> {
  const now = ctx.now().getTime()
  const rows = await ctx.db
    .selectFrom('case_prints')
    .select((eb) => [
      'group_id',
      eb.fn
        .countAll<number>()
        .filterWhere('opened_at', '>=', new Date(now - weekMs))
        .as('recent'),
      eb.fn.countAll<number>().as('both'),
    ])
    .where('workspace_id', '=', ctx.workspaceId)
    .where('group_id', 'in', [...groupIds])
    .where('opened_at', '>=', new Date(now - 2 * weekMs))
    .groupBy('group_id')
    .execute()
  return new Map(
    rows.map(({ group_id, recent, both }) => [
      group_id as string,
      { recent, before: both - recent },
    ]),
  )
}

async function newestOf(
  ctx: Reader,
  groupIds: readonly string[],
): Promise<{ case_id: string; group_id: string }[]> {
  return ctx.db
    .selectFrom((eb) =>
      eb
        .selectFrom('case_groups')
        .select('id')
        .where('workspace_id', '=', ctx.workspaceId)
        .where('id', 'in', [...groupIds])
        .as('g'),
    )
    .innerJoinLateral(
      (eb) =>
        eb
          .selectFrom('case_prints')
          .select(['case_id', 'opened_at'])
          .where('workspace_id', '=', ctx.workspaceId)
          .whereRef('group_id', '=', 'g.id')
          .orderBy('opened_at', 'desc')
          .orderBy('case_id', 'desc')
          .limit(samples)
          .as('p'),
      (join) => join.onTrue(),
    )
    .select(['p.case_id', 'g.id as group_id'])
    .orderBy('p.opened_at', 'desc')
    .orderBy('p.case_id', 'desc')
    .execute()
}
