import type { Kysely } from 'kysely'
import type { Database } from '../platform/db/database.ts'
import type { Platform } from '../platform/platform.ts'

/** Where `/` leads: the oldest workspace's portal, or the console while there is none. */
export async function homeOf(platform: Platform): Promise<string> {
  const slug = await firstWorkspace(platform.db)
  return slug === null ? '/console' : `/p/${slug}`
}

export async function firstWorkspace(db: Kysely<Database>): Promise<string | null> {
  const row = await db
    .selectFrom('workspaces')
    .select('slug')
    .where('sample_of', 'is', null)
    .orderBy('created_at')
    .limit(1)
    .executeTakeFirst()
  return row?.slug ?? null
}

export async function isSetUp(db: Kysely<Database>): Promise<boolean> {
  return (await firstWorkspace(db)) !== null
}
