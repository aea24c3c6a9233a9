import { sql } from 'kysely'
import type {
  listCandidates as listEndpoint,
  showCandidate as showEndpoint,
} from '../../../contract/candidates.ts'
import type { InputOf, ReplyOf } from '../../../contract/endpoint.ts'
import type { Ctx } from '../../platform/ctx.ts'
import { NotFound } from '../../platform/errors.ts'
import { loadGroup } from './group-rows.ts'
import { pageOfMembers, presentLikeCases } from './members.ts'
import { presentCandidates, weekMs } from './present-candidates.ts'

/** What one customer says often is no problem that many share. */
const leastCustomers = 2

/** Cases that seem to speak of one matter; what people have made a problem is among the problems. */
export async function listCandidates(
  ctx: Ctx,
  input: InputOf<typeof listEndpoint>,
): Promise<ReplyOf<typeof listEndpoint>> {
  const ids = input.sort === 'growth' ? await growing(ctx, input) : await largest(ctx, input)
  return {
    items: await presentCandidates(ctx, ids.slice(0, input.limit)),
    more: ids.length > input.limit,
  }
}

type Input = InputOf<typeof listEndpoint>

async function largest(ctx: Ctx, { state, sort, limit }: Input): Promise<string[]> {
  const rows = await ctx.db
    .selectFrom('case_groups')
    .select('id')
    .where('workspace_id', '=', ctx.workspaceId)
    .where('state', '=', state)
    .where('customers', '>=', leastCustomers)
    .orderBy(sort === 'size' ? 'cases' : 'customers', 'desc')
    .orderBy('last_seen_at', 'desc')
    .orderBy('id', 'desc')
    .limit(limit + 1)
    .execute()
  return rows.map(({ id }) => id)
}

/** Only groups with something new can have grown: the cases of two weeks are counted, not the past. */
async function growing(ctx: Ctx, { state, limit }: Input): Promise<string[]> {
  const now = ctx.now().getTime()
  const { rows } = await sql<{ id: string }>`
    select g.id
    from case_groups g
    cross join lateral (
      select count(*) filter (where p.opened_at >= ${new Date(now - weekMs)}) as recent, count(*) as both
      from case_prints p
      where p.workspace_id = ${ctx.workspaceId} and p.group_id = g.id
        and p.opened_at >= ${new Date(now - 2 * weekMs)}
    ) w
    where g.workspace_id = ${ctx.workspaceId} and g.state = ${state} and g.customers >= ${leastCustomers}
      and g.last_seen_at >= ${new Date(now - weekMs)}
    order by 2 * w.recent - w.both desc, w.recent desc, g.id desc
    limit ${limit + 1}`.execute(ctx.db)
  return rows.map(({ id }) => id)
}

/** One of them, with its cases. */
export async function showCandidate(
  ctx: Ctx,
  input: InputOf<typeof showEndpoint>,
): Promise<ReplyOf<typeof showEndpoint>> {
  const group = await loadGroup(ctx, input.candidateId)
  const { ids, nextCursor } = await pageOfMembers(ctx, group.id, {
    cursor: input.cursor,
    unlinked: false,
  })
  const [views, items] = await Promise.all([
    presentCandidates(ctx, [group.id]),
    presentLikeCases(
      ctx,
      ids.map((id) => ({ id, words: group.words })),
    ),
  ])
  const [view] = views
  if (!view) throw new NotFound()
  return { ...view, members: { items, nextCursor } }
}
