/** Everything the year takes place in: the furnished workspace, its people, its words, chance. */

import type { Calendar } from '../../../contract/calendar.ts'
import type { SurveySettings } from '../../../contract/followups.ts'
import type { Business, ChannelKind, Locale } from '../../../contract/values.ts'
import type { Settings } from '../../../contract/workspaces.ts'
import type { Catalogue, Category } from '../../feedback/index.ts'
import { addWorkingMinutes } from '../../workspaces/index.ts'
import type { Handler } from '../members.ts'
import type { Clock } from './clock.ts'
import type { Dice } from './dice.ts'
import type { BusinessWords, Matter, ProblemStory, ReleaseStory } from './matter.ts'

export interface World {
  workspaceId: string
  secret: string
  business: Business
  settings: Settings
  locale: Locale
  calendar: Calendar
  clock: Clock
  dice: Dice
  now: number
  /** When the workspace began to be used. */
  since: number
  catalogue: Catalogue
  /** Team ids by preset key. */
  teams: Readonly<Record<string, string>>
  channels: Readonly<Record<ChannelKind, string>>
  /** The key the operator's own app calls with. */
  key: { id: string; name: string }
  handlers: readonly Handler[]
  /** The member who asked for the sample. */
  loader: { id: string; name: string } | null
  supervisor: Handler
  survey: SurveySettings
  words: BusinessWords
  problems: readonly Problem[]
  releases: readonly Release[]
  incidentProblem: Problem
  incidentFrom: number
}

export interface Problem {
  id: string
  number: number
  story: ProblemStory
  from: number
  createdAt: number
  owner: Handler
  release: Release | null
  incident: boolean
}

export interface Release {
  id: string
  story: ReleaseStory
  publishedAt: number | null
  createdAt: number
}

/** When working time has passed since then. */
export function afterWork({ calendar, settings }: World, from: number, minutes: number): number {
  return addWorkingMinutes(calendar, settings.timeZone, new Date(from), minutes).getTime()
}

export function categoryOf(world: World, matter: Matter): Category {
  for (const category of world.catalogue.categories.values())
    if (category.entry === matter.entry && category.name === matter.category) return category
  throw new Error(`${matter.key}: no category is called ${matter.category}`)
}

/** A colleague of the team that has the case; anyone when it has none. */
export function handlerFor({ handlers, dice, teams }: World, teamId: string | null): Handler {
  const inTeam = handlers.filter((one) => one.teams.some((key) => teams[key] === teamId))
  const agents = inTeam.filter(({ role }) => role === 'agent')
  if (agents.length > 0) return dice.pick(agents)
  return dice.pick(inTeam.length > 0 ? inTeam : handlers)
}
