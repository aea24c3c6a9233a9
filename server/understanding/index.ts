/**
 * Understanding: what a feedback means. Each text is read once by the engine in reading/, on a thread
 * of its own; the reading is kept with its reasons and stated as `feedback.read`.
 */
import './tables.ts'

export { readFeedback, readNow } from './read-feedback.ts'
export { readTexts } from './reading-thread.ts'
export { forgetReadings, type Labels, labelsOf, presentReading, readingsOf } from './readings-of.ts'
