import { readdir, rm, stat } from 'node:fs/promises'
import { join } from 'node:path'
import type { Platform } from '../platform.ts'

const keptMs = 24 * 60 * 60_000
const batch = 500

/** Files that nothing referred to for a day go, and so do the remains of interrupted uploads. */
export async function removeUnattachedFiles(platform: Platform): Promise<void> {
  const before = new Date(platform.now().getTime() - keptMs)
  for (;;) {
    const gone = await platform.db
      .deleteFrom('files')
      .where('attached_at', 'is', null)
      .where(({ refTuple, selectFrom, eb }) =>
        eb(
          refTuple('workspace_id', 'id'),
          'in',
          selectFrom('files')
            .select(['workspace_id', 'id'])
            .where('attached_at', 'is', null)
            .where('created_at', '<', before)
            .limit(batch)
            .$asTuple('workspace_id', 'id'),
        ),
      )
      .returning('storage_key')
      .execute()
    for (const { storage_key } of gone) await platform.files.remove(storage_key)
    if (gone.length < batch) break
  }
  await removeRemains(join(platform.config.dataDir, 'incoming'))
}

async function removeRemains(folder: string): Promise<void> {
  const names = await readdir(folder).catch(() => [])
  for (const name of names) {
    const found = await stat(join(folder, name)).catch(() => null)
    if (found && Date.now() - found.mtimeMs > keptMs) await rm(join(folder, name), { force: true })
  }
}
