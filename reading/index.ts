/**
 * The text engine: what a short Chinese or English text means, offline.
 *
 * Pure functions; the only input besides the arguments is the engine's own data, loaded once at
 * import. Nothing here throws on any string. Texts longer than `maxAnalysedLength` UTF-16 units are
 * read by their beginning, except that personal data is always looked for and masked throughout.
 */

export { excerpt } from './excerpt.ts'
export { maxAnalysedLength } from './fold-for-reading.ts'
export {
  createGrouper,
  type Grouper,
  type Placed,
  type Print,
  printOf,
  sharedWords,
  type TellingWord,
  tellingWords,
  typicalSentence,
} from './grouping/index.ts'
export {
  type Kind,
  kinds,
  type Language,
  languages,
  type PersonalDataKind,
  personalDataKinds,
  type Risk,
  risks,
  type Sentiment,
  sentiments,
  type Topic,
  topics,
  type Urgency,
  urgencies,
} from './labels.ts'
export type { Lesson } from './lesson.ts'
export { maskPersonalData } from './mask-personal-data.ts'
export { type Model, shippedModel, shippedVersion } from './model.ts'
export { normalise } from './normalise.ts'
export { packTaught, unpackTaught } from './pack-taught.ts'
export { findPersonalData } from './personal-data.ts'
export { read } from './read.ts'
export type { Judged, Reading, Reason, Span } from './reading.ts'
export { hashOfWords, refit } from './refit.ts'
export { type Found, lookUp, type Passage, type Shelf, shelve } from './retrieval.ts'
export { queryTerms, searchTerms } from './search-terms.ts'
export { seedLessons } from './seed-lessons.ts'
export type { Taught } from './taught.ts'
export { teach } from './teach.ts'
