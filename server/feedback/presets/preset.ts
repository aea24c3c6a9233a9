/** What a new workspace asks its customers, by kind of business. */
import type { Entry } from '../../../contract/values.ts'
import type { TemplatePresetName } from './templates.ts'

export interface CategoryPreset {
  name: string
  nameEn: string
  template: TemplatePresetName | null
  /** Key of a team of workspaces' presets. */
  team: string
}

/** In the order in which customers see them. */
export type CategoryPresets = Readonly<Record<Entry, readonly CategoryPreset[]>>

export function category(
  name: string,
  nameEn: string,
  team: string,
  template: TemplatePresetName | null = null,
): CategoryPreset {
  return { name, nameEn, template, team }
}
