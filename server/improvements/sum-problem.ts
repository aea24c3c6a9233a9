import type { InputOf } from '../../contract/endpoint.ts'
import type { sumProblem as endpoint, ProblemSums, Share } from '../../contract/problem-sums.ts'
import { tellingWords } from '../../reading/index.ts'
import { type CaseSums, type ShareOf, sumProblem as sumCases } from '../cases/index.ts'
import { channelsOf } from '../channels/index.ts'
import { loadFeedback } from '../feedback/index.ts'
import type { Ctx } from '../platform/ctx.ts'
import { loadSettings } from '../workspaces/index.ts'
import { readPrint } from './candidates/print-rows.ts'
import { loadProblem } from './problem.ts'

const mostWords = 12
/** The newest cases of the problem, and of others, whose words are compared. */
const printsHere = 200
const printsElsewhere = 1000
const textsLookedAt = 30

/** What a problem adds up to: whom and what it hits, since when, and how it is spoken of. */
export async function sumProblem(ctx: Ctx, input: InputOf<typeof endpoint>): Promise<ProblemSums> {
  const { problemId } = input
  await loadProblem(ctx, problemId)
  const { timeZone } = await loadSettings(ctx)
  const [sums, channels, words] = await Promise.all([
    sumCases(ctx, problemId, timeZone),
    channelsOf(ctx),
    wordsOf(ctx, problemId),
  ])
  const behind = { problem: problemId }
  const names = new Map(channels.map(({ id, name }) => [id, name]))
  const share = (kind: ShareOf, filter: string): Share[] =>
    sums.shares[kind].map((one) => ({
      ...one,
      behind: { ...behind, [filter]: one.name ?? 'none' },
    }))
  return {
    ...figuresOf(sums, behind),
    versions: share('app_version', 'version'),
    platforms: share('platform', 'platform'),
    devices: share('device', 'device'),
    regions: share('region', 'region'),
    channels: share('channel_id', 'channel').map((one) => ({
      ...one,
      name: names.get(one.name ?? '') ?? one.name,
    })),
    trend: {
      unit: sums.trend.unit,
      points: sums.trend.points.map(({ from, to, cases }) => ({
        day: from,
        cases,
        behind: { ...behind, openedFrom: from, openedTo: to },
      })),
    },
    words: words.map((one) => ({ ...one, behind: { ...behind, q: one.word } })),
  }
}

function figuresOf(sums: CaseSums, behind: { problem: string }) {
  return {
    cases: { value: sums.cases, behind },
    customers: { value: sums.customers, behind },
    orders: { value: sums.orders, behind: { ...behind, order: 'yes' } },
    money: { value: sums.money, behind: { ...behind, money: 'yes' } },
    firstSeenAt: sums.firstAt?.toISOString() ?? null,
    lastSeenAt: sums.lastAt?.toISOString() ?? null,
  }
}

/** From what the cases are compared by, which is kept: no text is read anew but a few to write the words. */
async function wordsOf(ctx: Ctx, problemId: string) {
  const prints = ctx.db
    .selectFrom('case_prints as p')
    .leftJoin('case_groups as g', (join) =>
      join.onRef('g.workspace_id', '=', 'p.workspace_id').onRef('g.id', '=', 'p.group_id'),
    )
    .select(['p.case_id', 'p.print'])
    .where('p.workspace_id', '=', ctx.workspaceId)
    .orderBy('p.opened_at', 'desc')
  const [here, elsewhere] = await Promise.all([
    prints
      .where('g.problem_id', '=', problemId)
      .where('p.decided', '=', true)
      .limit(printsHere)
      .execute(),
    prints.where('g.problem_id', 'is distinct from', problemId).limit(printsElsewhere).execute(),
  ])
  const texts = await loadFeedback(
    ctx,
    here.slice(0, textsLookedAt).map(({ case_id }) => case_id),
  )
  return tellingWords(
    here.map(({ print }) => readPrint(print)),
    elsewhere.map(({ print }) => readPrint(print)),
    texts.map(({ text }) => text),
    mostWords,
  )
}
