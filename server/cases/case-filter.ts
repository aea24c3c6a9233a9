/** The filters of the list as conditions; all of them combine with AND. */
import { type Expression, type ExpressionBuilder, type SqlBool, sql } from 'kysely'
import type { CaseFilter, CaseViewName } from '../../contract/cases.ts'
import type { Database } from '../platform/db/database.ts'
import type { CasesTable } from './tables.ts'

export type CaseTables = Database & { c: CasesTable }
type Eb = ExpressionBuilder<CaseTables, 'c'>
type Condition = Expression<SqlBool>

/** Who looks, from where, when. */
export interface Viewpoint {
  /** Null: a program, which has no cases of its own. */
  memberId: string | null
  timeZone: string
  now: Date
}

/** An answer is due when no more than this is left until then. */
export const dueSoonMs = 4 * 60 * 60 * 1000

export function conditionsOf(
  eb: Eb,
  filter: Partial<Omit<CaseFilter, 'q' | 'sort'>>,
  from: Viewpoint,
): Condition[] {
  const some = <T extends string | number>(column: keyof CasesTable & string, values?: T[]) =>
    values && values.length > 0 ? [oneOf(eb, column, values)] : []
  const orNone = (column: keyof CasesTable & string, values: string[] = []) => {
    const named = some(
      column,
      values.filter((value) => value !== 'none'),
    )
    if (!values.includes('none')) return named
    return [eb.or([eb(sql.ref(`c.${column}`), 'is', null), ...named])]
  }
  const told = (column: keyof CasesTable & string, value: string | undefined) =>
    orNone(column, value === undefined ? [] : [value])
  const there = (column: keyof CasesTable & string, is: 'yes' | 'no' | undefined) =>
    is === undefined ? [] : [eb(sql.ref(`c.${column}`), is === 'yes' ? 'is not' : 'is', null)]
  const scores = filter.score?.map(Number)
  return [
    ...viewConditions(eb, filter.view ?? 'all', from),
    ...some('channel_id', filter.channel),
    ...some('entry', filter.entry),
    ...orNone('category_id', filter.category),
    ...orNone('kind', filter.kind),
    ...some('sentiment', filter.sentiment),
    ...some('urgency', filter.urgency),
    ...some('priority', filter.priority),
    ...some('team_id', filter.team),
    ...some('assignee_id', filter.assignee),
    ...some('promise', filter.promise),
    ...some('score', scores),
    ...some('problem_id', filter.problem === undefined ? [] : [filter.problem]),
    ...some('import_id', filter.import === undefined ? [] : [filter.import]),
    ...some('customer_id', filter.customer === undefined ? [] : [filter.customer]),
    ...told('app_version', filter.version),
    ...told('platform', filter.platform),
    ...told('device', filter.device),
    ...told('region', filter.region),
    ...there('order_no', filter.order),
    ...there('amount', filter.money),
    ...gatheredCondition(filter.alert),
    ...dayConditions(filter, from.timeZone),
    ...answeredCondition(eb, filter.answered),
    ...resolvedCondition(filter.resolved),
  ]
}

function viewConditions(eb: Eb, view: CaseViewName, { memberId, now }: Viewpoint): Condition[] {
  const isUnclosed = eb('c.state', '<>', 'closed')
  switch (view) {
    case 'mine':
      return memberId === null ? [eb.lit(false)] : [eb('c.assignee_id', '=', memberId), isUnclosed]
    case 'due': {
      const soon = new Date(now.getTime() + dueSoonMs)
      return [
        eb('c.due_rank', '=', 0),
        eb('c.due_at', '<=', soon),
        // Follows from the rank; the planner does not know.
        eb('c.state', '=', 'open'),
      ]
    }
    case 'unassigned':
      return [eb('c.assignee_id', 'is', null), isUnclosed]
    case 'open':
    case 'waiting':
    case 'closed':
      return [eb('c.state', '=', view)]
    case 'all':
      return []
  }
}

/** Days in the workspace's time zone. Nothing is closed before it was opened: that bounds the walk. */
function dayConditions(
  { openedFrom, openedTo, closedFrom, closedTo }: Partial<CaseFilter>,
  timeZone: string,
): Condition[] {
  const start = (day: string) => sql`(${day}::date::timestamp at time zone ${timeZone})`
  const end = (day: string) => sql`((${day}::date + 1)::timestamp at time zone ${timeZone})`
  return [
    ...(openedFrom ? [sql<SqlBool>`c.opened_at >= ${start(openedFrom)}`] : []),
    ...(openedTo ? [sql<SqlBool>`c.opened_at < ${end(openedTo)}`] : []),
    ...(closedFrom ? [sql<SqlBool>`c.closed_at >= ${start(closedFrom)}`] : []),
    ...(closedTo
      ? [sql<SqlBool>`c.closed_at < ${end(closedTo)}`, sql<SqlBool>`c.opened_at < ${end(closedTo)}`]
      : []),
  ]
}

function gatheredCondition(gatheringId: string | undefined): Condition[] {
  if (gatheringId === undefined) return []
  return [
    sql<SqlBool>`c.id in (select g.case_id from gathered_cases g where g.workspace_id = c.workspace_id and g.gathering_id = ${gatheringId}::uuid)`,
  ]
}

function answeredCondition(eb: Eb, answered: CaseFilter['answered']): Condition[] {
  if (answered === undefined) return []
  return [eb('c.first_reply_at', answered === 'yes' ? 'is not' : 'is', null)]
}

/** Resolved is what the dashboard counts: ended by us, after it was opened; not a record of the past. */
function resolvedCondition(resolved: CaseFilter['resolved']): Condition[] {
  if (resolved === undefined) return []
  const isResolved = sql<SqlBool>`(c.state = 'closed' and c.resolution in ('solved', 'explained', 'not_solvable') and c.closed_at > c.opened_at)`
  return [resolved === 'yes' ? isResolved : sql<SqlBool>`not ${isResolved}`]
}

function oneOf(eb: Eb, column: keyof CasesTable & string, values: (string | number)[]): Condition {
  const ref = sql.ref(`c.${column}`)
  const [first] = values
  return values.length === 1 ? sql<SqlBool>`${ref} = ${first}` : eb(ref, 'in', values)
}
