/**
 * The assistant: what a language model, if the operator has one, may do for the team. Here are its
 * switch, its budget and every text it wrote; what it is asked is the business of the domain that
 * asks. A text is asked for in a transaction, made by a reaction, and stands beside what it is about,
 * labelled; nothing it says changes anything by itself.
 */
import './tables.ts'

export { ask } from './ask.ts'
export { draftBehind, draftsSentAs, keepWhatBecameOfIt } from './drafts.ts'
export { forgetTexts } from './forget-texts.ts'
export { type Making, makeTexts, type WaitingText } from './make-texts.ts'
export { keepOpinion, opinionsOn } from './opinions.ts'
export { requestText } from './request-text.ts'
export { mayUse } from './settings.ts'
export type { MachineOpinion, MachineWords } from './tables.ts'
export { textById, textsAbout } from './texts.ts'
export { withoutNames } from './without-names.ts'
