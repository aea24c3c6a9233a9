import type { CaseRow } from '../../contract/cases.ts'
import { channelsOf } from '../channels/index.ts'
import { customerNames } from '../customers/index.ts'
import { catalogueKnowing } from '../feedback/index.ts'
import type { Ctx } from '../platform/ctx.ts'
import { loadTeams, membersById } from '../workspaces/index.ts'
import type { Case } from './case.ts'

/** Cases as lists show them; the names they bear are looked up for all of them at once. */
export async function presentRows(ctx: Ctx, cases: readonly Case[]): Promise<CaseRow[]> {
  const assignees = [...new Set(cases.flatMap(({ assignee_id }) => assignee_id ?? []))]
  const [channels, { categories }, teams, members, customers] = await Promise.all([
    channelsOf(ctx),
    catalogueKnowing(
      ctx,
      cases.map(({ category_id }) => category_id),
    ),
    cases.some(({ team_id }) => team_id !== null) ? loadTeams(ctx) : [],
    membersById(ctx, assignees),
    customerNames(ctx, [...new Set(cases.map(({ customer_id }) => customer_id))]),
  ])
  const channelsById = new Map(channels.map((channel) => [channel.id, channel]))
  const teamsById = new Map(teams.map((team) => [team.id, team]))
  return cases.map((row): CaseRow => {
    const channel = channelsById.get(row.channel_id)
    const category = categories.get(row.category_id ?? '')
    const member = members.get(row.assignee_id ?? '')
    return {
      id: row.id,
      number: row.number,
      title: row.title,
      customerName: customers.get(row.customer_id) ?? null,
      channel: {
        id: row.channel_id,
        name: channel?.name ?? '',
        kind: channel?.kind ?? (row.import_id === null ? 'api' : 'import'),
      },
      entry: row.entry,
      category: category ? { id: category.id, name: category.name, nameEn: category.nameEn } : null,
      kind: row.kind,
      sentiment: row.sentiment,
      urgency: row.urgency,
      risks: row.risks,
      state: row.state,
      resolution: row.resolution,
      priority: row.priority,
      team: teamsById.get(row.team_id ?? '') ?? null,
      assignee: member ? { id: member.id, name: member.name } : null,
      problem:
        row.problem_id === null
          ? null
          : { id: row.problem_id, number: row.problem_number ?? 0, title: row.problem_title ?? '' },
      urges: row.urges,
      openedAt: row.opened_at.toISOString(),
      lastActivityAt: row.active_at.toISOString(),
      firstReplyAt: iso(row.first_reply_at),
      closedAt: iso(row.closed_at),
      promisedAt: row.promised_at.toISOString(),
      promise: row.promise,
      answerDueAt: iso(row.answer_due_at),
      score: row.score,
      erasureAskedAt: iso(row.erasure_asked_at),
    }
  })
}

const iso = (at: Date | null): string | null => at?.toISOString() ?? null
