/**
 * Workspaces of 10k, 100k and 1M cases over twelve months, made once per data folder by COPY from a
 * seeded generator. Only what lists, searches and dashboards read is made: cases, their texts and
 * customers, and the rollups by the product's own rebuild.
 */
import pg from 'pg'
import { normalise, searchTerms } from '../reading/index.ts'
import { rebuild } from '../server/insights/index.ts'
import { journey } from '../server/journey.ts'
import { readConfig } from '../server/platform/config.ts'
import { makeLog } from '../server/platform/log.ts'
import { openPlatform } from '../server/platform/platform.ts'
import { copy } from './copy.ts'
import { caseColumns, caseRow, id, noise, sentence } from './dataset-rows.ts'

export const sizes = [10_000, 100_000, 1_000_000] as const
export type Size = (typeof sizes)[number]

export interface Dataset {
  workspaceId: string
  slug: string
  cases: Size
}

export async function ensureDataset(
  url: string,
  now: Date,
  say: (line: string) => void,
): Promise<Dataset[]> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  const datasets: Dataset[] = []
  for (const [index, cases] of sizes.entries()) {
    const dataset = { workspaceId: id('0190000a', index), slug: `bench-${cases}`, cases }
    datasets.push(dataset)
    const { rowCount } = await client.query('select from workspaces where id = $1', [
      dataset.workspaceId,
    ])
    if (rowCount) continue
    say(`making ${cases.toLocaleString('en')} cases`)
    await client.query('begin')
    await fill(client, dataset, now)
    await client.query('commit')
    await client.query('analyze')
    await rollUp(url, dataset)
  }
  await client.query('vacuum analyze')
  await client.end()
  return datasets
}

/** Weekdays from nine to six. */
const day = [[540, 1080]]
const hours = { week: [day, day, day, day, day, [], []], chineseHolidays: true, exceptions: [] }

async function fill(
  client: pg.Client,
  { workspaceId, slug, cases }: Dataset,
  now: Date,
): Promise<void> {
  for (const table of [
    'cases',
    'case_texts',
    'customers',
    'channels',
    'categories',
    'case_facts',
    'daily_cases',
    'daily_categories',
    'daily_durations',
    'daily_scores',
  ])
    await client.query(`delete from ${table} where workspace_id = $1`, [workspaceId])
  await client.query(
    `insert into workspaces (id, slug, name, business, time_zone, locale, promise_minutes, reply_goal, contact_retention_days, greeting, created_at)
     values ($1, $2, $2, 'store', 'Asia/Shanghai', 'zh-CN', 240, 0.9, 180, '', now())`,
    [workspaceId, slug],
  )
  await client.query(
    `insert into calendars (workspace_id, hours, changed_at) values ($1, $2, now()) on conflict do nothing`,
    [workspaceId, JSON.stringify(hours)],
  )
  for (let i = 0; i < 4; i++)
    await client.query(
      `insert into channels (workspace_id, id, kind, name, active, created_at) values ($1, $2, $3, $4, true, now())`,
      [workspaceId, id('c0000000', i), ['portal', 'api', 'import', 'portal'][i], `渠道 ${i + 1}`],
    )
  for (let i = 0; i < 8; i++)
    await client.query(
      `insert into categories (workspace_id, id, entry, name, position) values ($1, $2, 'feedback', $3, $4)`,
      [workspaceId, id('ca000000', i), `类别 ${i + 1}`, i],
    )

  const customers = Math.ceil(cases / 3)
  await copy(client, 'customers (workspace_id, id, name, created_at)', customers, (n) => [
    workspaceId,
    id('cc000000', n),
    n % 4 ? `客户${n}` : null,
    now.toISOString(),
  ])
  const random = noise(cases)
  await copy(client, `cases (${caseColumns.join(', ')})`, cases, (n) =>
    caseRow(workspaceId, n, cases, customers, now, random),
  )
  const again = noise(cases + 1)
  await copy(client, 'case_texts (workspace_id, case_id, text, terms)', cases, (n) => {
    const text = sentence(again)
    return [
      workspaceId,
      id('0190000b', n),
      normalise(text),
      searchTerms(text)
        .map((term) => `'${term.replaceAll("'", "''")}'`)
        .join(' '),
    ]
  })
}

async function rollUp(url: string, { workspaceId }: Dataset): Promise<void> {
  const platform = await openPlatform({
    config: readConfig({}),
    databaseUrl: url,
    log: makeLog('warn'),
    journey,
    works: false,
    mail: null,
  })
  try {
    await rebuild(platform.ctx(workspaceId))
  } finally {
    await platform.close()
  }
}
