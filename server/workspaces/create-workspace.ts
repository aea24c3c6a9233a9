import type { Business, Locale } from '../../contract/values.ts'
import type { Tx } from '../platform/ctx.ts'
import { json } from '../platform/db/database.ts'
import { presets, teamNames } from './presets.ts'
import { freeSlug } from './slug.ts'

export interface NewWorkspace {
  name: string
  business: Business
  locale: Locale
  timeZone: string
  /** Without one, made from the name. */
  slug?: string
  /** The workspace this one is the sample of. */
  sampleOf?: string
  /** Now unless said; a sample has a past. */
  createdAt?: Date
}

export interface CreatedWorkspace {
  id: string
  slug: string
  /** Ids by preset key: complaints, product, tech, service, … */
  teams: Record<string, string>
}

/** Of cases to be answered within the promise. */
const replyGoal = 0.9
const contactRetentionDays = 180

/**
 * Makes the workspace that `tx` is of, with the teams, hours, promise and greeting its kind of
 * business starts with. Feedback's, channels' and followups' presets follow in server/set-up.ts.
 */
export async function createWorkspace(tx: Tx, given: NewWorkspace): Promise<CreatedWorkspace> {
  const preset = presets[given.business]
  const createdAt = given.createdAt ?? tx.now()
  const slug = await freeSlug(tx, given.slug ?? given.name)
  await tx.db
    .insertInto('workspaces')
    .values({
      id: tx.workspaceId,
      slug,
      name: given.name,
      business: given.business,
      time_zone: given.timeZone,
      locale: given.locale,
      sample_of: given.sampleOf ?? null,
      promise_minutes: preset.promiseMinutes,
      reply_goal: replyGoal,
      contact_retention_days: contactRetentionDays,
      greeting: preset.greeting[given.locale],
      created_at: createdAt,
    })
    .execute()
  await tx.db
    .insertInto('calendars')
    .values({
      workspace_id: tx.workspaceId,
      hours: json({ ...preset.hours, chineseHolidays: followsChina(given, preset.hours) }),
      changed_at: createdAt,
    })
    .execute()
  const teams = preset.teams.map((key) => ({
    key,
    workspace_id: tx.workspaceId,
    id: tx.newId(),
    name: teamNames[key][given.locale],
    created_at: createdAt,
  }))
  await tx.db
    .insertInto('teams')
    .values(teams.map(({ key: _, ...team }) => team))
    .execute()
  tx.record('workspace.created', {})
  return {
    id: tx.workspaceId,
    slug,
    teams: Object.fromEntries(teams.map(({ key, id }) => [key, id])),
  }
}

/** Chinese public holidays mean nothing to a workspace in another country. */
function followsChina(given: NewWorkspace, hours: { chineseHolidays: boolean }): boolean {
  return hours.chineseHolidays && chineseZones.has(given.timeZone)
}
const chineseZones = new Set([
  'Asia/Shanghai',
  'Asia/Urumqi',
  'Asia/Chongqing',
  'Asia/Harbin',
  'PRC',
])
