/**
 * The model a workspace reads with: a version that nights have made of what its people said, and on
 * top, learned at once, what they said since. What was said is the only thing kept for the latter.
 */
import { sql } from 'kysely'
import type { Correction, Part } from '../../contract/understanding.ts'
import { type Lesson, shippedVersion } from '../../reading/index.ts'
import { loadFeedback } from '../feedback/index.ts'
import { briefMemory } from '../platform/brief-memory.ts'
import type { Ctx } from '../platform/ctx.ts'
import { asCorrection } from './judgements.ts'
import type { OwnModel, OwnSource } from './reading-thread.ts'

/** Lessons learned at once beside a version; of more, the newest. */
const mostLessons = 2000
/** The beginning of time, for a workspace that has no state yet. */
const always = new Date(0)

type Reader = Pick<Ctx, 'workspaceId' | 'db' | 'now'>

interface Known {
  version: number
  lessonsFrom: Date
  key: string
}

const memory = briefMemory<Known>()

/** Whose model reads just now; some seconds old at most, and not at all where it was taught here. */
export async function ownModelOf(ctx: Reader): Promise<OwnSource> {
  const { workspaceId } = ctx
  const known = await memory.get(workspaceId, ctx.now(), () => look(ctx))
  return { workspaceId, key: known.key, load: () => load(ctx, known) }
}

/** After something was taught, or another version chosen, in this process. */
export function noticeLesson({ workspaceId }: Pick<Ctx, 'workspaceId'>): void {
  memory.forget(workspaceId)
}

export async function stateOf(ctx: Reader) {
  return ctx.db
    .selectFrom('model_states')
    .select(['version', 'lessons_from', 'held', 'changed_at', 'changed_by'])
    .where('workspace_id', '=', ctx.workspaceId)
    .executeTakeFirst()
}

async function look(ctx: Reader): Promise<Known> {
  const state = await stateOf(ctx)
  const lessonsFrom = state?.lessons_from ?? always
  const { lessons, last } = await ctx.db
    .selectFrom('judgements')
    .select((eb) => [
      eb.fn.countAll<number>().as('lessons'),
      sql<string | null>`max(id::text)`.as('last'),
    ])
    .where('workspace_id', '=', ctx.workspaceId)
    .where('at', '>=', lessonsFrom)
    .where('undone_at', 'is', null)
    .executeTakeFirstOrThrow()
  const version = state?.version ?? 0
  return { version, lessonsFrom, key: `${version} ${lessonsFrom.getTime()} ${lessons} ${last}` }
}

async function load(ctx: Reader, { version, lessonsFrom }: Known): Promise<OwnModel> {
  const { workspaceId } = ctx
  const weights = await weightsOf(ctx, version)
  // Weights beside another shipped model mean nothing: what was said is learned again instead.
  const isLost = version > 0 && weights === null
  const lessons = await lessonsSince(ctx, isLost ? always : lessonsFrom)
  return { workspaceId, version: isLost ? 0 : version, weights, lessons }
}

/** Null for the shipped model, and for weights that stand beside a shipped model of another time. */
export async function weightsOf(ctx: Reader, version: number): Promise<Uint8Array | null> {
  if (version === 0) return null
  const kept = await ctx.db
    .selectFrom('own_models')
    .select(['shipped', 'weights'])
    .where('workspace_id', '=', ctx.workspaceId)
    .where('version', '=', version)
    .executeTakeFirst()
  return kept && kept.shipped === shippedVersion() ? kept.weights : null
}

/** What people said, oldest first: one lesson a text and moment. */
async function lessonsSince(ctx: Reader, from: Date): Promise<OwnModel['lessons']> {
  const rows = await ctx.db
    .selectFrom('judgements')
    .select(['id', 'feedback_id', 'part', 'labels'])
    .where('workspace_id', '=', ctx.workspaceId)
    .where('at', '>=', from)
    .where('undone_at', 'is', null)
    .orderBy('at', 'desc')
    .orderBy('id', 'desc')
    .limit(mostLessons)
    .execute()
  rows.reverse()
  const said = await loadFeedback(ctx, [...new Set(rows.map((row) => row.feedback_id))])
  const words = new Map(said.map((one) => [one.id, one.words]))
  return rows.flatMap(({ id, feedback_id, part, labels }) => {
    const text = words.get(feedback_id)
    return text === undefined ? [] : [{ id, lesson: lessonOf(text, part, labels) }]
  })
}

function lessonOf(text: string, part: Part, labels: string[]): Lesson {
  const correction: Correction = asCorrection({ [part]: labels })
  return { text, ...correction }
}
