/**
 * Each night the models of workspaces are learned anew from the seed and all that their people said.
 * A new version is used when it reads what people judged no worse than the one in use, each asked only
 * about texts it had not learned from (replay.ts). Where nobody said anything new, nothing is made; nor
 * while a person holds a version.
 */
import { Worker } from 'node:worker_threads'
import { shippedVersion } from '../../reading/index.ts'
import { loadFeedback } from '../feedback/index.ts'
import type { Ctx } from '../platform/ctx.ts'
import { json } from '../platform/db/database.ts'
import type { Platform } from '../platform/platform.ts'
import { keepState } from './choose-version.ts'
import { noticeLesson, stateOf, weightsOf } from './own-model.ts'
import type { Judged, RefitOutcome, RefitTask } from './replay.ts'
import type { Sayings } from './tables.ts'

/** With fewer texts judged, a refit would be luck; corrections are learned at once all the same. */
export const leastJudged = 20
/** Texts a version is learned from and tried on; of more, the ones judged last. */
const mostJudged = 5000
const versionsKept = 20

export async function refitModels(platform: Platform): Promise<void> {
  for (const { id } of await platform.db.selectFrom('workspaces').select('id').execute())
    await refitModel(platform.ctx(id)).catch((error: unknown) =>
      platform.log.error({ err: error, workspaceId: id }, 'refit'),
    )
}

/** Returns the new version's number, or null when none was made. */
export async function refitModel(ctx: Ctx): Promise<number | null> {
  const [state, newest] = await Promise.all([stateOf(ctx), newestOf(ctx)])
  if (state?.held) return null
  const learnedUntil = ctx.now()
  const shipped = shippedVersion()
  const since = newest && newest.shipped === shipped ? newest.learned_until : null
  if (!(await isThereNews(ctx, since))) return null
  const judged = await judgedTexts(ctx)
  if (judged.length < leastJudged) return null

  const inUse = state?.version ?? 0
  const current = {
    weights: await weightsOf(ctx, inUse),
    sayings: await sayingsOf(ctx, inUse, shipped),
  }
  const outcome = await refitApart({ judged, current })
  const version = (newest?.version ?? 0) + 1
  await ctx.write(async (tx) => {
    await tx.db
      .insertInto('own_models')
      .values({
        workspace_id: tx.workspaceId,
        version,
        made_at: tx.now(),
        learned_until: learnedUntil,
        shipped,
        lessons: judged.length,
        promoted: outcome.promoted,
        replay: json(outcome.tried),
        sayings: json(outcome.sayings),
        weights: Buffer.from(outcome.weights),
      })
      .execute()
    if (outcome.promoted) await keepState(tx, { version, lessons_from: learnedUntil, held: false })
    await tx.db
      .deleteFrom('own_models')
      .where('workspace_id', '=', tx.workspaceId)
      .where('version', '<=', version - versionsKept)
      .where('version', '<>', inUse)
      .execute()
    tx.record('model.made', { version, promoted: outcome.promoted })
  })
  noticeLesson(ctx)
  return version
}

async function newestOf(ctx: Ctx) {
  return ctx.db
    .selectFrom('own_models')
    .select(['version', 'learned_until', 'shipped'])
    .where('workspace_id', '=', ctx.workspaceId)
    .orderBy('version', 'desc')
    .limit(1)
    .executeTakeFirst()
}

/** Was anything said, or taken back, since? */
async function isThereNews(ctx: Ctx, since: Date | null): Promise<boolean> {
  let query = ctx.db
    .selectFrom('judgements')
    .select('id')
    .where('workspace_id', '=', ctx.workspaceId)
    .limit(1)
  if (since !== null)
    query = query.where((eb) => eb.or([eb('at', '>=', since), eb('undone_at', '>=', since)]))
  return (await query.executeTakeFirst()) !== undefined
}

export async function judgedTexts(ctx: Ctx): Promise<Judged[]> {
  const rows = await ctx.db
    .selectFrom('judgements')
    .select(['feedback_id', 'part', 'labels'])
    .where('workspace_id', '=', ctx.workspaceId)
    .where('undone_at', 'is', null)
    .orderBy('at', 'desc')
    .orderBy('id', 'desc')
    .limit(mostJudged)
    .execute()
  const byFeedback = Map.groupBy(rows, (row) => row.feedback_id)
  const said = await loadFeedback(ctx, [...byFeedback.keys()])
  return said.map(({ id, words }) => ({
    feedbackId: id,
    text: words,
    gold: Object.fromEntries(
      (byFeedback.get(id) ?? []).map(({ part, labels }) => [part, labels] as const),
    ),
  }))
}

/** Nothing for the shipped model, which learned from none of them, nor for one beside another shipped one. */
async function sayingsOf(ctx: Ctx, version: number, shipped: string): Promise<Sayings> {
  if (version === 0) return {}
  const kept = await ctx.db
    .selectFrom('own_models')
    .select(['sayings', 'shipped'])
    .where('workspace_id', '=', ctx.workspaceId)
    .where('version', '=', version)
    .executeTakeFirst()
  return kept?.shipped === shipped ? kept.sayings : {}
}

function refitApart(task: RefitTask): Promise<RefitOutcome> {
  return new Promise((resolve, reject) => {
    const worker = new Worker(new URL('./refit-worker.ts', import.meta.url), { workerData: task })
    worker.once('message', resolve)
    worker.once('error', reject)
    worker.once('exit', (code) => reject(new Error(`the refit ended with ${code}`)))
  })
}
