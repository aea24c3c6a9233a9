import type { InputOf } from '../../contract/endpoint.ts'
import type { changeSurvey as endpoint, SurveySettings } from '../../contract/followups.ts'
import type { Business } from '../../contract/values.ts'
import type { Ctx, Tx } from '../platform/ctx.ts'
import { surveyPresets } from './presets.ts'

/** A new workspace gets the survey of its kind of business; one that has a survey keeps it. */
export async function loadSurveyPreset(tx: Tx, business: Business): Promise<void> {
  await tx.db
    .insertInto('surveys')
    .values({ workspace_id: tx.workspaceId, ...columns(surveyPresets[business]) })
    .onConflict((conflict) => conflict.column('workspace_id').doNothing())
    .execute()
}

/** The survey as it stands; where none was ever set up, the usual one, switched off. */
export async function surveyOf(ctx: Pick<Ctx, 'db' | 'workspaceId'>): Promise<SurveySettings> {
  const row = await ctx.db
    .selectFrom('surveys')
    .selectAll()
    .where('workspace_id', '=', ctx.workspaceId)
    .executeTakeFirst()
  if (!row) return { ...surveyPresets.other, active: false }
  return {
    active: row.active,
    delayHours: row.delay_hours,
    openDays: row.open_days,
    scoreQuestion: row.score_question,
    scoreQuestionEn: row.score_question_en,
    openQuestion: row.open_question,
    openQuestionEn: row.open_question_en,
    lowScore: row.low_score,
  }
}

/** An admin changes the survey; invitations made before keep their questions. */
export async function changeSurvey(
  ctx: Ctx,
  input: InputOf<typeof endpoint>,
): Promise<SurveySettings> {
  await ctx.write(async (tx) => {
    await tx.db
      .insertInto('surveys')
      .values({ workspace_id: tx.workspaceId, ...columns(input) })
      .onConflict((conflict) => conflict.column('workspace_id').doUpdateSet(columns(input)))
      .execute()
    tx.record('settings.changed', { what: 'survey' })
  })
  return surveyOf(ctx)
}

function columns(settings: SurveySettings) {
  return {
    active: settings.active,
    delay_hours: settings.delayHours,
    open_days: settings.openDays,
    score_question: settings.scoreQuestion,
    score_question_en: settings.scoreQuestionEn,
    open_question: settings.openQuestion,
    open_question_en: settings.openQuestionEn,
    low_score: settings.lowScore,
  }
}
