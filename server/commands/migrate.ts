import type { Config } from '../platform/config.ts'
import { startEmbedded } from '../platform/db/embedded.ts'
import { migrate } from '../platform/db/migrate.ts'
import type { Log } from '../platform/log.ts'

export async function migrateOnly(config: Config, log: Log): Promise<number> {
  const embedded = config.databaseUrl ? null : await startEmbedded({ dataDir: config.dataDir, log })
  try {
    const applied = await migrate(config.databaseUrl ?? (embedded as { url: string }).url, { log })
    process.stdout.write(
      applied.length > 0 ? `Applied: ${applied.join(', ')}\n` : 'Nothing to apply.\n',
    )
    return 0
  } finally {
    await embedded?.stop()
  }
}
