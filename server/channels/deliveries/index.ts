/**
 * Deliveries: how words leave. Whoever has something for the customer of a case hands it over with
 * `deliver`; `deliveriesOf` says what became of it. Failures that may pass are tried again by
 * `sendWaitingMails`, for most of a day: mail servers defer for minutes, longer than a job's own
 * retries last.
 */
import './tables.ts'

export { deliver } from './deliver.ts'
export { deliveriesOf } from './deliveries-of.ts'
export { leavesWithinMs } from './delivery.ts'
export { casesWithWaitingMail, dropWaitingMails, eraseAddressees } from './erase-addressees.ts'
export { forgetDeliveries } from './forget-deliveries.ts'
export { sendWaitingMails } from './send-waiting-mails.ts'
