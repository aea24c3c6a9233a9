/** What there is to say of a matter that stands out: since when, who is hit, why perhaps, in which words. */
import { sql } from 'kysely'
import { maskPersonalData, normalise } from '../../../reading/index.ts'
import type { Ctx } from '../../platform/ctx.ts'
import { type Baseline, expectedIn } from './baseline.ts'
import { findCause, type TraitCount } from './find-cause.ts'
import { beganAt } from './find-spikes.ts'
import type { Found } from './found.ts'
import type { Matter } from './gather-spikes.ts'
import { isIn, loadCases, type RecentCase } from './load-window.ts'
import { newWords } from './new-words.ts'
import { dayMs, hourMs, type WeekClock } from './slots.ts'

const cellMs = 300_000
/** Texts that are looked at for new words, and those before that they are held against. */
const mostTexts = 300
const mostBefore = 600
const beforeMs = 28 * dayMs
/** How cases are spread just now is told by the last days. */
const nowadaysMs = 3 * dayMs

export interface Described {
  beganAt: Date
  caseIds: string[]
  found: Found
}

export interface Around {
  clock: WeekClock
  baselines: ReadonlyMap<string, Baseline>
  now: number
}

/** `known` is the alert that it belongs to, where there is one. */
export async function describeMatter(
  ctx: Ctx,
  matter: Matter,
  around: Around,
  known: { beganAt: Date; found: Found } | null,
): Promise<Described> {
  const began = known?.beganAt ?? new Date(await beginningOf(ctx, matter, around))
  const cases = (await loadCases(ctx, began)).filter((one) =>
    matter.series.some((series) => isIn(one, series)),
  )
  const { spike } = matter
  const isHigher = !known || spike.chance <= known.found.chance
  const priced = cases.filter(({ amount }) => amount !== null)
  const ids = cases.map(({ case_id }) => case_id)
  return {
    beganAt: began,
    caseIds: ids,
    found: {
      ...(known && !isHigher
        ? pickWindow(known.found)
        : { minutes: spike.minutes, seen: spike.cases, usual: spike.usual, chance: spike.chance }),
      cases: cases.length,
      customers: new Set(cases.map(({ customer_id }) => customer_id)).size,
      orders: priced.length,
      amount: priced.reduce((sum, { amount }) => sum + (amount ?? 0), 0),
      cause: findCause(cellsOf(cases), await usualCells(ctx, matter, began, new Set(ids))),
      words: newWords(await textsOf(ctx, ids.slice(0, mostTexts)), await textsBefore(ctx, began)),
      also: [...new Set([...(known?.found.also ?? []), ...matter.also])].filter(
        (series) => series !== matter.watched,
      ),
    },
  }
}

function pickWindow({ minutes, seen, usual, chance }: Found) {
  return { minutes, seen, usual, chance }
}

/** By five minutes for what is short, by the hour for what took a day. */
async function beginningOf(ctx: Ctx, matter: Matter, around: Around): Promise<number> {
  const { spike, watched } = matter
  const size = spike.minutes === 1440 ? hourMs : cellMs
  const from = Math.floor((around.now - Math.max(spike.minutes * 60_000, 3 * hourMs)) / size) * size
  const cases = (await loadCases(ctx, new Date(from))).filter((one) => isIn(one, spike.series))
  const baseline = around.baselines.get(watched)
  const whole = baseline ? expectedIn(around.clock, baseline, from, around.now) : 0
  const share =
    whole > 0
      ? Math.min(1, spike.usual / (spike.minutes * 60_000) / (whole / (around.now - from)))
      : 1
  const cells = []
  for (let at = from; at < around.now; at += size)
    cells.push({
      at,
      cases: cases.filter((one) => one.at.getTime() >= at && one.at.getTime() < at + size).length,
      usual: baseline ? share * expectedIn(around.clock, baseline, at, at + size) : 0,
    })
  return beganAt(cells) ?? from
}

export function cellsOf(cases: readonly RecentCase[]): TraitCount[] {
  return cases.map(({ version, platform, region, channel_id: channel }) => ({
    ...{ version, platform, channel, region },
    cases: 1,
  }))
}

/** Its own cases of the weeks before, and everybody else's of these days. */
async function usualCells(
  ctx: Ctx,
  matter: Matter,
  began: Date,
  own: ReadonlySet<string>,
): Promise<TraitCount[][]> {
  const { rows } = await sql<TraitCount>`
    select version, platform, channel_id::text as channel, region, sum(cases)::int as cases from radar_counts
    where workspace_id = ${ctx.workspaceId}::uuid and grain = 'day' and watched = ${matter.watched}
      and at >= ${new Date(began.getTime() - beforeMs)} and at < ${new Date(began.getTime() - dayMs)}
    group by 1, 2, 3, 4`.execute(ctx.db)
  const nowadays = await loadCases(ctx, new Date(began.getTime() - nowadaysMs))
  const others = cellsOf(nowadays.filter(({ case_id }) => !own.has(case_id)))
  return [rows, others].filter((cells) => cells.length > 0)
}

/** Masked and normalised; joined from what the customer said. */
async function textsOf(ctx: Ctx, caseIds: readonly string[]): Promise<string[]> {
  if (caseIds.length === 0) return []
  const rows = await ctx.db
    .selectFrom('feedback')
    .select(['text'])
    .where('workspace_id', '=', ctx.workspaceId)
    .where('id', 'in', [...caseIds])
    .execute()
  return rows.map(({ text }) => plain(text))
}

async function textsBefore(ctx: Ctx, began: Date): Promise<string[]> {
  const rows = await ctx.db
    .selectFrom('radar_cases as c')
    .innerJoin('feedback as f', (join) =>
      join.onRef('f.workspace_id', '=', 'c.workspace_id').onRef('f.id', '=', 'c.case_id'),
    )
    .select('f.text')
    .where('c.workspace_id', '=', ctx.workspaceId)
    .where('c.at', '<', began)
    .where('c.at', '>=', new Date(began.getTime() - beforeMs))
    .orderBy('c.at', 'desc')
    .limit(mostBefore)
    .execute()
  return rows.map(({ text }) => plain(text))
}

function plain(text: string): string {
  return normalise(maskPersonalData(text.slice(0, 1000)))
}
