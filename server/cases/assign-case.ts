import type { assignCase as endpoint } from '../../contract/case-work.ts'
import type { CaseDetail } from '../../contract/cases.ts'
import type { InputOf } from '../../contract/endpoint.ts'
import type { Ctx, Tx } from '../platform/ctx.ts'
import { Conflict, Invalid } from '../platform/errors.ts'
import { loadTeams, membersById } from '../workspaces/index.ts'
import { type Case, holdCase, saveCase } from './case.ts'
import { showCase } from './show-case.ts'

/** A member gives the case to a team, to a member (whose team need not be the case's), or to nobody. */
export async function assignCase(ctx: Ctx, input: InputOf<typeof endpoint>): Promise<CaseDetail> {
  const { caseId, teamId, assigneeId, version } = input
  await ctx.write(async (tx) => {
    const held = await holdCase(tx, caseId, version)
    const team = teamId === undefined ? held.team_id : teamId
    const assignee = assigneeId === undefined ? held.assignee_id : assigneeId
    if (team === held.team_id && assignee === held.assignee_id) return
    await refuseUnknown(tx, held, team, assignee)
    await saveCase(tx, held, { team_id: team, assignee_id: assignee, active_at: tx.now() })
    tx.record('case.assigned', { caseId, teamId: team, assigneeId: assignee })
  })
  return showCase(ctx, { caseId })
}

/** Whoever has the case already may keep it. */
async function refuseUnknown(
  tx: Tx,
  held: Case,
  team: string | null,
  assignee: string | null,
): Promise<void> {
  if (team !== null && team !== held.team_id) {
    const teams = await loadTeams(tx)
    if (!teams.some(({ id }) => id === team)) throw new Invalid('team_unknown', 'teamId')
  }
  if (assignee !== null && assignee !== held.assignee_id) {
    const member = (await membersById(tx, [assignee])).get(assignee)
    if (!member) throw new Invalid('member_unknown', 'assigneeId')
    if (!member.active) throw new Conflict('member_inactive', 'assigneeId')
  }
}
