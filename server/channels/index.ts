/**
 * Channels: where words arrive and leave. A channel is one configured connection; its kind is one
 * folder here, and channel.ts says what a kind must be able to do. Whatever arrives is handed to
 * feedback; whatever is said to a customer leaves by the ways that reach them.
 */
import './tables.ts'

export { createFirstChannels } from './create-first-channels.ts'
export {
  casesWithWaitingMail,
  deliver,
  deliveriesOf,
  dropWaitingMails,
  eraseAddressees,
  forgetDeliveries,
  leavesWithinMs,
  sendWaitingMails,
} from './deliveries/index.ts'
export { checkImports } from './import/check-rows.ts'
export { contactColumns, eraseSheets, eraseSheetsOf, keptSheets } from './import/erase-sheets.ts'
export { imports } from './import/index.ts'
export { runImports } from './import/run-import.ts'
export { finishUndo, isBeingUndone } from './import/undo-import.ts'
export { channelsOf, openChannel } from './open-channel.ts'
