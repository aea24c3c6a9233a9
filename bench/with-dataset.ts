/** Serves the product over the generated workspaces. */
import pg from 'pg'
import { migrate } from '../server/platform/db/migrate.ts'
import { urlFor } from '../server/testing/database.ts'
import { type Dataset, ensureDataset } from './dataset.ts'
import { type Served, serveApi, startDatabase } from './ground.ts'

export interface OverDataset {
  api: Served
  datasets: Dataset[]
  url: string
  headersFor(dataset: Dataset): Record<string, string>
}

const database = 'bench_dataset'
/** The service may remember for so long that the owner is not a member yet. */
const rememberedMs = 11_000
/** The year of data ends here, so that dates in queries mean the same in every run. */
const now = new Date('2026-11-01T00:00:00Z')

export async function withDataset<T>(
  say: (line: string) => void,
  work: (over: OverDataset) => Promise<T>,
): Promise<T> {
  const server = await startDatabase()
  try {
    const admin = new pg.Client({ connectionString: server.url })
    await admin.connect()
    const { rowCount } = await admin.query('select from pg_database where datname = $1', [database])
    if (!rowCount) await admin.query(`create database ${database}`)
    await admin.end()
    const url = urlFor(server.url, database)
    await migrate(url)
    // The owner comes first: a database that has a workspace is no longer set up by its first visitor.
    await (await serveApi(url)).stop()
    const datasets = await ensureDataset(url, now, say)
    const api = await serveApi(url)
    try {
      const cookieOf = await membership(url, api.owner, datasets)
      await new Promise((resolve) => setTimeout(resolve, rememberedMs))
      return await work({
        api,
        datasets,
        url,
        headersFor: ({ slug }) => ({ cookie: cookieOf, 'x-workspace': slug }),
      })
    } finally {
      await api.stop()
    }
  } finally {
    await server.stop()
  }
}

/** Makes the owner of the served workspace a member of the generated ones. */
async function membership(
  url: string,
  owner: { email: string; cookie: string },
  datasets: Dataset[],
): Promise<string> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  for (const { workspaceId } of datasets) {
    await client.query(
      `insert into members (workspace_id, id, account_id, name, email, role, active, joined_at)
       select $1, gen_random_uuid(), id, name, email, 'owner', true, now() from accounts where email = $2 on conflict do nothing`,
      [workspaceId, owner.email],
    )
    await client.query(
      'insert into memberships (account_id, workspace_id) select id, $1 from accounts where email = $2 on conflict do nothing',
      [workspaceId, owner.email],
    )
  }
  await client.end()
  return owner.cookie
}
