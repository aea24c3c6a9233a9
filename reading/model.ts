import { type Lexicon, loadLexicon } from './lexicon.ts'

/** What a reading is made with. Opaque to callers but for its version. */
export type Model = Readonly<{
  version: string
  /** Below this confidence in the kind a reading abstains. */
  abstainBelow: number
  mood: Lexicon
  kinds: Lexicon
  topics: Lexicon
  risks: Lexicon
  urgency: Lexicon
}>

/** The model that comes with the product: word lists and rules, nothing trained. */
export const shippedModel: Model = {
  version: 'words-1',
  abstainBelow: 0.5,
  mood: loadLexicon('mood'),
  kinds: loadLexicon('kinds'),
  topics: loadLexicon('topics'),
  risks: loadLexicon('risks'),
  urgency: loadLexicon('urgency'),
}
