/** Names for the series that alerts speak of. */
import type { Watched } from '../../../contract/radar.ts'
import { catalogueOf } from '../../feedback/index.ts'
import type { Ctx } from '../../platform/ctx.ts'

/** Series as people know them: a category by its name, a problem by its title. */
export async function nameWatched(
  ctx: Ctx,
  series: readonly string[],
): Promise<Map<string, Watched>> {
  const idsOf = (by: string) =>
    series.flatMap((one) => (one.startsWith(`${by}:`) ? [one.slice(by.length + 1)] : []))
  const [{ categories }, problems] = await Promise.all([
    catalogueOf(ctx),
    problemTitles(ctx, idsOf('problem')),
  ])
  return new Map(
    series.map((one) => {
      const [by = 'all', key = null] = one.split(':')
      const category = by === 'category' ? categories.get(key ?? '') : undefined
      return [
        one,
        {
          by: by as Watched['by'],
          key,
          name: category?.name ?? (by === 'problem' ? (problems.get(key ?? '') ?? null) : null),
          nameEn: category?.nameEn ?? null,
        },
      ]
    }),
  )
}

async function problemTitles(ctx: Ctx, ids: string[]): Promise<Map<string, string>> {
  if (ids.length === 0) return new Map()
  const rows = await ctx.db
    .selectFrom('problems')
    .select(['id', 'title'])
    .where('workspace_id', '=', ctx.workspaceId)
    .where('id', 'in', ids)
    .execute()
  return new Map(rows.map(({ id, title }) => [id, title]))
}
