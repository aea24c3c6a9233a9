/** Texts that speak of one matter: what they are compared by, and how they come together. */
export {
  createGrouper,
  type Grouper,
  type GrouperOptions,
  type Placed,
  type Strictness,
  usualStrictness,
} from './grouper.ts'
export { mostTerms, type Print, printOf } from './print.ts'
export { sharedWords, typicalSentence } from './shared-words.ts'
export { type TellingWord, tellingWords } from './telling-words.ts'
export type { Neighbour } from './window.ts'
