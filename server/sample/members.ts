/** Who is in the sample: the operator's own members, and eight people who never were. */
import type { Role } from '../../contract/roles.ts'
import type { Locale } from '../../contract/values.ts'
import type { Tx } from '../platform/ctx.ts'
import { addMember, joinTeam, loadTeams } from '../workspaces/index.ts'
import type { Dice } from './life/dice.ts'

/** A made-up colleague who handles cases. */
export interface Handler {
  id: string
  name: string
  role: Role
  /** Preset keys of their teams. */
  teams: readonly string[]
  /** How they begin and end what they write. */
  manner: number
}

interface Invented {
  zh: string
  en: string
  role: Role
  teams: readonly string[]
}

const all = ['service', 'complaints', 'product', 'tech', 'logistics', 'risk', 'moderation']
const invented: readonly Invented[] = [
  { zh: '苏念', en: 'Nora Su', role: 'supervisor', teams: all },
  { zh: '程小满', en: 'Mandy Cheng', role: 'agent', teams: ['service'] },
  { zh: '贺一鸣', en: 'Ethan He', role: 'agent', teams: ['service', 'logistics', 'risk'] },
  { zh: '阮青', en: 'Iris Ruan', role: 'agent', teams: ['service', 'moderation'] },
  { zh: '乔木', en: 'Joe Qiao', role: 'agent', teams: ['tech'] },
  { zh: '顾晓舟', en: 'Shaw Gu', role: 'agent', teams: ['tech', 'product'] },
  { zh: '纪南星', en: 'Nan Ji', role: 'agent', teams: ['complaints', 'risk', 'moderation'] },
  { zh: '唐果', en: 'Candy Tang', role: 'agent', teams: ['complaints', 'logistics', 'product'] },
]

/** They have no accounts: nobody can sign in as them. */
export async function inventHandlers(
  tx: Tx,
  given: { locale: Locale; teams: Readonly<Record<string, string>>; since: Date; dice: Dice },
): Promise<Handler[]> {
  const handlers: Handler[] = []
  for (const [index, person] of invented.entries()) {
    const name = given.locale === 'en' ? person.en : person.zh
    const id = await addMember(tx, {
      accountId: null,
      name,
      email: `${person.en.toLowerCase().replace(' ', '.')}@sample.example`,
      role: person.role,
      joinedAt: new Date(given.since.getTime() + index * 86_400_000 * 3),
    })
    for (const team of person.teams) {
      const teamId = given.teams[team]
      if (teamId !== undefined) await joinTeam(tx, teamId, [id])
    }
    handlers.push({ id, name, role: person.role, teams: person.teams, manner: index })
  }
  return handlers
}

/**
 * Every active member of the operator's workspace comes in, in the same role and, where teams are
 * called the same, the same teams; those already in stay as they are. Answers sample member ids by
 * the operator's.
 */
export async function welcomeMembers(own: Tx, sample: Tx): Promise<Map<string, string>> {
  const [members, there, teams, sitting] = await Promise.all([
    own.db
      .selectFrom('members')
      .select(['id', 'account_id', 'name', 'email', 'role'])
      .where('workspace_id', '=', own.workspaceId)
      .where('active', '=', true)
      .orderBy('joined_at')
      .orderBy('id')
      .execute(),
    sample.db
      .selectFrom('members')
      .select(['id', 'account_id'])
      .where('workspace_id', '=', sample.workspaceId)
      .execute(),
    loadTeams(sample),
    own.db
      .selectFrom('team_members as s')
      .innerJoin('teams as t', (join) =>
        join.onRef('t.workspace_id', '=', 's.workspace_id').onRef('t.id', '=', 's.team_id'),
      )
      .select(['s.member_id', 't.name'])
      .where('s.workspace_id', '=', own.workspaceId)
      .execute(),
  ])
  const known = new Map(there.map((row) => [row.account_id, row.id]))
  const ids = new Map<string, string>()
  for (const member of members) {
    const before = known.get(member.account_id)
    const id = before ?? (await addMember(sample, { ...member, accountId: member.account_id }))
    ids.set(member.id, id)
    if (before !== undefined) continue
    const names = sitting.filter(({ member_id }) => member_id === member.id).map(({ name }) => name)
    for (const team of teams.filter(({ name }) => names.includes(name)))
      await joinTeam(sample, team.id, [id])
  }
  return ids
}
