import type { Part, ReadingView } from '../../contract/understanding.ts'
import { type Judgement, presentJudgement } from './judgements.ts'
import type { KnownReading } from './readings-of.ts'

/** A reading as people see it: where somebody put it right, their labels stand, beyond doubt. */
export function presentReading(
  { reading, read_at }: KnownReading,
  judgements: readonly Judgement[],
): ReadingView {
  const corrected = (part: Part) =>
    judgements.find((one) => one.part === part && !one.said_right)?.labels
  const one = <L extends string>(part: Part, said: { label: L }) => {
    const label = corrected(part)?.[0] as L | undefined
    return label === undefined ? {} : { ...said, ...byPerson, label }
  }
  const several = (part: Part) => corrected(part)?.map((label) => ({ ...byPerson, label }))
  return {
    kind: { ...reading.kind, ...one('kind', reading.kind) },
    topics: several('topics') ?? reading.topics,
    sentiment: { ...reading.sentiment, ...one('sentiment', reading.sentiment) },
    urgency: { ...reading.urgency, ...one('urgency', reading.urgency) },
    risks: several('risks') ?? reading.risks,
    keywords: reading.keywords,
    language: reading.language,
    abstained: reading.abstained && !judgements.some(({ part }) => part === 'kind'),
    model: reading.model,
    readAt: read_at.toISOString(),
    judgements: judgements.map(presentJudgement),
  }
}

const byPerson = { confidence: 1, reasons: [] }
