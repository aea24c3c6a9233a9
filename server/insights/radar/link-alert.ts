import type { InputOf } from '../../../contract/endpoint.ts'
import type { AlertView, linkAlert as endpoint } from '../../../contract/radar.ts'
import { gatheredCases } from '../../cases/index.ts'
import { createProblem, linkCases } from '../../improvements/index.ts'
import type { Ctx } from '../../platform/ctx.ts'
import { loadAlert } from './alert.ts'
import { presentAlert } from './present-alerts.ts'

/** What one change takes at most, as the endpoints of problems do. */
const atOnce = 1000

/** The cases of an alert have one cause: a problem there is, or one that is named now. */
export async function linkAlert(ctx: Ctx, input: InputOf<typeof endpoint>): Promise<AlertView> {
  const { id } = await loadAlert(ctx, input.alertId)
  const caseIds = await gatheredCases(ctx, id)
  let linked = 0
  let problemId: string
  if ('title' in input) {
    const made = { title: input.title, description: '', caseIds: caseIds.slice(0, atOnce) }
    problemId = (await createProblem(ctx, made)).id
    linked = atOnce
  } else problemId = input.problemId
  for (; linked < caseIds.length; linked += atOnce)
    await linkCases(ctx, { problemId, caseIds: caseIds.slice(linked, linked + atOnce) })
  await ctx.write(async (tx) => {
    await tx.db
      .updateTable('alerts')
      .set({ problem_id: problemId })
      .where('workspace_id', '=', tx.workspaceId)
      .where('id', '=', id)
      .execute()
    tx.record('alert.linked', { alertId: id, problemId })
  })
  return presentAlert(ctx, id)
}
