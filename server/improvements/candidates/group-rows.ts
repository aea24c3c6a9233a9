/** Groups as rows: those of problems, holding one to decide about it, what each weighs. */
import { type Selectable, sql } from 'kysely'
import type { Ctx, Tx } from '../../platform/ctx.ts'
import { Conflict, NotFound } from '../../platform/errors.ts'
import type { Reader } from '../problem.ts'
import type { CaseGroupsTable } from '../tables.ts'

export type Group = Selectable<CaseGroupsTable>

export async function loadGroup(ctx: Reader, groupId: string): Promise<Group> {
  const found = await ctx.db
    .selectFrom('case_groups')
    .selectAll()
    .where('workspace_id', '=', ctx.workspaceId)
    .where('id', '=', groupId)
    .executeTakeFirst()
  if (!found) throw new NotFound()
  return found
}

/** Call with the groups of the workspace held: it must still wait for somebody to decide. */
export async function loadUndecided(tx: Tx, groupId: string): Promise<Group> {
  const found = await loadGroup(tx, groupId)
  if (found.state === 'problem') throw new Conflict('candidate_decided')
  return found
}

/** The group in which the cases of each problem stand; made where there is none yet. */
export async function groupsOfProblems(
  tx: Tx,
  problemIds: readonly string[],
): Promise<Map<string, string>> {
  if (problemIds.length === 0) return new Map()
  const known = await tx.db
    .selectFrom('case_groups')
    .select(['id', 'problem_id'])
    .where('workspace_id', '=', tx.workspaceId)
    .where('problem_id', 'in', [...problemIds])
    .execute()
  const groups = new Map(known.map(({ id, problem_id }) => [problem_id as string, id]))
  const missing = problemIds.filter((id) => !groups.has(id))
  for (const problemId of missing) {
    const id = tx.newId()
    groups.set(problemId, id)
    await insertGroup(tx, { id, state: 'problem', problem_id: problemId })
  }
  return groups
}

export async function insertGroup(
  tx: Tx,
  group: Pick<Group, 'id' | 'state'> & Partial<Pick<Group, 'problem_id' | 'words' | 'title'>>,
): Promise<void> {
  await tx.db
    .insertInto('case_groups')
    .values({
      workspace_id: tx.workspaceId,
      words: [],
      title: '',
      problem_id: null,
      decided: true,
      first_seen_at: null,
      last_seen_at: null,
      typical_id: null,
      made_at: tx.now(),
      ...group,
    })
    .execute()
}

/**
 * Counts these groups anew. One that is not there yet is made; a candidate with fewer than two cases is
 * none, and what is left of it stands alone.
 */
export async function weighGroups(tx: Tx, groupIds: readonly string[]): Promise<void> {
  if (groupIds.length === 0) return
  const ids = [...new Set(groupIds)]
  await sql`
    with asked as (select unnest(${ids}::uuid[]) as id),
    weighed as (
      select a.id, count(p.case_id)::int as cases, count(distinct p.customer_id)::int as customers,
        min(p.opened_at) as first_at, max(p.opened_at) as last_at
      from asked a left join case_prints p on p.workspace_id = ${tx.workspaceId} and p.group_id = a.id
      group by a.id
    )
    insert into case_groups (workspace_id, id, state, cases, customers, first_seen_at, last_seen_at,
      words, title, made_at)
    select ${tx.workspaceId}::uuid, id, 'candidate', cases, customers, first_at, last_at, '{}', '', ${tx.now()}
    from weighed
    on conflict (workspace_id, id) do update set cases = excluded.cases, customers = excluded.customers,
      first_seen_at = excluded.first_seen_at, last_seen_at = excluded.last_seen_at`.execute(tx.db)
  const few = await tx.db
    .deleteFrom('case_groups')
    .where('workspace_id', '=', tx.workspaceId)
    .where('id', 'in', ids)
    .where('state', '=', 'candidate')
    .where('cases', '<', 2)
    .returning('id')
    .execute()
  if (few.length === 0) return
  const { stamp } = await tx.db
    .selectFrom('grouping_states')
    .select('stamp')
    .where('workspace_id', '=', tx.workspaceId)
    .executeTakeFirstOrThrow()
  await tx.db
    .updateTable('case_prints')
    .set({ group_id: null, decided: false, stamp })
    .where('workspace_id', '=', tx.workspaceId)
    .where(
      'group_id',
      'in',
      few.map(({ id }) => id),
    )
    .execute()
}

/** The group each of these cases stands in; those that stand alone, or in a dismissed one, are left out. */
export async function groupsOf(
  ctx: Pick<Ctx, 'workspaceId' | 'db'>,
  caseIds: readonly string[],
): Promise<Map<string, string>> {
  if (caseIds.length === 0) return new Map()
  const rows = await ctx.db
    .selectFrom('case_prints as p')
    .innerJoin('case_groups as g', (join) =>
      join.onRef('g.workspace_id', '=', 'p.workspace_id').onRef('g.id', '=', 'p.group_id'),
    )
    .select(['p.case_id', 'g.id'])
    .where('p.workspace_id', '=', ctx.workspaceId)
    .where('p.case_id', 'in', [...caseIds])
    .where('g.state', '<>', 'dismissed')
    .execute()
  return new Map(rows.map(({ case_id, id }) => [case_id, id]))
}
