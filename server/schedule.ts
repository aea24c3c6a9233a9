/** ★ What happens by itself: the clock → actions. Each runs on one process of the installation at a time. */
import { eraseContacts, markOverdue } from './cases/index.ts'
import { sendWaitingMails } from './channels/index.ts'
import { casesToBeAskedAbout, sendDueSurveys } from './followups/index.ts'
import { casesToBeTold } from './improvements/index.ts'
import {
  markSpikes,
  removeOldCounts,
  removeOldDeliveries,
  sendWaitingWebhooks,
} from './insights/index.ts'
import { removeUnattachedFiles } from './platform/files/remove-unattached.ts'
import { forgetReplies } from './platform/http/forget-replies.ts'
import type { Platform } from './platform/platform.ts'
import { refitModels } from './understanding/index.ts'
import { sweepSignIn } from './workspaces/index.ts'

export interface Scheduled {
  name: string
  /** Cron expression, UTC, to the minute. */
  cron: string
  run: (platform: Platform) => Promise<void>
}

export const schedule: Scheduled[] = [
  { name: 'old-sessions', cron: '41 * * * *', run: sweepSignIn },
  { name: 'unattached-files', cron: '17 * * * *', run: removeUnattachedFiles },
  { name: 'old-replies', cron: '29 * * * *', run: forgetReplies },
  {
    // 03:37 in China.
    name: 'kept-contacts',
    cron: '37 19 * * *',
    run: (platform) => eraseContacts(platform, [casesToBeAskedAbout, casesToBeTold]),
  },
  // 02:23 in China.
  { name: 'own-models', cron: '23 18 * * *', run: refitModels },
  { name: 'overdue-promises', cron: '* * * * *', run: markOverdue },
  { name: 'waiting-mails', cron: '* * * * *', run: sendWaitingMails },
  // What outlives the five minutes is found by the next.
  { name: 'spikes', cron: '*/5 * * * *', run: markSpikes },
  { name: 'waiting-webhooks', cron: '* * * * *', run: sendWaitingWebhooks },
  { name: 'old-webhooks', cron: '23 20 * * *', run: removeOldDeliveries },
  { name: 'old-counts', cron: '11 20 * * *', run: removeOldCounts },
  { name: 'due-surveys', cron: '* * * * *', run: sendDueSurveys },
]
