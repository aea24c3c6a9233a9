import { readdir, rm, stat } from 'node:fs/promises'
import { join } from 'node:path'
import type { Transaction } from 'kysely'
import type { Ctx } from '../ctx.ts'
import type { Database } from '../db/database.ts'
import type { Platform } from '../platform.ts'
import type { FilesTable } from '../tables.ts'

const keptMs = 24 * 60 * 60_000
/** Held together: a few, because who wants to attach one of them waits. */
const atOnce = 100
const beforeAll = '00000000-0000-0000-0000-000000000000'

/** Files that nothing referred to for a day go, and so do the remains of interrupted uploads. */
export async function removeUnattachedFiles(platform: Platform): Promise<void> {
  const before = new Date(platform.now().getTime() - keptMs)
  for (let after: string | null = beforeAll; after !== null; )
    after = await removeSome(platform, before, after)
  await removeRemains(join(platform.config.dataDir, 'incoming'))
}

/**
 * The bytes go first, and then the row that knows where they are: stopped in between, the next sweep
 * finds it again. Its rows stay held, so that nobody attaches a file whose bytes are just going.
 * Returns the last one it looked at, or null when there are no more.
 */
async function removeSome(platform: Platform, before: Date, after: string): Promise<string | null> {
  return platform.db.transaction().execute(async (tx) => {
    const free = await tx
      .selectFrom('files')
      .select(['workspace_id', 'id', 'storage_key'])
      .where('attached_at', 'is', null)
      .where('created_at', '<', before)
      .where('id', '>', after)
      .orderBy('id')
      .limit(atOnce)
      .forUpdate()
      .skipLocked()
      .execute()
    await takeAway(tx, free, platform)
    return free.length < atOnce ? null : (free.at(-1)?.id ?? null)
  })
}

/**
 * Files that were just let go of, at once: what a customer asked to have deleted does not wait for the
 * sweep. One that somebody holds, or whose bytes stay, goes with that.
 */
export async function removeReleased(ctx: Ctx, fileIds: readonly string[]): Promise<void> {
  for (let from = 0; from < fileIds.length; from += atOnce)
    await ctx.db.transaction().execute(async (tx) => {
      const free = await tx
        .selectFrom('files')
        .select(['workspace_id', 'id', 'storage_key'])
        .where('workspace_id', '=', ctx.workspaceId)
        .where('id', 'in', fileIds.slice(from, from + atOnce))
        .where('attached_at', 'is', null)
        .orderBy('id')
        .forUpdate()
        .skipLocked()
        .execute()
      await takeAway(tx, free, ctx)
    })
}

async function takeAway(
  tx: Transaction<Database>,
  free: readonly Pick<FilesTable, 'workspace_id' | 'id' | 'storage_key'>[],
  { files, log }: Pick<Platform, 'files' | 'log'>,
): Promise<void> {
  const gone: (typeof free)[number][] = []
  for (const file of free)
    try {
      await files.remove(file.storage_key)
      gone.push(file)
    } catch (error) {
      log.error({ err: error, fileId: file.id }, 'the bytes of a file stay on disk')
    }
  const workspaces = [...new Set(gone.map((file) => file.workspace_id))]
  for (const workspaceId of workspaces)
    await tx
      .deleteFrom('files')
      .where('workspace_id', '=', workspaceId)
      .where(
        'id',
        'in',
        gone.filter((file) => file.workspace_id === workspaceId).map(({ id }) => id),
      )
      .execute()
}

async function removeRemains(folder: string): Promise<void> {
  const names = await readdir(folder).catch(() => [])
  for (const name of names) {
    const found = await stat(join(folder, name)).catch(() => null)
    if (found && Date.now() - found.mtimeMs > keptMs) await rm(join(folder, name), { force: true })
  }
}
