/**
 * What it adds up to: counts and times per day, kept up to date as cases change, and the dashboard
 * that reads them; and the radar, which says when more comes than usual. Nothing here scans cases;
 * everything can be rebuilt from them.
 */
import './radar/tables.ts'
import './webhooks/tables.ts'

export { mailAlerts } from './radar/mail-alerts.ts'
export { markSpikes } from './radar/mark-spikes.ts'
export { countForRadar, rebuildRadar } from './radar/recount-radar.ts'
export { removeOldCounts } from './radar/remove-old-counts.ts'
export { rebuild, recountAll, recountCases } from './recount.ts'
export { removeOldDeliveries } from './webhooks/remove-old-deliveries.ts'
export { sendWaitingWebhooks } from './webhooks/send-waiting-webhooks.ts'
export { tellWebhooks, testWebhooks } from './webhooks/tell-webhooks.ts'
