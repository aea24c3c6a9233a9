import { loadConcepts } from './concepts.ts'
import type { Lists } from './evidence.ts'
import { loadLexicon } from './lexicon.ts'

/** All word lists of lexicons/. */
export function loadLists(): Lists {
  return {
    mood: loadLexicon('mood'),
    kinds: loadLexicon('kinds'),
    topics: loadLexicon('topics'),
    risks: loadLexicon('risks'),
    urgency: loadLexicon('urgency'),
    concepts: loadConcepts(),
  }
}
