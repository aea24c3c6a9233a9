/** The ground a command stands on: that of the service while it runs, else one of its own. */
import pg from 'pg'
import { journey } from '../journey.ts'
import { type Config, ConfigError } from '../platform/config.ts'
import { connectOrStart } from '../platform/db/embedded.ts'
import { migrate } from '../platform/db/migrate.ts'
import { processesOn } from '../platform/live.ts'
import type { Log } from '../platform/log.ts'
import { openPlatform, type Platform } from '../platform/platform.ts'

export interface Ground {
  platform: Platform
  /** Nobody else carries anything out: this process does. */
  alone: boolean
  /** Does anybody carry anything out, this process or a worker of the service? */
  isWorkedOn(): Promise<boolean>
  close(): Promise<void>
}

/**
 * Where no service runs, this process runs the reactions as long as it lives. Where only its API
 * does, it does not: the mail settings of the service's workers may not be at hand here.
 */
export async function openGround(config: Config, log: Log): Promise<Ground> {
  const undo: (() => Promise<void>)[] = []
  const close = async () => {
    for (let step = undo.pop(); step; step = undo.pop()) await step()
  }
  try {
    const database = config.databaseUrl
      ? { url: config.databaseUrl, stop: async () => {} }
      : await connectOrStart({ dataDir: config.dataDir })
    undo.push(() => database.stop())
    const alone = !(await serviceRuns(database.url))
    if (alone) await migrate(database.url)
    const options = { config, databaseUrl: database.url, log, journey }
    const platform = await openPlatform({ ...options, works: alone })
    undo.push(() => platform.close())
    if (alone) {
      await platform.jobs.start()
      undo.push(() => platform.jobs.stop())
      await platform.jobs.work((job) => platform.runJob(job))
      platform.relay.start()
    }
    const isWorkedOn = async () => alone || (await processesOn(platform.pool)).workers > 0
    return { platform, alone, isWorkedOn, close }
  } catch (error) {
    await close()
    throw error
  }
}

async function serviceRuns(url: string): Promise<boolean> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    return (await processesOn(client)).all > 0
  } finally {
    await client.end()
  }
}

/** Events not yet turned into jobs, and jobs not yet done. */
export async function leftToDo({ db, jobs }: Platform): Promise<number> {
  const outbox = await db
    .selectFrom('outbox')
    .select((eb) => eb.fn.countAll().as('n'))
    .executeTakeFirstOrThrow()
  return Number(outbox.n) + (await jobs.pending())
}

export async function chooseWorkspace(
  { db }: Platform,
  slug: string | null,
): Promise<{ id: string; slug: string }> {
  const all = await db
    .selectFrom('workspaces')
    .select(['id', 'slug', 'sample_of'])
    .orderBy('created_at')
    .execute()
  const real = all.filter(({ sample_of }) => sample_of === null)
  const found = slug === null ? real[0] : all.find((one) => one.slug === slug)
  if (all.length === 0)
    throw new ConfigError(
      'There is no workspace yet: run "npm start" and set one up in the browser.',
    )
  if (slug === null && real.length > 1)
    throw new ConfigError(
      `Which workspace? Add --workspace with one of: ${real.map((one) => one.slug).join(', ')}`,
    )
  if (!found)
    throw new ConfigError(
      `There is no workspace "${slug}". There are: ${all.map((one) => one.slug).join(', ')}`,
    )
  return found
}
