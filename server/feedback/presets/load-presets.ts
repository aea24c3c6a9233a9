import { type Business, entries } from '../../../contract/values.ts'
import type { Tx } from '../../platform/ctx.ts'
import { json } from '../../platform/db/database.ts'
import { appCategories } from './app.ts'
import { imCategories } from './im.ts'
import type { CategoryPresets } from './preset.ts'
import { storeCategories } from './store.ts'
import { type TemplatePresetName, templatePresets } from './templates.ts'
import { walletCategories } from './wallet.ts'

export const categoryPresets: Readonly<Record<Business, CategoryPresets>> = {
  mini_program: appCategories,
  store: storeCategories,
  im: imCategories,
  wallet: walletCategories,
  other: appCategories,
}

/**
 * Gives a new workspace the categories and forms of its kind of business. `teams` are ids by preset
 * key; a category whose team is not there goes to nobody in particular.
 */
export async function loadFeedbackPresets(
  tx: Tx,
  business: Business,
  teams: Readonly<Record<string, string>>,
): Promise<void> {
  const chosen = entries.flatMap((entry) =>
    categoryPresets[business][entry].map((preset, position) => ({ ...preset, entry, position })),
  )
  const used = [...new Set(chosen.flatMap(({ template }) => template ?? []))]
  const templateIds = new Map<TemplatePresetName, string>(used.map((name) => [name, tx.newId()]))
  await tx.db
    .insertInto('templates')
    .values(
      used.map((key) => ({
        workspace_id: tx.workspaceId,
        id: templateIds.get(key) as string,
        name: templatePresets[key].name,
        name_en: templatePresets[key].nameEn,
        fields: json(templatePresets[key].fields),
        created_at: tx.now(),
      })),
    )
    .execute()
  await tx.db
    .insertInto('categories')
    .values(
      chosen.map(({ name, nameEn, entry, position, template, team }) => ({
        workspace_id: tx.workspaceId,
        id: tx.newId(),
        entry,
        name,
        name_en: nameEn,
        template_id: template === null ? null : (templateIds.get(template) ?? null),
        team_id: teams[team] ?? null,
        assignee_id: null,
        position,
        archived_at: null,
      })),
    )
    .execute()
}
