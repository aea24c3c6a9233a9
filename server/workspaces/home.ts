import type { Platform } from '../platform/platform.ts'

/** Where `/` leads: the oldest workspace's portal, or the console while there is none. */
export async function homeOf(platform: Platform): Promise<string> {
  const slug = await firstWorkspace(platform)
  return slug === null ? '/console' : `/p/${slug}`
}

export async function firstWorkspace(platform: Platform): Promise<string | null> {
  const row = await platform.db
    .selectFrom('workspaces')
    .select('slug')
    .where('sample_of', 'is', null)
    .orderBy('created_at')
    .limit(1)
    .executeTakeFirst()
  return row?.slug ?? null
}
