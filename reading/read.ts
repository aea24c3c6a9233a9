import { type Evidence, evidenceIn } from './evidence.ts'
import { explain, tracesOf } from './explain.ts'
import { type Features, featuresOf } from './features.ts'
import { foldForReading, maxAnalysedLength } from './fold-for-reading.ts'
import { type Judgement, judge, type Said } from './judge.ts'
import { keywordsOf } from './keywords.ts'
import { languageOf } from './language.ts'
import { scan } from './lexicon.ts'
import { type Model, shippedModel } from './model.ts'
import { findPersonalData } from './personal-data.ts'
import type { Judged, Reading, Reason, Span } from './reading.ts'
import { intensityOf } from './sentiment.ts'
import { sumsOf } from './sums.ts'

/**
 * Reads one text. Never throws; an empty or meaningless text is kind `other` and abstained.
 * Offsets of personal data refer to the text as given, and cover all of it.
 */
export function read(text: string, model: Model = shippedModel()): Reading {
  const analysed = text.slice(0, maxAnalysedLength)
  const folded = foldForReading(analysed)
  const personalData = findPersonalData(text)
  const evidence = evidenceIn(folded, model.lists)
  const features = featuresOf(evidence, model.lists, model.table.rarity)
  const judgement = /[\p{L}\p{N}]/u.test(folded)
    ? judge(sumsOf(features, model.table, model.taught), model.calibration, evidence.raised)
    : nothingSaid
  return {
    ...withReasons(judgement, evidence, features, model),
    keywords:
      personalData.length === 0
        ? keywordsOf(folded, evidence.topics)
        : keywordsBeside(analysed, personalData, model),
    language: languageOf(analysed.normalize('NFKC')),
    personalData,
    model: model.version,
  }
}

/** A text without a letter or a number. */
const nothingSaid: Judgement = {
  kind: { label: 'other', confidence: 0, column: -1 },
  secondKind: null,
  abstained: true,
  topics: [],
  sentiment: { label: 'neutral', confidence: 0, column: -1 },
  urgency: { label: 'low', confidence: 0, column: -1 },
  risks: [],
}

type Spoken = Pick<
  Reading,
  'kind' | 'secondKind' | 'topics' | 'sentiment' | 'urgency' | 'risks' | 'abstained'
>

function withReasons(
  judgement: Judgement,
  evidence: Evidence,
  features: Features,
  model: Model,
): Spoken {
  const { sentiment } = judgement
  const against = sentiment.label === 'positive' ? 1 : -1
  const traces = tracesOf(evidence, features, model)
  const why = (column: number, sign: 1 | -1 = 1): Reason[] =>
    column < 0 ? [] : explain(column, sign, evidence.folded, traces, model)
  const judged = <L>(said: Said<L>, sign: 1 | -1 = 1): Judged<L> => ({
    label: said.label,
    confidence: Math.round(Math.min(0.99, said.confidence) * 100) / 100,
    reasons: why(said.column, sign),
  })
  return {
    kind: judged(judgement.kind),
    secondKind: judgement.secondKind,
    abstained: judgement.abstained,
    topics: judgement.topics.map((topic) => judged(topic)),
    sentiment: {
      ...judged(sentiment, against),
      intensity: intensityOf(sentiment.label, evidence.mood),
    },
    urgency: judged(judgement.urgency),
    // A risk is told with its words or not at all.
    risks: judgement.risks.map((risk) => judged(risk)).filter(({ reasons }) => reasons.length > 0),
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
  const folded = foldForReading(bare + text.slice(at))
  return keywordsOf(folded, scan(model.lists.topics, folded))
}
