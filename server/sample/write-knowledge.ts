import type { Ctx } from '../platform/ctx.ts'
import { dayMs } from './life/clock.ts'
import type { World } from './life/world.ts'
import { writeRows } from './write-rows.ts'

/** As far back as the console adds up. */
const days = 30

/** How often each known answer stood below what customers wrote in the last weeks, and of what use it was. */
export async function writeKnowledge(ctx: Ctx, { dice, now }: World): Promise<void> {
  const articles = await ctx.db
    .selectFrom('articles')
    .select('id')
    .where('workspace_id', '=', ctx.workspaceId)
    .orderBy('id')
    .execute()
  const rows = articles.flatMap(({ id }) => {
    // Some things are asked every day, others now and then.
    const often = dice.between(0.5, 9)
    return Array.from({ length: days }, (_, back) => {
      const shown = dice.whole(0, Math.ceil(often * 2))
      const opened = Math.round(shown * dice.between(0.2, 0.6))
      return {
        article_id: id,
        day: new Date(now - back * dayMs).toISOString().slice(0, 10),
        shown,
        opened,
        solved: Math.round(opened * dice.between(0.1, 0.7)),
        inserted: dice.chance(0.3) ? dice.whole(1, 3) : 0,
      }
    })
  })
  await writeRows(ctx, 'article_uses', rows)
}
