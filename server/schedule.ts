/** ★ What happens by itself: the clock → actions. Each runs on one process of the installation at a time. */
import type { Platform } from './platform/platform.ts'

export interface Scheduled {
  name: string
  /** Cron expression, UTC, to the minute. */
  cron: string
  run: (platform: Platform) => Promise<void>
}

export const schedule: Scheduled[] = []
