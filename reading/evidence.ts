import { type Clause, clausesOf } from './clauses.ts'
import type { Concepts } from './concepts.ts'
import type { Risk } from './labels.ts'
import { type Hit, type Lexicon, scan } from './lexicon.ts'
import type { Judged } from './reading.ts'
import { phraseHits } from './risk-phrases.ts'
import { risksOf } from './risks.ts'
import { type Mood, moodOf } from './sentiment.ts'

/** The word lists a text is held against. */
export type Lists = Readonly<{
  mood: Lexicon
  kinds: Lexicon
  topics: Lexicon
  risks: Lexicon
  urgency: Lexicon
  concepts: Concepts
}>

/** What is found in a text before anything is judged. */
export type Evidence = {
  folded: string
  clauses: Clause[]
  mood: Mood
  kinds: Hit[]
  topics: Hit[]
  risks: Hit[]
  /** Risks whose words are neither denied, settled nor somebody else's story. */
  raised: Judged<Risk>[]
  urgency: Hit[]
  concepts: Hit[]
}

export function evidenceIn(folded: string, lists: Lists): Evidence {
  const clauses = clausesOf(folded)
  const mood = moodOf(folded, clauses, scan(lists.mood, folded))
  const risks = [...scan(lists.risks, folded), ...phraseHits(folded)]
  return {
    folded,
    clauses,
    mood,
    kinds: scan(lists.kinds, folded),
    topics: scan(lists.topics, folded),
    risks,
    raised: risksOf(folded, risks, mood),
    urgency: scan(lists.urgency, folded),
    concepts: scan(lists.concepts.lexicon, folded),
  }
}
