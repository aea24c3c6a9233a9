import { gatherCases } from '../../cases/index.ts'
import type { Ctx, Tx } from '../../platform/ctx.ts'
import { json } from '../../platform/db/database.ts'
import { type Alert, loadLive } from './alert.ts'
import { type Around, type Described, describeMatter } from './describe-matter.ts'
import { type Matter, overlap } from './gather-spikes.ts'
import { hourMs } from './slots.ts'

/** What was over for no longer than this goes on when it comes again. */
const coolDownMs = 6 * hourMs
/** So long a day's count still shows what is over. */
const dayShowsMs = 26 * hourMs
/** What was dismissed, or is over, comes back when it is so many times as high as it was. */
const returnsAt = 2
const sameShare = 0.5

/** What stands out becomes an alert, unless it is one that is there, which then grows. */
export async function keepMatters(
  ctx: Ctx,
  matters: readonly Matter[],
  around: Around,
): Promise<void> {
  for (const matter of matters) {
    const known = await alertOf(ctx, matter)
    if (known && isEcho(known, matter)) continue
    const described = await describeMatter(
      ctx,
      matter,
      around,
      known && { beganAt: known.began_at, found: known.found },
    )
    await ctx.write(async (tx) => {
      if (known) await grow(tx, known, matter, described)
      else await raise(tx, matter, described)
    })
  }
}

/** Only the day's count still shows what stood out in an hour, and has gone quiet since. */
function isEcho({ found }: Alert, { spike }: Matter): boolean {
  return found.minutes < 1440 && spike.shortest === 1440
}

/** The alert about the same series, about one that shows this too, or about the same cases. */
async function alertOf(ctx: Ctx, matter: Matter): Promise<Alert | null> {
  const reachMs = matter.spike.shortest === 1440 ? dayShowsMs : coolDownMs
  const recent = await ctx.db
    .selectFrom('alerts')
    .selectAll()
    .where('workspace_id', '=', ctx.workspaceId)
    .where('ended_at', '>', new Date(ctx.now().getTime() - reachMs))
    .orderBy('id', 'desc')
    .execute()
  const candidates = [...(await loadLive(ctx)), ...recent]
  for (const alert of candidates) if (alert.watched === matter.watched) return alert
  const also = matter.also.filter((watched) => watched !== 'all')
  for (const alert of candidates) if (also.includes(alert.watched)) return alert
  for (const alert of candidates)
    if (overlap(await gathered(ctx, alert.id, matter.caseIds), matter.caseIds) >= sameShare)
      return alert
  return null
}

/** Which of these cases the alert has already. */
async function gathered(
  ctx: Ctx,
  alertId: string,
  caseIds: ReadonlySet<string>,
): Promise<ReadonlySet<string>> {
  const rows = await ctx.db
    .selectFrom('gathered_cases')
    .select('case_id')
    .where('workspace_id', '=', ctx.workspaceId)
    .where('gathering_id', '=', alertId)
    .where('case_id', 'in', [...caseIds])
    .execute()
  // A few in common are not the same matter: the share is of all of them.
  return rows.length >= sameShare * caseIds.size
    ? new Set(rows.map(({ case_id }) => case_id))
    : new Set()
}

async function raise(
  tx: Tx,
  matter: Matter,
  { beganAt, caseIds, found }: Described,
): Promise<void> {
  const id = tx.newId()
  await tx.db
    .insertInto('alerts')
    .values({
      workspace_id: tx.workspaceId,
      id,
      watched: matter.watched,
      state: 'raised',
      began_at: beganAt,
      raised_at: tx.now(),
      seen_at: tx.now(),
      ended_at: null,
      snoozed_until: null,
      decided_by: null,
      decided_at: null,
      problem_id: null,
      found: json(found),
    })
    .execute()
  await gatherCases(tx, id, caseIds)
  tx.record('alert.raised', { alertId: id })
}

async function grow(
  tx: Tx,
  known: Alert,
  matter: Matter,
  { caseIds, found }: Described,
): Promise<void> {
  // Another series speaks for the same cases now: the alert keeps its own figures, and names the other.
  const isOwn = known.watched === matter.watched
  const also = [...new Set([...known.found.also, ...matter.also, matter.watched])]
  const kept = isOwn ? found : { ...known.found, also: also.filter((one) => one !== known.watched) }
  const returns =
    (known.state === 'dismissed' || known.ended_at !== null) &&
    matter.spike.cases >= returnsAt * known.found.seen
  const isAgain = known.ended_at !== null && known.state !== 'dismissed'
  await tx.db
    .updateTable('alerts')
    .set({
      found: json(kept),
      seen_at: tx.now(),
      ended_at: null,
      ...(isAgain ? { state: 'acknowledged' as const } : {}),
      ...(returns ? { state: 'raised' as const, decided_by: null, decided_at: null } : {}),
    })
    .where('workspace_id', '=', tx.workspaceId)
    .where('id', '=', known.id)
    .execute()
  if (isOwn) await gatherCases(tx, known.id, caseIds)
  if (returns) tx.record('alert.raised', { alertId: known.id })
  else if (kept.cases !== known.found.cases) tx.record('alert.grown', { alertId: known.id })
}
