import { clausesOf } from './clauses.ts'
import { keywordsOf } from './keywords.ts'
import { kindsOf } from './kind.ts'
import { languageOf } from './language.ts'
import { scan } from './lexicon.ts'
import { type Model, shippedModel } from './model.ts'
import { foldText } from './normalise.ts'
import { findPersonalData } from './personal-data.ts'
import type { Reading, Span } from './reading.ts'
import { phraseHits } from './risk-phrases.ts'
import { risksOf } from './risks.ts'
import { moodOf, sentimentOf } from './sentiment.ts'
import { topicsOf } from './topics.ts'
import { urgencyOf } from './urgency.ts'

/** UTF-16 units of a text that are read for meaning; what follows is not looked at. */
export const maxAnalysedLength = 20_000

/**
 * Reads one text. Never throws; an empty or meaningless text is kind `other` and abstained.
 * Offsets of personal data refer to the text as given, and cover all of it.
 */
export function read(text: string, model: Model = shippedModel): Reading {
  const analysed = text.slice(0, maxAnalysedLength)
  const folded = foldText(analysed).slice(0, maxAnalysedLength)
  const clauses = clausesOf(folded)
  const mood = moodOf(folded, clauses, scan(model.mood, folded))
  const topicHits = scan(model.topics, folded)
  const topics = topicsOf(topicHits)
  const risks = risksOf(folded, [...scan(model.risks, folded), ...phraseHits(folded)], mood)
  const personalData = findPersonalData(text)
  const kinds = kindsOf(folded, {
    hits: scan(model.kinds, folded),
    mood,
    clauses,
    topics,
    risks,
    abstainBelow: model.abstainBelow,
  })
  const sentiment = sentimentOf(mood, kinds.reportsFailure)
  return {
    kind: kinds.kind,
    secondKind: kinds.secondKind,
    topics,
    sentiment,
    urgency: urgencyOf(kinds.kind.label, sentiment, risks, scan(model.urgency, folded)),
    risks,
    keywords:
      personalData.length === 0
        ? keywordsOf(folded, topicHits)
        : keywordsBeside(analysed, personalData, model),
    language: languageOf(analysed.normalize('NFKC')),
    personalData,
    model: model.version,
    abstained: kinds.abstained,
  }
}

/** Keywords are shown where nobody looks for something to mask: no part of an address becomes one. */
function keywordsBeside(text: string, personalData: readonly Span[], model: Model): string[] {
  let bare = ''
  let at = 0
  for (const { start, end } of personalData) {
    bare += `${text.slice(at, start)}\n`
    at = end
  }
  const folded = foldText(bare + text.slice(at)).slice(0, maxAnalysedLength)
  return keywordsOf(folded, scan(model.topics, folded))
}
