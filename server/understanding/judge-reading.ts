import { sql } from 'kysely'
import { type Correction, type Part, parts } from '../../contract/understanding.ts'
import type { Tx } from '../platform/ctx.ts'
import { json } from '../platform/db/database.ts'
import { Conflict } from '../platform/errors.ts'
import { agree, asCorrection, givenBy, type Judgement, judgementsOf, saidBy } from './judgements.ts'
import type { KnownReading } from './readings-of.ts'
import type { Saying } from './tables.ts'

/**
 * A person says what a text means; lists and rules go by it from now on, and the workspace's model
 * learns from it. Returns the parts whose labels changed by it.
 */
export async function correctReading(
  tx: Tx,
  feedbackId: string,
  correction: Correction,
): Promise<Part[]> {
  const held = await holdReading(tx, feedbackId)
  const standing = standingIn(held)
  const given = givenBy(correction)
  const changed = parts.filter((part) => given[part] && !agree(given[part], standing[part]))
  const news = parts.filter((part) => given[part] && (changed.includes(part) || !held.by.has(part)))
  await replace(tx, held, news, given)
  return changed
}

/** A person says that what nobody has judged is right. Returns these parts. */
export async function confirmReading(tx: Tx, feedbackId: string): Promise<Part[]> {
  const held = await holdReading(tx, feedbackId)
  const open = parts.filter((part) => !held.by.has(part))
  await replace(tx, held, open, saidBy(held.row.reading))
  return open
}

/** What was said of these parts is taken back: the model's word stands again. Returns what changed. */
export async function takeBack(tx: Tx, feedbackId: string, of: readonly Part[]): Promise<Part[]> {
  const held = await holdReading(tx, feedbackId)
  const undone = parts.filter((part) => of.includes(part) && held.by.has(part))
  const changed = undone.filter((part) => held.by.get(part)?.said_right === false)
  await undo(tx, held, undone)
  await keepLabels(tx, held, { ...standingIn(held), ...only(saidBy(held.row.reading), undone) })
  return changed
}

interface Held {
  row: KnownReading
  /** What people say of its parts. */
  by: ReadonlyMap<Part, Judgement>
}

async function holdReading(tx: Tx, feedbackId: string): Promise<Held> {
  const row = await tx.db
    .selectFrom('readings')
    .selectAll()
    .where('workspace_id', '=', tx.workspaceId)
    .where('feedback_id', '=', feedbackId)
    .forUpdate()
    .executeTakeFirst()
  if (!row) throw new Conflict('not_read')
  const judgements = (await judgementsOf(tx, [feedbackId])).get(feedbackId) ?? []
  return { row, by: new Map(judgements.map((one) => [one.part as Part, one])) }
}

/** What is shown and gone by: a person's word, or else the model's. */
function standingIn({ row, by }: Held): Required<Saying> {
  const said = saidBy(row.reading)
  for (const [part, { labels }] of by) said[part] = labels
  return said
}

async function replace(tx: Tx, held: Held, news: readonly Part[], given: Saying): Promise<void> {
  if (news.length === 0) return
  await undo(tx, held, news)
  const said = saidBy(held.row.reading)
  const rows = news.map((part) => {
    const labels = given[part] ?? []
    return {
      workspace_id: tx.workspaceId,
      id: tx.newId(),
      feedback_id: held.row.feedback_id,
      part,
      said: said[part],
      said_right: agree(labels, said[part]),
      labels,
      model: held.row.model,
      abstained: held.row.reading.abstained,
      by: json({ kind: tx.actor.kind, id: tx.actor.id, name: tx.actor.name }),
      at: tx.now(),
      undone_at: null,
    }
  })
  await tx.db.insertInto('judgements').values(rows).execute()
  await keepLabels(tx, held, { ...standingIn(held), ...only(given, news) })
}

async function undo(tx: Tx, { row }: Held, of: readonly Part[]): Promise<void> {
  if (of.length === 0) return
  await tx.db
    .updateTable('judgements')
    .set({ undone_at: tx.now() })
    .where('workspace_id', '=', tx.workspaceId)
    .where('feedback_id', '=', row.feedback_id)
    .where('part', 'in', [...of])
    .where('undone_at', 'is', null)
    .execute()
}

/** The few labels that lists go by stand beside the reading. */
async function keepLabels(tx: Tx, { row }: Held, standing: Required<Saying>): Promise<void> {
  const { kind, sentiment, urgency } = asCorrection(standing)
  await tx.db
    .updateTable('readings')
    .set({
      ...(kind && { kind }),
      ...(sentiment && { sentiment }),
      ...(urgency && { urgency }),
      risks: sql<string[]>`${standing.risks}::text[]`,
    })
    .where('workspace_id', '=', tx.workspaceId)
    .where('feedback_id', '=', row.feedback_id)
    .execute()
}

function only(saying: Saying, of: readonly Part[]): Saying {
  return Object.fromEntries(of.flatMap((part) => (saying[part] ? [[part, saying[part]]] : [])))
}
