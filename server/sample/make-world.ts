/** The sample workspace before its year: furnished as any of its business, with people and a story. */

import { channelsOf } from '../channels/index.ts'
import { loadCatalogue } from '../feedback/index.ts'
import { surveyOf } from '../followups/index.ts'
import type { Ctx, Tx } from '../platform/ctx.ts'
import { newSecret, sha256 } from '../platform/ids.ts'
import { furnishWorkspace } from '../set-up.ts'
import { loadCalendar, loadSettings } from '../workspaces/index.ts'
import { incidentDay, incidentStart, yearDays } from './life/arrivals.ts'
import { type Clock, dayMs, hourMs, minuteMs, openClock } from './life/clock.ts'
import { type Dice, openDice } from './life/dice.ts'
import type { ReleaseStory, Story } from './life/matter.ts'
import type { Problem, Release, World } from './life/world.ts'
import { type Handler, inventHandlers, welcomeMembers } from './members.ts'
import { wordsOf } from './words/index.ts'

export interface Wish {
  /** The same seed tells the same year. */
  seed: string
  /** Whose cases some of it is to be: a member of the operator's workspace. */
  requestedBy: string | null
}

/** `own` is the operator's workspace, `sample` the one to be made, both in one transaction. */
export async function makeWorld(own: Tx, sample: Tx, ctx: Ctx, wish: Wish): Promise<World> {
  const settings = await loadSettings(own)
  const { business, locale } = settings
  const dice = openDice(wish.seed)
  const clock = openClock(settings.timeZone)
  const now = own.now().getTime()
  const since = now - (yearDays + 2) * dayMs
  const { teams } = await furnishWorkspace(sample, {
    name: locale === 'en' ? `${settings.name} (sample)` : `${settings.name}（示例）`,
    slug: `${settings.slug.slice(0, 33)}-sample`,
    business,
    locale,
    timeZone: settings.timeZone,
    sampleOf: own.workspaceId,
    createdAt: new Date(since),
  })
  const handlers = await inventHandlers(sample, { locale, teams, since: new Date(since), dice })
  const members = await welcomeMembers(own, sample)
  const words = wordsOf(business)
  const supervisor = handlers.find(({ role }) => role === 'supervisor') ?? (handlers[0] as Handler)
  const releases = releasesOf(words.story, clock, dice, now)
  const problems = problemsOf(words.story, releases, handlers, clock, dice, now)
  const channels = await openChannels(sample, words.story.appChannel, new Date(since))
  return {
    workspaceId: sample.workspaceId,
    secret: sample.secret,
    business,
    settings: await loadSettings(ctx),
    locale,
    calendar: await loadCalendar(ctx),
    clock,
    dice,
    now,
    since,
    catalogue: await loadCatalogue(sample),
    teams,
    channels,
    key: await openKey(sample, dice, words.story.appChannel, supervisor, since, now),
    handlers,
    loader: await loaderOf(own, members, wish.requestedBy),
    supervisor,
    survey: await surveyOf(sample),
    words,
    problems,
    releases,
    incidentProblem: problems.find(({ incident }) => incident) as Problem,
    incidentFrom: incidentStart(clock, now),
  }
}

/** Under names an operator would have given them. */
async function openChannels(
  sample: Tx,
  appChannel: string,
  since: Date,
): Promise<World['channels']> {
  await sample.db
    .updateTable('channels')
    .set((eb) => ({
      created_at: since,
      name: eb.case().when('kind', '=', 'api').then(appChannel).else(eb.ref('name')).end(),
    }))
    .where('workspace_id', '=', sample.workspaceId)
    .execute()
  const channels = await channelsOf(sample)
  return Object.fromEntries(channels.map(({ kind, id }) => [kind, id])) as World['channels']
}

/** What the operator's app calls with. Its secret was never given to anybody. */
async function openKey(
  sample: Tx,
  dice: Dice,
  name: string,
  by: Handler,
  since: number,
  now: number,
): Promise<World['key']> {
  const id = dice.id(since + hourMs)
  await sample.db
    .insertInto('api_keys')
    .values({
      workspace_id: sample.workspaceId,
      id,
      name,
      start: 'hy_sample',
      secret_hash: sha256(newSecret()),
      scopes: ['feedback:write'],
      created_by: by.id,
      created_at: new Date(since + hourMs),
      last_used_at: new Date(now - 3 * minuteMs),
      revoked_at: null,
    })
    .execute()
  return { id, name }
}

async function loaderOf(
  own: Tx,
  members: Map<string, string>,
  requestedBy: string | null,
): Promise<World['loader']> {
  const id = members.get(requestedBy ?? '')
  if (id === undefined) return null
  const row = await own.db
    .selectFrom('members')
    .select('name')
    .where('workspace_id', '=', own.workspaceId)
    .where('id', '=', requestedBy ?? '')
    .executeTakeFirstOrThrow()
  return { id, name: row.name }
}

/** Releases go out on working days before noon; the one that ended the bad days, on the third evening. */
function releasesOf(story: Story, clock: Clock, dice: Dice, now: number): Release[] {
  const today = clock.dayOf(now)
  return story.releases.map((release) => {
    const publishedAt = release.day === null ? null : releasedAt(release)
    const createdAt = (publishedAt ?? now) - dice.between(1, 3) * dayMs
    return { id: dice.id(createdAt), story: release, publishedAt, createdAt }
  })

  function releasedAt(release: ReleaseStory): number {
    if (release === story.incident.release)
      return clock.at(incidentDay(clock, now) + 2, 21 * 60 + 12)
    const day = today - (release.day ?? 0)
    const weekday = clock.weekday(day)
    return clock.at(weekday > 4 ? day - (weekday - 4) : day, dice.whole(10 * 60, 11 * 60 + 30))
  }
}

function problemsOf(
  story: Story,
  releases: readonly Release[],
  handlers: readonly Handler[],
  clock: Clock,
  dice: Dice,
  now: number,
): Problem[] {
  const today = clock.dayOf(now)
  return story.problems
    .map((problem) => {
      const incident = problem === story.incident.problem
      const from = incident
        ? incidentStart(clock, now)
        : clock.at(today - problem.fromDay, dice.whole(9 * 60, 17 * 60))
      // Nobody names a problem before some have had it.
      const createdAt = from + (incident ? 70 * minuteMs : dice.between(2, 9) * dayMs)
      const release = releases.find((one) => one.story.name === problem.release) ?? null
      const owners = handlers.filter(({ teams }) => teams.includes(problem.owner))
      const owner = dice.pick(owners.length > 0 ? owners : handlers)
      return { id: dice.id(createdAt), story: problem, from, createdAt, owner, release, incident }
    })
    .sort((a, b) => a.createdAt - b.createdAt)
    .map((problem, index) => ({ ...problem, number: index + 1 }))
}
