import { sql } from 'kysely'
import type { Tx } from '../platform/ctx.ts'
import { holdCase, saveCase } from './case.ts'
import { saveOpenedAgain } from './open-again.ts'
import { raised } from './priority.ts'
import { reopen } from './procedure.ts'

export interface OfferedSurvey {
  caseId: string
  token: string
  until: Date
}

/** A survey waits for the customer of each case: their track pages lead to it until `until`. */
export async function offerSurveys(tx: Tx, surveys: readonly OfferedSurvey[]): Promise<void> {
  if (surveys.length === 0) return
  const rows = JSON.stringify(
    surveys.map(({ caseId, token, until }) => ({ id: caseId, token, until })),
  )
  await sql`
    with offered as (
      select o.token, o.until, c.id
      from cases as c
      join jsonb_to_recordset(${rows}::jsonb) as o(id uuid, token text, until timestamptz) on o.id = c.id
      where c.workspace_id = ${tx.workspaceId}
      order by c.id
      for update of c
    )
    update cases set survey_token = offered.token, survey_until = offered.until, version = version + 1
    from offered
    where cases.workspace_id = ${tx.workspaceId} and cases.id = offered.id`.execute(tx.db)
}

/** No survey waits any more: declined, expired or cancelled. */
export async function withdrawSurvey(tx: Tx, caseId: string): Promise<void> {
  const held = await holdCase(tx, caseId)
  await saveCase(tx, held, { survey_token: null, survey_until: null })
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
  tx.record('case.reopened', { caseId, why: 'low_score' })
  if (priority !== held.priority) tx.record('case.prioritised', { caseId, priority })
  await saveOpenedAgain(tx, held, { ...reopen(held, tx.now()), priority })
  return true
}
