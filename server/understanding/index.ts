/**
 * Understanding: what a feedback means. Each text is read once by the engine in reading/, on a thread
 * of its own, by the workspace's own model; the reading is kept with its reasons and stated as
 * `feedback.read`. What people then say of it is kept beside, goes before it, and teaches that model.
 */
import './tables.ts'

export { confirmReading, correctReading, takeBack } from './judge-reading.ts'
export { judgementsOf } from './judgements.ts'
export { opinionPrompt } from './opinion-prompt.ts'
export { noticeLesson } from './own-model.ts'
export { presentReading } from './present-reading.ts'
export { readFeedback, readNow } from './read-feedback.ts'
export { readTexts } from './reading-thread.ts'
export { forgetReadings, type Labels, labelsOf, readingsOf } from './readings-of.ts'
export { refitModels } from './refit-models.ts'
export { giveSecondOpinions } from './second-opinions.ts'
