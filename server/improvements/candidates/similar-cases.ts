/** Cases that read like one: those most alike when it came, and its neighbours in the group. */
import type {
  listSimilar as listEndpoint,
  saySame as sayEndpoint,
} from '../../../contract/candidates.ts'
import type { InputOf, ReplyOf } from '../../../contract/endpoint.ts'
import { sharedWords } from '../../../reading/index.ts'
import { casesById } from '../../cases/index.ts'
import { loadFeedback } from '../../feedback/index.ts'
import type { Ctx, Tx } from '../../platform/ctx.ts'
import { Conflict, NotFound } from '../../platform/errors.ts'
import { movePrints } from './group-cases.ts'
import { weighGroups } from './group-rows.ts'
import { presentLikeCases } from './members.ts'
import { holdGroups, startEpoch } from './state.ts'

const mostShown = 5

export async function listSimilar(
  ctx: Ctx,
  { caseId }: InputOf<typeof listEndpoint>,
): Promise<ReplyOf<typeof listEndpoint>> {
  if (!(await casesById(ctx, [caseId])).has(caseId)) throw new NotFound()
  const [print, said] = await Promise.all([printOf(ctx, caseId), saidOf(ctx, caseId)])
  const fellows = print?.group_id ? await fellowsOf(ctx, print.group_id, caseId) : []
  const told = (same: boolean) => [...said].filter((one) => one[1] === same).map(([id]) => id)
  const like = [...told(true), ...(print?.near ?? []), ...fellows]
  const ids = [...new Set([...like, ...told(false)])].slice(0, mostShown)
  const texts = new Map(
    (await loadFeedback(ctx, [caseId, ...ids])).map(({ id, text }) => [id, text]),
  )
  const own = texts.get(caseId) ?? ''
  const items = await presentLikeCases(
    ctx,
    ids.map((id) => ({ id, words: sharedWords([own, texts.get(id) ?? '']) })),
  )
  return { items: items.map((item) => ({ ...item, same: said.get(item.id) ?? null })) }
}

function printOf(ctx: Ctx | Tx, caseId: string) {
  return ctx.db
    .selectFrom('case_prints')
    .select(['group_id', 'near'])
    .where('workspace_id', '=', ctx.workspaceId)
    .where('case_id', '=', caseId)
    .executeTakeFirst()
}

async function saidOf(ctx: Ctx, caseId: string): Promise<Map<string, boolean>> {
  const rows = await ctx.db
    .selectFrom('case_likenesses')
    .select(['one_id', 'other_id', 'same'])
    .where('workspace_id', '=', ctx.workspaceId)
    .where((eb) => eb.or([eb('one_id', '=', caseId), eb('other_id', '=', caseId)]))
    .orderBy('said_at', 'desc')
    .limit(mostShown * 4)
    .execute()
  return new Map(
    rows.map(({ one_id, other_id, same }) => [one_id === caseId ? other_id : one_id, same]),
  )
}

async function fellowsOf(ctx: Ctx, groupId: string, caseId: string): Promise<string[]> {
  const rows = await ctx.db
    .selectFrom('case_prints')
    .select('case_id')
    .where('workspace_id', '=', ctx.workspaceId)
    .where('group_id', '=', groupId)
    .where('case_id', '<>', caseId)
    .orderBy('opened_at', 'desc')
    .orderBy('case_id')
    .limit(mostShown)
    .execute()
  return rows.map(({ case_id }) => case_id)
}

/**
 * A member says whether two cases are the same matter. Said to be, a case that stands alone, or in the
 * smaller group, comes to the other; said not to be, it leaves a group they share and does not return.
 */
export async function saySame(
  ctx: Ctx,
  input: InputOf<typeof sayEndpoint>,
): Promise<Record<string, never>> {
  const { caseId, otherId, same } = input
  const [one, other] = [caseId, otherId].sort() as [string, string]
  await ctx.write(async (tx) => {
    const { stamp } = await holdGroups(tx)
    const there = await casesById(tx, [one, other])
    if (!there.has(caseId) || !there.has(otherId)) throw new NotFound()
    if (one === other) throw new Conflict('same_case')
    await keepSaid(tx, one, other, same)
    if (same !== null) await bring(tx, caseId, otherId, { same, stamp })
    await startEpoch(tx)
    tx.record('cases.compared', { oneId: one, otherId: other, same })
  })
  return {}
}

async function keepSaid(tx: Tx, one: string, other: string, same: boolean | null): Promise<void> {
  await tx.db
    .deleteFrom('case_likenesses')
    .where('workspace_id', '=', tx.workspaceId)
    .where('one_id', '=', one)
    .where('other_id', '=', other)
    .execute()
  if (same === null) return
  await tx.db
    .insertInto('case_likenesses')
    .values({
      workspace_id: tx.workspaceId,
      one_id: one,
      other_id: other,
      same,
      member_id: tx.actor.kind === 'member' ? tx.actor.id : null,
      said_at: tx.now(),
    })
    .execute()
}

/** Only among candidates: the cases of problems are linked by people, one by one. */
async function bring(
  tx: Tx,
  caseId: string,
  otherId: string,
  { same, stamp }: { same: boolean; stamp: number },
): Promise<void> {
  const rows = await tx.db
    .selectFrom('case_prints as p')
    .leftJoin('case_groups as g', (join) =>
      join.onRef('g.workspace_id', '=', 'p.workspace_id').onRef('g.id', '=', 'p.group_id'),
    )
    .select(['p.case_id', 'p.group_id', 'g.state', 'g.cases'])
    .where('p.workspace_id', '=', tx.workspaceId)
    .where('p.case_id', 'in', [caseId, otherId])
    .execute()
  const here = rows.find(({ case_id }) => case_id === caseId)
  const there = rows.find(({ case_id }) => case_id === otherId)
  if (!here || !there || here.state === 'problem' || there.state === 'problem') return
  const together = here.group_id !== null && here.group_id === there.group_id
  if (same === together) return
  if (!same) {
    await movePrints(tx, [otherId], { groupId: null, decided: false, stamp })
    await weighGroups(tx, [there.group_id as string])
    return
  }
  const [mover, to] =
    (here.cases ?? 0) >= (there.cases ?? 0) ? [there, here.group_id] : [here, there.group_id]
  const target = to ?? tx.newId()
  await movePrints(tx, to === null ? [caseId, otherId] : [mover.case_id], {
    groupId: target,
    decided: true,
    stamp,
  })
  await weighGroups(tx, [target, ...(mover.group_id ? [mover.group_id] : [])])
}
