import type { ComponentType } from 'react'
import type { Permission } from '../../contract/roles.ts'
import { AssistantSettingsPage } from '../assistant/assistant-settings.tsx'
import { ChannelsSettings } from '../channels/channels-settings.tsx'
import { CategoriesSettings } from '../feedback/categories-settings.tsx'
import { TemplatesSettings } from '../feedback/templates-settings.tsx'
import { SurveySettingsForm } from '../followups/survey-settings.tsx'
import { FailedReactions } from '../operations/failed-reactions.tsx'
import { RadarSettings } from '../radar/radar-settings.tsx'
import { SampleSettings } from '../sample/sample-settings.tsx'
import type { Words } from '../words/words.tsx'
import { CalendarSettings } from './calendar-settings.tsx'
import { KeysSettings } from './keys-settings.tsx'
import { MembersSettings } from './members-settings.tsx'
import { SecuritySettings } from './security-settings.tsx'
import { TeamsSettings } from './teams-settings.tsx'
import { WorkspaceSettings } from './workspace-settings.tsx'

export interface SettingsTab {
  name: keyof Words['settings']['tabs']
  permission: Permission
  page: ComponentType
}

/** The pages of the settings, each for those who may. */
export const settingsTabs: SettingsTab[] = [
  { name: 'workspace', permission: 'workspace.manage', page: WorkspaceSettings },
  { name: 'members', permission: 'workspace.read', page: MembersSettings },
  { name: 'teams', permission: 'workspace.manage', page: TeamsSettings },
  { name: 'categories', permission: 'workspace.manage', page: CategoriesSettings },
  { name: 'templates', permission: 'workspace.manage', page: TemplatesSettings },
  { name: 'calendar', permission: 'workspace.manage', page: CalendarSettings },
  { name: 'survey', permission: 'workspace.manage', page: SurveySettingsForm },
  { name: 'radar', permission: 'insights.read', page: RadarSettings },
  { name: 'channels', permission: 'workspace.read', page: ChannelsSettings },
  { name: 'assistant', permission: 'workspace.manage', page: AssistantSettingsPage },
  { name: 'keys', permission: 'keys.manage', page: KeysSettings },
  { name: 'security', permission: 'workspace.read', page: SecuritySettings },
  { name: 'sample', permission: 'sample.manage', page: SampleSettings },
  { name: 'failed', permission: 'jobs.manage', page: FailedReactions },
]
