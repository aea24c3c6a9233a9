/** The first visit: the one action that reaches into every domain, in one transaction. */
import { sql } from 'kysely'
import type { InputOf } from '../contract/endpoint.ts'
import type { setUp as endpoint } from '../contract/workspaces.ts'
import { createFirstChannels } from './channels/index.ts'
import { loadFeedbackPresets } from './feedback/index.ts'
import { loadSurveyPreset } from './followups/index.ts'
import { loadKnowledgePresets } from './knowledge/index.ts'
import type { Tx } from './platform/ctx.ts'
import { Conflict } from './platform/errors.ts'
import { newId } from './platform/ids.ts'
import type { Platform } from './platform/platform.ts'
import {
  addMember,
  type CreatedWorkspace,
  createWorkspace,
  forgetWorkspaces,
  isSetUp,
  joinTeam,
  type NewWorkspace,
  openAccount,
  prepareAccount,
} from './workspaces/index.ts'

/** Two first visitors at once must not both become owners; any number, used for nothing else. */
const setUpLock = 731_904_112

/** The workspace, its owner, and what its kind of business starts with. Only the first caller is served. */
export async function setUp(
  platform: Platform,
  input: InputOf<typeof endpoint>,
): Promise<{ workspace: string }> {
  if (await isSetUp(platform.db)) throw new Conflict('already_set_up')
  const owner = await prepareAccount({
    name: input.ownerName,
    email: input.email,
    password: input.password,
  })
  const ctx = platform.ctx(newId(platform.now().getTime()))
  const created = await ctx.write(async (tx) => {
    await sql`select pg_advisory_xact_lock(${setUpLock})`.execute(tx.db)
    if (await isSetUp(tx.db)) throw new Conflict('already_set_up')
    const workspace = await furnishWorkspace(tx, {
      name: input.workspaceName,
      business: input.business,
      locale: input.locale,
      timeZone: input.timeZone,
    })
    const accountId = await openAccount(tx, owner)
    const ownerId = await addMember(tx, {
      accountId,
      name: input.ownerName,
      email: owner.email,
      role: 'owner',
    })
    for (const teamId of Object.values(workspace.teams)) await joinTeam(tx, teamId, [ownerId])
    return workspace
  })
  forgetWorkspaces(platform)
  return { workspace: created.slug }
}

/** A workspace as its kind of business finds it: teams, hours, forms, channels, survey; nobody in it yet. */
export async function furnishWorkspace(tx: Tx, given: NewWorkspace): Promise<CreatedWorkspace> {
  const workspace = await createWorkspace(tx, given)
  await loadFeedbackPresets(tx, given.business, workspace.teams)
  await createFirstChannels(tx, given.locale)
  await loadSurveyPreset(tx, given.business)
  await loadKnowledgePresets(tx, given)
  return workspace
}
