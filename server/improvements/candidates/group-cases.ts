/**
 * Cases come together that seem to speak of one matter: candidates for problems. Each case is compared
 * with the newest others once, when it was read; people decide what the groups are, and nothing is linked
 * by itself. A case that is linked to a problem stands with the others of that problem, so that like ones
 * can be suggested for it.
 */
import { type Grouper, type Placed, type Print, printOf } from '../../../reading/index.ts'
import { type Case, casesById } from '../../cases/index.ts'
import { loadFeedback } from '../../feedback/index.ts'
import type { Ctx, Tx } from '../../platform/ctx.ts'
import { reaction } from '../../platform/events/reactions.ts'
import { describeGroups, forgetDescriptions } from './describe-groups.ts'
import { groupsOfProblems, weighGroups } from './group-rows.ts'
import { forgetGroups, rememberGroups } from './memory.ts'
import { writtenPrint } from './print-rows.ts'
import { holdGroups, startEpoch } from './state.ts'

/** What is over and older than that is no news of anything. */
export const groupedWithinMs = 180 * 86_400_000
/** After so many milliseconds of comparing, others get a turn. */
const turnMs = 8

type CaseEvent =
  | 'case.opened'
  | 'case.read'
  | 'case.corrected'
  | 'case.correction_undone'
  | 'case.linked'
  | 'case.redacted'
  | 'case.removed'

export const groupNewCases = reaction<CaseEvent>({
  name: 'improvements.group',
  batch: 100,
  run: (ctx, events) => groupCases(ctx, [...new Set(events.map(({ data }) => data.caseId))]),
})

/** Brings these cases to where they belong by now; what is where it belongs stays. */
export async function groupCases(ctx: Ctx, caseIds: readonly string[]): Promise<void> {
  const prints = await printsFor(ctx, caseIds)
  let touched: string[] = []
  try {
    touched = await ctx.write(async (tx) => {
      const { stamp } = await holdGroups(tx)
      const grouper = await rememberGroups(tx, ctx.db)
      return settle(tx, { grouper, stamp, caseIds, prints })
    })
  } catch (error) {
    forgetGroups(ctx.workspaceId, ctx.db)
    throw error
  }
  await describeGroups(ctx, touched)
}

/** What those are compared by that are not kept yet, made before anybody has to wait. */
async function printsFor(ctx: Ctx, caseIds: readonly string[]): Promise<Map<string, Print>> {
  const [cases, kept] = await Promise.all([casesById(ctx, caseIds), keptPrints(ctx, caseIds)])
  const fresh = [...cases.values()].filter((one) => !kept.has(one.id) && isGrouped(one, ctx.now()))
  const said = await loadFeedback(
    ctx,
    fresh.map(({ feedback_id }) => feedback_id),
  )
  const prints = new Map<string, Print>()
  let since = performance.now()
  for (const { id, words } of said) {
    prints.set(id, printOf(words))
    if (performance.now() - since < turnMs) continue
    await new Promise(setImmediate)
    since = performance.now()
  }
  return prints
}

/** What has been read and asks for something, lately or still; and whatever shows a known problem. */
function isGrouped(one: Case, now: Date): boolean {
  const { kind, state, opened_at, problem_id } = one
  if (isForgotten(one)) return false
  if (problem_id !== null) return true
  if (kind === null || kind === 'praise' || kind === 'other') return false
  return state !== 'closed' || now.getTime() - opened_at.getTime() <= groupedWithinMs
}

/** What was said there was deleted, as the customer asked: nothing is left to compare. */
function isForgotten({ redacted_at }: Case): boolean {
  return redacted_at !== null
}

interface Work {
  grouper: Grouper
  stamp: number
  caseIds: readonly string[]
  prints: ReadonlyMap<string, Print>
}

/** Returns the groups that changed. */
async function settle(tx: Tx, { grouper, stamp, caseIds, prints }: Work): Promise<string[]> {
  const [all, kept] = await Promise.all([casesById(tx, caseIds), keptPrints(tx, caseIds)])
  const cases = new Map([...all].filter(([, one]) => !isForgotten(one)))
  const touched = new Set<string>()
  const touch = (groupId: string | null | undefined) => groupId && touched.add(groupId)
  const gone = caseIds.filter((id) => !cases.has(id) && kept.has(id))
  for (const id of gone) touch(kept.get(id)?.group_id)
  await forgetPrints(tx, gone)
  await forgetDescriptions(tx, [...touched])

  const linked = [...cases.values()].filter(({ problem_id }) => problem_id !== null)
  const groups = await groupsOfProblems(tx, [
    ...new Set(linked.map(({ problem_id }) => problem_id as string)),
  ])
  const placed = new Map<string, Placement>()
  for (const one of [...cases.values()].sort((a, b) => (a.id < b.id ? -1 : 1))) {
    const print = prints.get(one.id)
    const before = kept.get(one.id)
    const target = groups.get(one.problem_id ?? '')
    if (target !== undefined) {
      if (before?.group_id === target && before.decided) continue
      touch(before?.group_id)
      if (before) grouper.move(one.id, target)
      else if (print) grouper.restore(one.id, print, target)
      else continue
      placed.set(one.id, { groupId: target, decided: true, near: [] })
    } else if (before?.decided && (await isProblems(tx, before.group_id))) {
      touch(before.group_id)
      await refuse(tx, before.group_id as string, [one.id])
      grouper.refuse(one.id, before.group_id as string)
      grouper.move(one.id, null)
      placed.set(one.id, { groupId: null, decided: false, near: [] })
    } else if (before === undefined && print !== undefined && !grouper.has(one.id))
      for (const moved of grouper.place(one.id, print)) placed.set(moved.id, placement(moved))
  }
  for (const { groupId } of placed.values()) touch(groupId)
  await keepPlacements(tx, { stamp, placed, prints, cases })
  await weighGroups(tx, [...touched])
  return [...touched]
}

