/** One transaction for many feedback: what is there already, whose evidence is good, what is kept. */
import type { Answered } from '../../contract/feedback.ts'
import type { Actor, Ctx, Tx } from '../platform/ctx.ts'
import { lockFreeFiles } from '../platform/files/attach-files.ts'
import { evidenceKinds, linkEvidence, ticketsToFiles } from './attach-evidence.ts'
import { rejected } from './check-feedback.ts'
import { type FreshFeedback, insertFeedback, type KeptFeedback } from './insert-feedback.ts'
import type { Arrival, NewFeedback, Outcome } from './new-feedback.ts'

/** A feedback that passed the rules and waits to be kept. */
export interface Checked {
  arrival: Arrival
  given: NewFeedback
  answers: Answered[]
  actor: Actor
  receivedAt: Date
  promisedAt: Date
}

const tries = 4

/** Answers in the same order. Without evidence it is one statement, and so one round trip. */
export async function keepFeedback(ctx: Ctx, items: readonly Checked[]): Promise<Outcome[]> {
  const alone = !items.some(hasEvidence)
  return retryingRaces(async () => {
    if (!alone) return ctx.write((tx) => keepWithin(tx, items))
    const { fresh, outcomeOf } = sift(ctx, items, () => true)
    const kept = await insertFeedback(ctx.db, ctx.workspaceId, fresh)
    return outcomeOf(kept)
  }).finally(ctx.announce)
}

/** The same inside a transaction that has more to do. */
export async function keepWithin(tx: Tx, items: readonly Checked[]): Promise<Outcome[]> {
  const files = new Map<Checked, string[] | null>()
  for (const item of items)
    if (hasEvidence(item)) files.set(item, ticketsToFiles(tx, item.given.evidence ?? []))
  const known = files.size > 0 ? await receivedKeys(tx, items) : new Set<string>()
  const wanted = [...files.values()].flatMap((fileIds) => fileIds ?? [])
  const free = await lockFreeFiles(tx, [...new Set(wanted)], evidenceKinds)
  const { fresh, outcomeOf } = sift(tx, items, (item) => {
    const key = keyOf(item)
    if (!files.has(item) || (key !== null && known.has(key))) return true
    const fileIds = files.get(item) ?? []
    const good = fileIds.length > 0 && fileIds.every((id) => free.has(id))
    if (good) for (const id of fileIds) free.delete(id)
    return good
  })
  const kept = await insertFeedback(tx.db, tx.workspaceId, fresh)
  const outcomes = outcomeOf(kept)
  await linkEvidence(
    tx,
    items.flatMap((item, index) => {
      const outcome = outcomes[index]
      const fileIds = files.get(item)
      return fileIds && outcome?.state === 'accepted'
        ? [{ feedbackId: outcome.feedbackId, fileIds }]
        : []
    }),
  )
  return outcomes
}

/** The unique index refuses what two processes receive under one key at one moment; then it is there. */
export async function retryingRaces<T>(work: () => Promise<T>): Promise<T> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await work()
    } catch (error) {
      const { constraint } = error as { constraint?: string }
      if (constraint !== 'feedback_submission' || attempt === tries) throw error
    }
  }
}

/** Leaves out what is refused and what repeats a neighbour; says how to read the answer. */
function sift(
  scene: { newId(): string },
  items: readonly Checked[],
  isGood: (item: Checked) => boolean,
): { fresh: FreshFeedback[]; outcomeOf: (kept: KeptFeedback[]) => Outcome[] } {
  const first = new Map<string, Checked>()
  const fresh = new Map<Checked, FreshFeedback>()
  for (const item of items) {
    const key = keyOf(item)
    if (key !== null && first.has(key)) continue
    if (!isGood(item)) continue
    if (key !== null) first.set(key, item)
    const { kind, id, name } = item.actor
    fresh.set(item, {
      ...item,
      id: scene.newId(),
      eventId: scene.newId(),
      actor: { kind, id, name },
    })
  }
  return {
    fresh: [...fresh.values()],
    outcomeOf(kept) {
      const byId = new Map(kept.map((row) => [row.id, row]))
      const byKey = new Map(
        kept.map((row): [string, KeptFeedback] => [`${row.channel_id} ${row.submission_key}`, row]),
      )
      return items.map((item): Outcome => {
        const key = keyOf(item)
        const own = fresh.get(item)
        const row = key === null ? own && byId.get(own.id) : byKey.get(key)
        if (!row) return rejected('evidence_unknown', 'evidence')
        const { request_hash: hash } = row
        if (hash !== null && item.given.requestHash && hash !== item.given.requestHash)
          return rejected('idempotency_key_reused', 'submissionKey')
        return {
          state: row.repeated || row.id !== own?.id ? 'repeated' : 'accepted',
          feedbackId: row.id,
          number: row.number,
          receivedAt: row.received_at,
          promisedAt: row.promised_at,
        }
      })
    },
  }
}

/** Which submissions are there already: their evidence is attached, and not asked for again. */
async function receivedKeys(tx: Tx, items: readonly Checked[]): Promise<Set<string>> {
  const keyed = items.filter(({ given }) => given.submissionKey !== undefined)
  if (keyed.length === 0) return new Set()
  const rows = await tx.db
    .selectFrom('feedback')
    .select(['channel_id', 'submission_key'])
    .where('workspace_id', '=', tx.workspaceId)
    .where('channel_id', 'in', [...new Set(keyed.map(({ arrival }) => arrival.channelId))])
    .where('submission_key', 'in', [
      ...new Set(keyed.map(({ given }) => given.submissionKey ?? '')),
    ])
    .execute()
  return new Set(rows.map((row) => `${row.channel_id} ${row.submission_key}`))
}

function keyOf({ arrival, given }: Checked): string | null {
  return given.submissionKey === undefined ? null : `${arrival.channelId} ${given.submissionKey}`
}

function hasEvidence({ given }: Checked): boolean {
  return (given.evidence ?? []).length > 0
}
