/** When members were last here and keys last used: coarse, and written off the request's path. */
import type { Platform } from '../platform/platform.ts'

const everyMs = { member: 5 * 60_000, key: 60_000 }
/** Ids whose last writing is remembered; beyond that some are written more often. */
const most = 20_000

export interface Presence {
  memberSeen(workspaceId: string, memberId: string): void
  keyUsed(workspaceId: string, keyId: string): void
}

const presences = new WeakMap<Platform, Presence>()

export function presenceOf(platform: Platform): Presence {
  const known = presences.get(platform) ?? openPresence(platform)
  presences.set(platform, known)
  return known
}

function openPresence(platform: Platform): Presence {
  const writtenAt = new Map<string, number>()

  function isDue(id: string, every: number): boolean {
    const now = platform.now().getTime()
    const last = writtenAt.get(id)
    if (last !== undefined && now - last >= 0 && now - last < every) return false
    if (writtenAt.size >= most) writtenAt.clear()
    writtenAt.set(id, now)
    return true
  }

  const warn = (error: unknown) => platform.log.warn({ err: error }, 'presence not written')

  return {
    memberSeen(workspaceId, memberId) {
      if (!isDue(memberId, everyMs.member)) return
      platform.db
        .updateTable('members')
        .set({ last_seen_at: platform.now() })
        .where('workspace_id', '=', workspaceId)
        .where('id', '=', memberId)
        .execute()
        .catch(warn)
    },
    keyUsed(workspaceId, keyId) {
      if (!isDue(keyId, everyMs.key)) return
      platform.db
        .updateTable('api_keys')
        .set({ last_used_at: platform.now() })
        .where('workspace_id', '=', workspaceId)
        .where('id', '=', keyId)
        .execute()
        .catch(warn)
    },
  }
}
