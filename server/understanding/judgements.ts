/** What people say of readings: each part that somebody put right or confirmed, as it stands now. */
import type { Selectable } from 'kysely'
import type { Correction, JudgementView, Part } from '../../contract/understanding.ts'
import type { Kind, Sentiment, Urgency } from '../../contract/values.ts'
import type { Ctx } from '../platform/ctx.ts'
import type { JudgementsTable, KeptReading, Saying } from './tables.ts'

export type Judgement = Selectable<JudgementsTable>
type Reader = Pick<Ctx, 'workspaceId' | 'db'>

/** Those that stand, by feedback. */
export async function judgementsOf(
  ctx: Reader,
  feedbackIds: readonly string[],
): Promise<Map<string, Judgement[]>> {
  if (feedbackIds.length === 0) return new Map()
  const rows = await ctx.db
    .selectFrom('judgements')
    .selectAll()
    .where('workspace_id', '=', ctx.workspaceId)
    .where('feedback_id', 'in', [...feedbackIds])
    .where('undone_at', 'is', null)
    .orderBy('id')
    .execute()
  return Map.groupBy(rows, (row) => row.feedback_id)
}

/** The labels a reading gives, by part. */
export function saidBy(
  reading: Pick<KeptReading, 'kind' | 'topics' | 'sentiment' | 'urgency' | 'risks'>,
): Required<Saying> {
  return {
    kind: [reading.kind.label],
    topics: reading.topics.map(({ label }) => label),
    sentiment: [reading.sentiment.label],
    urgency: [reading.urgency.label],
    risks: reading.risks.map(({ label }) => label),
  }
}

/** The labels a person gives, by part. */
export function givenBy({ kind, topics, sentiment, urgency, risks }: Correction): Saying {
  return {
    ...(kind && { kind: [kind] }),
    ...(topics && { topics }),
    ...(sentiment && { sentiment: [sentiment] }),
    ...(urgency && { urgency: [urgency] }),
    ...(risks && { risks }),
  }
}

/** Labels of one part as a lesson, or as a correction. */
export function asCorrection(saying: Saying): Correction {
  return {
    ...(saying.kind && { kind: saying.kind[0] as Kind }),
    ...(saying.topics && { topics: saying.topics as NonNullable<Correction['topics']> }),
    ...(saying.sentiment && { sentiment: saying.sentiment[0] as Sentiment }),
    ...(saying.urgency && { urgency: saying.urgency[0] as Urgency }),
    ...(saying.risks && { risks: saying.risks as NonNullable<Correction['risks']> }),
  }
}

/** The same labels, in whatever order. */
export function agree(one: readonly string[], other: readonly string[]): boolean {
  return one.length === other.length && one.every((label) => other.includes(label))
}

export function presentJudgement(judgement: Judgement): JudgementView {
  return {
    part: judgement.part as Part,
    said: judgement.said,
    confirmed: judgement.said_right,
    by: judgement.by.name,
    at: judgement.at.toISOString(),
  }
}