interface Placement {
  groupId: string | null
  decided: boolean
  near: readonly string[]
}

function placement({ groupId, near }: Placed): Placement {
  return { groupId, decided: false, near: near.map(({ id }) => id) }
}

async function isProblems(tx: Tx, groupId: string | null): Promise<boolean> {
  if (groupId === null) return false
  const found = await tx.db
    .selectFrom('case_groups')
    .select('problem_id')
    .where('workspace_id', '=', tx.workspaceId)
    .where('id', '=', groupId)
    .executeTakeFirst()
  return found !== undefined && found.problem_id !== null
}

function keptPrints(ctx: Pick<Ctx, 'workspaceId' | 'db'>, caseIds: readonly string[]) {
  if (caseIds.length === 0) return Promise.resolve(new Map<string, KeptPrint>())
  return ctx.db
    .selectFrom('case_prints')
    .select(['case_id', 'group_id', 'decided'])
    .where('workspace_id', '=', ctx.workspaceId)
    .where('case_id', 'in', [...caseIds])
    .execute()
    .then((rows) => new Map(rows.map((row): [string, KeptPrint] => [row.case_id, row])))
}
type KeptPrint = { case_id: string; group_id: string | null; decided: boolean }

async function keepPlacements(
  tx: Tx,
  work: {
    stamp: number
    placed: ReadonlyMap<string, Placement>
    prints: ReadonlyMap<string, Print>
    cases: ReadonlyMap<string, Case>
  },
): Promise<void> {
  const { stamp, placed, prints, cases } = work
  const fresh = [...placed].flatMap(([id, { groupId, decided, near }]) => {
    const [one, print] = [cases.get(id), prints.get(id)]
    if (!one || !print) return []
    return {
      workspace_id: tx.workspaceId,
      case_id: id,
      customer_id: one.customer_id,
      opened_at: one.opened_at,
      print: writtenPrint(print),
      group_id: groupId,
      decided,
      near: [...near],
      stamp,
    }
  })
  if (fresh.length > 0)
    await tx.db
      .insertInto('case_prints')
      .values(fresh)
      .onConflict((conflict) =>
        conflict.columns(['workspace_id', 'case_id']).doUpdateSet((eb) => ({
          group_id: eb.ref('excluded.group_id'),
          decided: eb.ref('excluded.decided'),
          stamp: eb.ref('excluded.stamp'),
        })),
      )
      .execute()
  const inserted = new Set(fresh.map(({ case_id }) => case_id))
  for (const [id, { groupId, decided }] of placed)
    if (!inserted.has(id)) await movePrints(tx, [id], { groupId, decided, stamp })
}

export async function movePrints(
  tx: Tx,
  caseIds: readonly string[],
  to: { groupId: string | null; decided: boolean; stamp: number },
): Promise<void> {
  if (caseIds.length === 0) return
  await tx.db
    .updateTable('case_prints')
    .set({ group_id: to.groupId, decided: to.decided, stamp: to.stamp })
    .where('workspace_id', '=', tx.workspaceId)
    .where('case_id', 'in', [...caseIds])
    .execute()
}

/** The cases do not come back to this group by themselves. */
export async function refuse(tx: Tx, groupId: string, caseIds: readonly string[]): Promise<void> {
  if (caseIds.length === 0) return
  await tx.db
    .insertInto('group_refusals')
    .values(
      caseIds.map((case_id) => ({
        workspace_id: tx.workspaceId,
        group_id: groupId,
        case_id,
        said_at: tx.now(),
      })),
    )
    .onConflict((conflict) => conflict.columns(['workspace_id', 'group_id', 'case_id']).doNothing())
    .execute()
}

async function forgetPrints(tx: Tx, caseIds: readonly string[]): Promise<void> {
  if (caseIds.length === 0) return
  const gone = [...caseIds]
  for (const table of ['case_prints', 'group_refusals'] as const)
    await tx.db
      .deleteFrom(table)
      .where('workspace_id', '=', tx.workspaceId)
      .where('case_id', 'in', gone)
      .execute()
  await tx.db
    .deleteFrom('case_likenesses')
    .where('workspace_id', '=', tx.workspaceId)
    .where((eb) => eb.or([eb('one_id', 'in', gone), eb('other_id', 'in', gone)]))
    .execute()
  await startEpoch(tx)
}
