import type { Risk } from './labels.ts'
import type { Hit } from './lexicon.ts'
import type { Judged } from './reading.ts'
import type { Mood } from './sentiment.ts'
import { judged, ranked, speakFor, type Tally } from './tally.ts'

const maxRisks = 3
const enough = 1
const contextLength = 8
/** Just before a risk word these deny it: "不会投诉", "没有受伤", "not going to sue". */
const denied =
  /(?:不会|不想|不用|不必|没必要|没有|没|并非|不是要|不打算|无需|别|未曾|从来不|从没|不至于|not going to|won't|wont|don't want to|never|no need to|not|no)\s?(?:再|去|想|人|有人|真的|我)?\s?$/
/** Over and settled, or somebody else's story. */
const settled =
  /已经?(?:解决|处理|退|赔|和解|找回|追回)|解决了|退回来了|虚惊一场|和解了|新闻(?:里|上|说|报道)|电视剧|电影里|开玩笑|小说|has been resolved|already (?:resolved|refunded|fixed)|just kidding|in the news/

/** Threats that are also the names of features, hotlines and papers somebody may ask for. */
const nameable = new Set<string>(['police', 'regulator', 'lawsuit', 'media', 'minor', 'churn'])
const asksForIt =
  /^[^，。！？,.!?\n]{0,8}(?:功能|模板|范本|入口|按钮|设置|在哪|哪里|怎么查|怎么填|怎么写|怎么打|怎么下载|怎么登|电话是|是多少|号码是|是几点|几点|营业时间|上班时间|地址在)/

/** "Everybody at work…" and "never again" are risks only in a text that is not content. */
const crowded = new Set<string>(['mass', 'churn'])
const contented = 0.6

/** What could go wrong beyond the case itself, with the words that say so. */
export function risksOf(text: string, hits: Hit[], mood: Mood): Judged<Risk>[] {
  const tally: Tally<Risk> = new Map()
  const innocent = hits.filter((hit) => hit.entry.label === 'none')
  const isSettled = settled.test(text)
  for (const hit of hits) {
    if (hit.entry.label === 'none') continue
    if (
      innocent.some((cover) => cover !== hit && hit.start >= cover.start && hit.start < cover.end)
    )
      continue
    if (denied.test(text.slice(Math.max(0, hit.start - contextLength), hit.start))) continue
    if (nameable.has(hit.entry.label) && asksForIt.test(text.slice(hit.end, hit.end + 16))) continue
    if (crowded.has(hit.entry.label) && mood.score > contented) continue
    const words = hit.entry.rest.length > 0 ? text.slice(hit.start, hit.end) : hit.entry.word
    speakFor(tally, hit.entry.label as Risk, hit.entry.weight * (isSettled ? 0.4 : 1), words)
  }
  return ranked(tally)
    .filter(({ score }) => score >= enough)
    .slice(0, maxRisks)
    .map(({ label, score, reasons }) => judged(label, score / (score + 0.7), reasons))
}
