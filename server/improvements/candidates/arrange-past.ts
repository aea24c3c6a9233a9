import type { Ctx } from '../../platform/ctx.ts'
import { reaction } from '../../platform/events/reactions.ts'
import { groupCases, groupedWithinMs } from './group-cases.ts'

const atOnce = 100

export const arrangePastCases = reaction<'candidates.wanted'>({
  name: 'improvements.arrangePast',
  pace: 'long',
  run: (ctx) => arrangePast(ctx),
})

/**
 * Groups what was there before groups were: the newest cases first, as far back as is of interest.
 * Interrupted, it goes on with what is not grouped yet.
 */
export async function arrangePast(ctx: Ctx, { withinMs = groupedWithinMs } = {}): Promise<void> {
  const since = new Date(ctx.now().getTime() - withinMs)
  await ctx.write((tx) =>
    tx.db
      .insertInto('grouping_states')
      .values({ workspace_id: tx.workspaceId, arranged_at: tx.now() })
      .onConflict((conflict) =>
        conflict.column('workspace_id').doUpdateSet({ arranged_at: tx.now() }),
      )
      .execute(),
  )
  for (let before: Place | null = null; ; ) {
    const page = await ungrouped(ctx, since, before)
    if (page.length === 0) return
    await groupCases(
      ctx,
      page.map(({ id }) => id),
    )
    before = page.at(-1) ?? null
  }
}

type Place = { id: string; opened_at: Date }

function ungrouped(ctx: Ctx, since: Date, before: Place | null): Promise<Place[]> {
  return ctx.db
    .selectFrom('cases as c')
    .select(['c.id', 'c.opened_at'])
    .where('c.workspace_id', '=', ctx.workspaceId)
    .where('c.opened_at', '>=', since)
    .$if(before !== null, (query) =>
      query.where((eb) =>
        eb(
          eb.refTuple('c.opened_at', 'c.id'),
          '<',
          eb.tuple((before as Place).opened_at, (before as Place).id),
        ),
      ),
    )
    .where((eb) =>
      eb.not(
        eb.exists(
          eb
            .selectFrom('case_prints as p')
            .select('p.case_id')
            .where('p.workspace_id', '=', ctx.workspaceId)
            .whereRef('p.case_id', '=', 'c.id'),
        ),
      ),
    )
    .orderBy('c.opened_at', 'desc')
    .orderBy('c.id', 'desc')
    .limit(atOnce)
    .execute()
}
