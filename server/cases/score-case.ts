import type { Tx } from '../platform/ctx.ts'
import { holdCase, saveCase } from './case.ts'
import { raised } from './priority.ts'
import { reopen } from './procedure.ts'

/** A survey waits for the customer: their track page leads to it until `until`. */
export async function offerSurvey(
  tx: Tx,
  caseId: string,
  survey: { token: string; until: Date },
): Promise<void> {
  await setSurvey(tx, caseId, survey.token, survey.until)
}

/** No survey waits any more: declined, expired or cancelled. */
export async function withdrawSurvey(tx: Tx, caseId: string): Promise<void> {
  await setSurvey(tx, caseId, null, null)
}

/** The customer answered the survey; the score stands on the case. */
export async function recordScore(
  tx: Tx,
  caseId: string,
  answer: { score: number; comment: string; at: Date },
): Promise<void> {
  const held = await holdCase(tx, caseId)
  await saveCase(tx, held, {
    score: answer.score,
    score_comment: answer.comment,
    scored_at: answer.at,
    survey_token: null,
    survey_until: null,
  })
}

/** Opens a closed case again, one step more pressing, because its score was low; true when it was closed. */
export async function reopenForLowScore(tx: Tx, caseId: string): Promise<boolean> {
  const held = await holdCase(tx, caseId)
  if (held.state !== 'closed' || held.resolution === 'withdrawn') return false
  const priority = raised(held.priority)
  await saveCase(tx, held, { ...reopen(held, tx.now()), priority })
  tx.record('case.reopened', { caseId, why: 'low_score' })
  if (priority !== held.priority) tx.record('case.prioritised', { caseId, priority })
  return true
}

async function setSurvey(
  tx: Tx,
  caseId: string,
  token: string | null,
  until: Date | null,
): Promise<void> {
  const held = await holdCase(tx, caseId)
  await saveCase(tx, held, { survey_token: token, survey_until: until })
}
