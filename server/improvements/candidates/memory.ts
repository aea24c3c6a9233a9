/**
 * What a process remembers of the groups of the workspaces it works for, so that a batch reads only
 * what others changed since. The tables are the truth: after a restart it is read from them, the newest
 * cases and some of each group that people had a hand in, not the whole history.
 */
import { createGrouper, type Grouper } from '../../../reading/index.ts'
import type { Ctx } from '../../platform/ctx.ts'
import type { Reader } from '../problem.ts'
import { readPrint } from './print-rows.ts'
import { type GroupingState, readState } from './state.ts'

/** Cases that newer ones are compared with. */
export const mostRemembered = 20_000
const mostWorkspaces = 4
const idleMs = 10 * 60_000
/** Of a group people had a hand in, however old. */
const eachDecided = 8
const mostDecidedGroups = 1_000

interface Memory extends GroupingState {
  grouper: Grouper
  usedAt: number
}

const memories = new WeakMap<object, Map<string, Memory>>()

/** Up to date with the tables as this reader sees them. Whoever changes it and fails calls `forgetGroups`. */
export async function rememberGroups(
  ctx: Reader & { newId(): string },
  own: object,
): Promise<Grouper> {
  const mine = memories.get(own) ?? new Map<string, Memory>()
  memories.set(own, mine)
  const state = await readState(ctx)
  let memory = mine.get(ctx.workspaceId)
  if (!memory || memory.epoch !== state.epoch || memory.stamp > state.stamp) {
    memory = { ...state, stamp: -1, grouper: open(ctx), usedAt: 0 }
    await readAll(ctx, memory.grouper)
  } else if (memory.stamp < state.stamp) await readSince(ctx, memory.grouper, memory.stamp)
  memory.stamp = state.stamp
  memory.usedAt = performance.now()
  mine.delete(ctx.workspaceId)
  mine.set(ctx.workspaceId, memory)
  makeRoom(mine)
  return memory.grouper
}

export function forgetGroups(workspaceId: string, own: object): void {
  memories.get(own)?.delete(workspaceId)
}

function open(scene: Pick<Ctx, 'newId'>): Grouper {
  return createGrouper({ newId: () => scene.newId(), capacity: mostRemembered })
}

/** Those not used for longest go first. */
function makeRoom(mine: Map<string, Memory>): void {
  const now = performance.now()
  for (const [workspaceId, { usedAt }] of mine)
    if (mine.size > mostWorkspaces || now - usedAt > idleMs) mine.delete(workspaceId)
}

async function readAll(ctx: Reader, grouper: Grouper): Promise<void> {
  const newest = await prints(ctx)
    .orderBy('opened_at', 'desc')
    .orderBy('case_id')
    .limit(mostRemembered)
    .execute()
  const decided = await ctx.db
    .selectFrom((eb) =>
      eb
        .selectFrom('case_groups')
        .select('id')
        .where('workspace_id', '=', ctx.workspaceId)
        .where('decided', '=', true)
        .where('state', '<>', 'dismissed')
        .orderBy('last_seen_at', 'desc')
        .limit(mostDecidedGroups)
        .as('g'),
    )
    .innerJoinLateral(
      (eb) =>
        eb
          .selectFrom('case_prints as p')
          .select(['p.case_id', 'p.print', 'p.group_id', 'p.opened_at'])
          .where('p.workspace_id', '=', ctx.workspaceId)
          .whereRef('p.group_id', '=', 'g.id')
          .orderBy('p.opened_at', 'desc')
          .limit(eachDecided)
          .as('p'),
      (join) => join.onTrue(),
    )
    .select(['p.case_id', 'p.print', 'p.group_id'])
    .execute()
  const known = new Set(newest.map(({ case_id }) => case_id))
  const older = decided.filter(({ case_id }) => !known.has(case_id))
  for (const row of [...older, ...newest.reverse()].slice(-mostRemembered))
    grouper.restore(row.case_id, readPrint(row.print), row.group_id)
  await readRules(ctx, grouper)
}

async function readSince(ctx: Reader, grouper: Grouper, stamp: number): Promise<void> {
  const changed = await prints(ctx)
    .where('stamp', '>', stamp)
    .orderBy('stamp')
    .orderBy('opened_at')
    .orderBy('case_id')
    .execute()
  for (const row of changed) {
    if (grouper.has(row.case_id)) grouper.move(row.case_id, row.group_id)
    else grouper.restore(row.case_id, readPrint(row.print), row.group_id)
  }
  await readRules(ctx, grouper)
}

/** What people said: few beside what there is, and said again changes nothing. */
async function readRules(ctx: Reader, grouper: Grouper): Promise<void> {
  const [apart, refused] = await Promise.all([
    ctx.db
      .selectFrom('case_likenesses')
      .select(['one_id', 'other_id'])
      .where('workspace_id', '=', ctx.workspaceId)
      .where('same', '=', false)
      .orderBy('said_at', 'desc')
      .limit(mostRemembered)
      .execute(),
    ctx.db
      .selectFrom('group_refusals')
      .select(['group_id', 'case_id'])
      .where('workspace_id', '=', ctx.workspaceId)
      .orderBy('said_at', 'desc')
      .limit(mostRemembered)
      .execute(),
  ])
  for (const { one_id, other_id } of apart) grouper.part(one_id, other_id)
  for (const { group_id, case_id } of refused) grouper.refuse(case_id, group_id)
}

function prints(ctx: Reader) {
  return ctx.db
    .selectFrom('case_prints')
    .select(['case_id', 'print', 'group_id'])
    .where('workspace_id', '=', ctx.workspaceId)
}
