import type { Ctx } from '../platform/ctx.ts'
import type { Life, Row } from './life/life.ts'
import { byMember } from './life/life.ts'
import type { Problem, World } from './life/world.ts'
import { writeRows } from './write-rows.ts'

/** Problems with the cases behind them, the releases that fixed them, and who was told. */
export async function writeImprovements(
  ctx: Ctx,
  world: World,
  lives: readonly Life[],
): Promise<void> {
  const { problems, releases, dice, supervisor } = world
  const behind = (problem: Problem) => lives.filter(({ row }) => row.problem_id === problem.id)
  await writeRows(
    ctx,
    'problems',
    problems.map((problem) => problemRow(problem, behind(problem))),
  )
  await writeRows(
    ctx,
    'releases',
    releases.map(({ id, story, publishedAt, createdAt }) => ({
      id,
      name: story.name,
      notes: story.notes,
      published_at: publishedAt === null ? null : new Date(publishedAt),
      created_at: new Date(createdAt),
    })),
  )
  await writeRows(
    ctx,
    'release_problems',
    problems.flatMap(({ id, release }) =>
      release ? [{ release_id: release.id, problem_id: id }] : [],
    ),
  )
  await writeRows(
    ctx,
    'problem_cases',
    problems.flatMap((problem) =>
      behind(problem).map(({ row }) => ({ case_id: row.id, problem_id: problem.id })),
    ),
  )
  await writeRows(
    ctx,
    'tellings',
    problems.flatMap((problem) =>
      behind(problem)
        .filter(({ row }) => row.told_at)
        .map(({ row }) => ({
          release_id: problem.release?.id,
          case_id: row.id,
          told_at: row.told_at,
        })),
    ),
  )
  const fact = (type: string, data: Row, by: { id: string; name: string }, at: number): Row => ({
    id: dice.id(at),
    type,
    case_id: null,
    data,
    actor: byMember(by),
    at: new Date(at),
  })
  await writeRows(ctx, 'events', [
    ...problems.map(({ id, owner, createdAt }) =>
      fact('problem.created', { problemId: id }, owner, createdAt),
    ),
    ...releases.flatMap(({ id, publishedAt }) =>
      publishedAt === null
        ? []
        : [fact('release.published', { releaseId: id }, supervisor, publishedAt)],
    ),
  ])
}

const underWay = '正在改进，完成后会告诉每一位反馈过的客户。'

function problemRow(problem: Problem, behind: readonly Life[]): Row {
  const { id, number, story, owner, release, createdAt } = problem
  const times = behind.map(({ said }) => said.saidAt.getTime()).sort((a, b) => a - b)
  const at = (ms: number | undefined) => (ms === undefined ? null : new Date(ms))
  const fixed = release !== null && release.publishedAt !== null
  // Customers are told of what is being worked on.
  const isPublic = story.state === 'fixing' && !fixed
  return {
    id,
    number,
    title: story.title,
    description: story.description,
    state: fixed ? 'fixed' : story.state,
    owner_id: owner.id,
    cases: behind.length,
    customers: new Set(behind.map(({ said }) => said.person.id)).size,
    first_seen_at: at(times[0]),
    last_seen_at: at(times.at(-1)),
    fixed_in: fixed ? release.id : null,
    created_at: new Date(createdAt),
    public_title: isPublic ? story.title : null,
    public_note: isPublic ? underWay : null,
    public_since: isPublic ? new Date(createdAt) : null,
    public_changed_at: isPublic ? new Date(createdAt) : null,
  }
}
