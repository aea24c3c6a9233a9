import type { Topic } from './labels.ts'
import type { Hit } from './lexicon.ts'
import type { Judged } from './reading.ts'
import { judged, ranked, speakFor, type Tally } from './tally.ts'

const maxTopics = 3
/** A topic that gathers less than this is a passing mention. */
const enough = 0.9
/** A further topic must gather this share of what the main one has. */
const shareOfMain = 0.4

/** What the text is about, the main topic first. */
export function topicsOf(hits: Hit[]): Judged<Topic>[] {
  const tally: Tally<Topic> = new Map()
  for (const { entry } of hits) {
    if (entry.label === 'none') continue
    speakFor(tally, entry.label as Topic, entry.weight, entry.word)
  }
  const order = ranked(tally)
  const main = order[0]?.score ?? 0
  return order
    .filter(({ score }) => score >= enough && score >= main * shareOfMain)
    .slice(0, maxTopics)
    .map(({ label, score, reasons }) => judged(label, score / (score + 0.8), reasons))
}
