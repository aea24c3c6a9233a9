import type { Entry } from '../../contract/values.ts'
import type { Tx } from '../platform/ctx.ts'
import { type Category, loadCatalogue } from './catalogue.ts'

/**
 * Categories that were decided on elsewhere, by an import: each goes to the team that gets most of
 * its entry, and one that was archived under this name is in use again.
 */
export async function addCategories(
  tx: Tx,
  wanted: readonly { entry: Entry; name: string }[],
): Promise<void> {
  if (wanted.length === 0) return
  const categories = [...(await loadCatalogue(tx)).categories.values()]
  const taken = new Map<Entry, number>()
  for (const { entry } of categories) taken.set(entry, (taken.get(entry) ?? 0) + 1)
  await tx.db
    .insertInto('categories')
    .values(
      wanted.map(({ entry, name }) => {
        const position = taken.get(entry) ?? 0
        taken.set(entry, position + 1)
        return {
          workspace_id: tx.workspaceId,
          id: tx.newId(),
          entry,
          name,
          name_en: null,
          template_id: null,
          team_id: usualTeam(categories, entry),
          assignee_id: null,
          position,
          archived_at: null,
        }
      }),
    )
    .onConflict((on) =>
      on.columns(['workspace_id', 'entry', 'name']).doUpdateSet({ archived_at: null }),
    )
    .execute()
  tx.record('settings.changed', { what: 'categories' })
}

/** The team that gets most categories of this entry. */
function usualTeam(categories: readonly Category[], entry: Entry): string | null {
  const counts = new Map<string, number>()
  for (const { entry: of, teamId, archived } of categories)
    if (of === entry && teamId !== null && !archived)
      counts.set(teamId, (counts.get(teamId) ?? 0) + 1)
  return [...counts].sort((a, b) => b[1] - a[1])[0]?.[0] ?? null
}
