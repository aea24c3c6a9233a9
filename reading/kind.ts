import type { Clause } from './clauses.ts'
import type { Kind, Risk, Topic } from './labels.ts'
import type { Entry, Hit } from './lexicon.ts'
import type { Judged, Reason } from './reading.ts'
import type { Mood } from './sentiment.ts'
import { judged, ranked, speakFor, type Tally } from './tally.ts'

/** When two kinds gather the same, the operator acts on the earlier one first. */
const firstThings: Kind[] = ['bug', 'complaint', 'question', 'suggestion', 'praise', 'other']
const shortText = 4
const alwaysTelling = 3
/** What a topic of grievance adds: who writes about goods or money at all is seldom content. */
const topicPrior = 0.4
const enoughForSecond = 1.2
const shareForSecond = 0.5
/** Moods fainter than this say nothing about the kind. */
const feltAtAll = 0.25
/** Words of praise in a text of bad feeling are past, or mocking. */
const mistrust = 0.3
/** Grievances are about these even when the words alone are mild. */
const grievanceTopics: Topic[] = [
  'product_quality',
  'service_attitude',
  'delivery',
  'price',
  'payment_refund',
  'packaging',
  'authenticity',
  'after_sales',
  'privacy',
]

/** "…吗", and the short "能改不", "支持不". */
const asks = /[吗么嘛呢咩]\s*$|[能可有行对是会要给持][\u4e00-\u9fff]{0,8}不\s*$/

type Evidence = {
  hits: Hit[]
  mood: Mood
  clauses: Clause[]
  topics: Judged<Topic>[]
  risks: Judged<Risk>[]
  abstainBelow: number
}

type Kinds = {
  kind: Judged<Kind>
  secondKind: Kind | null
  abstained: boolean
  /** Something is said to be wrong, whatever the words of feeling. */
  reportsFailure: boolean
}

/** What sort of feedback a normalised text is, and a second sort when it holds two. */
export function kindsOf(text: string, evidence: Evidence): Kinds {
  const tally: Tally<Kind> = new Map()
  const letters = lettersIn(text)
  for (const { entry, start } of evidence.hits) {
    if (entry.label === 'none') continue
    if (entry.label === 'other' && isAside(letters, entry)) continue
    if (entry.label === 'praise' && isDenied(text, start)) continue
    const mistrusted = entry.label === 'praise' && evidence.mood.score < 0 ? mistrust : 1
    speakFor(tally, entry.label as Kind, entry.weight * mistrusted, entry.word)
  }
  const reportsFailure =
    evidence.risks.length > 0 ||
    (tally.get('bug')?.score ?? 0) >= 1.5 ||
    (tally.get('complaint')?.score ?? 0) >= 1.8
  weighQuestions(tally, evidence.clauses)
  weighMood(tally, evidence)
  if (letters <= shortText && evidence.mood.reasons.length === 0)
    speakFor(tally, 'other', 0.5, text.trim())
  const order = ranked(tally).sort(
    (one, other) =>
      other.score - one.score || firstThings.indexOf(one.label) - firstThings.indexOf(other.label),
  )
  const [first, second] = order
  if (first === undefined || first.score <= 0)
    return {
      kind: judged<Kind>('other', 0.3, []),
      secondKind: null,
      abstained: true,
      reportsFailure,
    }
  const margin = first.score / (first.score + Math.max(0, second?.score ?? 0))
  const confidence = margin * (1 - Math.exp(-first.score * 1.2))
  if (confidence < evidence.abstainBelow * 0.6)
    return {
      kind: judged('other', confidence, first.reasons),
      secondKind: null,
      abstained: true,
      reportsFailure,
    }
  const holdsTwo =
    second !== undefined &&
    second.label !== 'other' &&
    first.label !== 'other' &&
    second.score >= Math.max(enoughForSecond, first.score * shareForSecond)
  return {
    kind: judged(first.label, confidence, first.reasons),
    secondKind: holdsTwo ? second.label : null,
    abstained: confidence < evidence.abstainBelow,
    reportsFailure,
  }
}

/** A greeting or an "ok" tells the kind only where it is most of the text; an advert always does. */
function isAside(letters: number, entry: Entry): boolean {
  return entry.weight < alwaysTelling && letters > entry.word.length * 2 + shortText
}

function lettersIn(text: string): number {
  return text.replace(/[^\p{L}\p{N}]/gu, '').length
}

/** "不会再来" and "not worth" are no praise. */
function isDenied(text: string, start: number): boolean {
  return /(?:不|没|别|无|谈不上|not|n't|never)\s?.?$/.test(
    text.slice(Math.max(0, start - 5), start),
  )
}

function weighQuestions(tally: Tally<Kind>, clauses: Clause[]): void {
  const asking = clauses.filter((clause) => clause.asks || asks.test(clause.text)).slice(0, 3)
  for (const clause of asking) {
    const words = clause.text.trim()
    speakFor(tally, 'question', 0.8, /[a-z]$/.test(words) ? lastWords(words) : words.slice(-6))
  }
}

function lastWords(words: string): string {
  return words.split(/\s+/).slice(-3).join(' ')
}

/** Bad feeling about goods, service or money is a grievance; good feeling alone is praise. */
function weighMood(tally: Tally<Kind>, { mood, topics, risks }: Evidence): void {
  const grievance = topics.find((topic) => grievanceTopics.includes(topic.label))
  const isGrievance = grievance !== undefined
  if (isGrievance && mood.score <= 0) spread(tally, 'complaint', topicPrior, grievance.reasons)
  const words = (sign: number): Reason[] =>
    mood.reasons.filter((reason) => reason.weight * sign > 0)
  if (mood.score <= -feltAtAll) {
    const weight = Math.min(2.5, -mood.score * 0.5) * (isGrievance ? 1.3 : 0.9)
    spread(tally, 'complaint', weight, words(-1))
  }
  if (mood.score >= feltAtAll) spread(tally, 'praise', Math.min(3, mood.score * 0.7), words(1))
  for (const risk of risks) {
    const label = risk.label === 'churn' || risk.label === 'mass' ? 0.5 : 1.2
    spread(tally, 'complaint', label, risk.reasons)
  }
}

function spread(tally: Tally<Kind>, label: Kind, weight: number, reasons: Reason[]): void {
  const shown = reasons.slice(0, 4)
  for (const reason of shown) speakFor(tally, label, weight / shown.length, reason.text)
}
