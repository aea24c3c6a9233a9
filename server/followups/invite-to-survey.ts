import { type Case, casesById } from '../cases/index.ts'
import { contactsOf } from '../customers/index.ts'
import { loadFeedback } from '../feedback/index.ts'
import { json } from '../platform/db/database.ts'
import { reaction } from '../platform/events/reactions.ts'
import { dueAt, isAskedAbout } from './survey.ts'
import { surveyOf } from './survey-settings.ts'
import type { Questions } from './tables.ts'

/** A case was closed: its customer is asked some time later whether it helped, once per closing. */
export const inviteToSurvey = reaction<'case.closed'>({
  name: 'followups.inviteToSurvey',
  run: async (ctx, events) => {
    const settings = await surveyOf(ctx)
    if (!settings.active) return
    const ids = events.map(({ data }) => data.caseId)
    const closed = [...(await casesById(ctx, ids)).values()].filter(
      (one) => one.state === 'closed' && isAskedAbout(one.resolution) && !isRedacted(one),
    )
    if (closed.length === 0) return
    const [contacts, said] = await Promise.all([
      contactsOf(
        ctx,
        closed.map(({ customer_id }) => customer_id),
      ),
      loadFeedback(
        ctx,
        closed.map(({ id }) => id),
      ),
    ])
    const history = new Set(said.filter((one) => one.history).map(({ id }) => id))
    const questions: Questions = {
      score: settings.scoreQuestion,
      scoreEn: settings.scoreQuestionEn,
      open: settings.openQuestion,
      openEn: settings.openQuestionEn,
    }
    const rows = closed.flatMap((one) => {
      if (one.closed_at === null || history.has(one.id)) return []
      if (contacts.get(one.customer_id)?.surveysDeclined) return []
      return {
        workspace_id: ctx.workspaceId,
        id: ctx.newId(),
        case_id: one.id,
        number: one.number,
        customer_id: one.customer_id,
        closed_at: one.closed_at,
        due_at: dueAt(one.closed_at, settings.delayHours),
        questions: json(questions),
        open_days: settings.openDays,
      }
    })
    if (rows.length === 0) return
    await ctx.db
      .insertInto('survey_invitations')
      .values(rows)
      .onConflict((conflict) =>
        conflict.columns(['workspace_id', 'case_id', 'closed_at']).doNothing(),
      )
      .execute()
  },
})

/** Who asked to have it deleted is not asked about it. */
function isRedacted({ redacted_at, closed_at }: Case): boolean {
  return redacted_at !== null && closed_at !== null && closed_at <= redacted_at
}
