import { clausesOf } from '../clauses.ts'
import { foldForReading } from '../fold-for-reading.ts'
import { scan } from '../lexicon.ts'
import { type Model, shippedModel } from '../model.ts'
import { findPersonalData } from '../personal-data.ts'
import { isManner, withoutManners } from './manners.ts'
import { rarityOf } from './rarity.ts'

/**
 * What a text is compared by: at most `mostTerms` terms, the most telling first, and how loudly each
 * is said. A pure function of the text, so that it can be kept and compared with prints made later.
 *
 * Terms are pairs of Chinese characters, Latin words, codes and versions as written, and what is
 * meant: `:app_crashes` stands for any of the ways customers say it.
 */
export type Print = Readonly<{ terms: readonly string[]; weights: readonly number[] }>

export const mostTerms = 60
const mostOfBody = 48
const longestPrinted = 4_000
const longestTerm = 32
/** The title, or the first clause, says what it is about. */
const titleWeight = 1.6
const conceptWeight = 1.5
/** A character by itself says less than with its neighbour. */
const lone = 0.9
const longestTitle = 60

/** The title of a text without one is its first line, as far as its first clauses go. */
export function printOf(text: string, model: Model = shippedModel()): Print {
  const folded = withoutManners(foldForReading(withoutPersonalData(text.slice(0, longestPrinted))))
  const head = headOf(folded)
  const heard = new Map<string, number>()
  hear(heard, folded.slice(0, head), titleWeight, model)
  const title = new Set(heard.keys())
  const body = new Map<string, number>()
  hear(body, folded.slice(head), 1, model)
  const telling = [...body]
    .sort((one, other) => loudness(other, model) - loudness(one, model))
    .slice(0, mostOfBody)
  for (const [term, times] of telling) heard.set(term, (heard.get(term) ?? 0) + times)
  const all = [...heard]
    .map(([term, times]): [string, number] => [term, strength(term, times)])
    .sort(
      (one, other) =>
        Number(title.has(other[0])) - Number(title.has(one[0])) ||
        loudness(other, model) - loudness(one, model) ||
        (one[0] < other[0] ? -1 : 1),
    )
    .slice(0, mostTerms)
  return {
    terms: all.map(([term]) => term),
    weights: all.map(([, weight]) => Math.round(weight * 100) / 100),
  }
}

export function isConcept(term: string): boolean {
  return term.startsWith(':')
}

function withoutPersonalData(text: string): string {
  let bare = ''
  let at = 0
  for (const { start, end } of findPersonalData(text)) {
    bare += `${text.slice(at, start)}\n`
    at = end
  }
  return bare + text.slice(at)
}

/** Where the title ends: the first line, or of a long one its first clauses. */
function headOf(folded: string): number {
  const lineEnd = folded.trimStart().indexOf('\n') + folded.length - folded.trimStart().length
  if (folded.trim().includes('\n') && lineEnd <= longestTitle) return lineEnd
  let end = 0
  for (const clause of clausesOf(folded.slice(0, longestTitle * 2))) {
    if (end > 0 && clause.end > longestTitle) break
    end = clause.end
    if (end >= longestTitle / 3) break
  }
  return end === 0 ? Math.min(folded.length, longestTitle) : end
}

const words =
  /\p{sc=Han}+|v?\d+(?:\.\d+){1,3}|[[\p{L}\p{N}]--\p{sc=Han}]+(?:[\-_'][[\p{L}\p{N}]--\p{sc=Han}]+)*/gv
const han = /^\p{sc=Han}/v

function hear(heard: Map<string, number>, text: string, weight: number, model: Model): void {
  const add = (term: string, times: number) => heard.set(term, (heard.get(term) ?? 0) + times)
  for (const [word] of text.matchAll(words)) {
    if (!han.test(word)) {
      if (isTellingLatin(word)) add(stem(word).slice(0, longestTerm), weight)
      continue
    }
    const characters = [...word]
    for (const character of characters) if (!isManner(character)) add(character, weight * lone)
    for (let at = 1; at < characters.length; at += 1) {
      const pair = `${characters[at - 1]}${characters[at]}`
      if (!isManner(pair)) add(pair, weight)
    }
  }
  for (const name of placesIn(text)) add(name, weight)
  for (const hit of scan(model.lists.concepts.lexicon, text))
    if (!mannerConcepts.test(hit.entry.label)) add(`:${hit.entry.label}`, weight * conceptWeight)
}

/** Named by the two characters before what it is, or a code: 沙溪村, a7县, 3号线. */
const named =
  /(?:[a-z]{1,2}\d{0,3}|\d{1,4}|\p{sc=Han}{2})(?:[省市县区镇乡村路街巷桥苑园城]|街道|大道|小区|社区|公园|广场|大厦|花园|号楼|号线|小学|中学|学校|大学|医院|学院|车站|机场|商场|超市|银行|公司|门店|分店)/gv
const notNamed =
  /^@(?:(?:这个|那个|一个|我们|你们|他们|各个|本|该|某|城|全|整个|每个|附近|旁边|新|老|大|小|别的|其他|所有|住宅|居民|农|工业|商业|开发|生活|地|郊|景|片|社|校|厂|园).*|.*(?:的路|上路|马路|道路|公路|网路|线路|电路|思路|一路|在路|走路|修路|过路|的街|上街|的村|农村|全村|城市|超市|的市|都市|上市|门市|的区|小区|社区|地区|景区|园区|校区|城区|辖区|片区|专区|评论区|公园|校园|家园|田园))$/v

/** Places and institutions a text names: `@沙溪村`. */
function placesIn(text: string): string[] {
  const found = [...text.matchAll(named)].map(([name]) => `@${name}`)
  return [...new Set(found)].filter((name) => !notNamed.test(name))
}

export function isPlace(term: string): boolean {
  return term.startsWith('@')
}

/** Meanings that say how somebody feels or asks, or that hardly anybody leaves out. */
const mannerConcepts =
  /^(?:asks_|doubts_|wishes_|suggests_|hopes_|demands_|begs_|thanks_|recommends|warns_|buys_|never_|leaves_|praises_|middling|condemns_|sarcastic_|only_|says_|advertises|not_used|mentions_service|customer_loyalty|free_praised)/

const latinManners = new Set(
  `the a an and or but is are was were be been am i you he she it we they me my your our their this that
  these those to of in on at for with from as by not no do does did doing have has had having will would can
  could should so if then than there here what when where why how which who whom about into out up down just
  very really too also please thanks thank hi hello dear all any some more most other such only own same its
  im i'm don't dont can't cant won't wont ive i've get got getting one after before again still need want
  help know like make way even now back over because while been being much many lot`.split(/\s+/),
)

function isTellingLatin(word: string): boolean {
  if (/^\d+$/.test(word))
    return word.length >= 3 && word.length <= 4 && !/^(?:19|20)\d\d$/.test(word)
  if (latinManners.has(word)) return false
  return word.length > 1 || /\d/.test(word)
}

/** English words in one form; good enough to compare by. */
function stem(word: string): string {
  if (!/^[a-z]{5,}$/.test(word)) return word
  return word
    .replace(/(?:ies)$/, 'y')
    .replace(/(?:sses)$/, 'ss')
    .replace(/([^s])s$/, '$1')
    .replace(/(?:ing|ed)$/, '')
}

function strength(term: string, times: number): number {
  if (isPlace(term)) return 1
  return isConcept(term)
    ? Math.min(times, 3)
    : 1 + Math.log(Math.max(1, times)) + (times > 1 ? 0.3 : 0)
}

function loudness([term, times]: [string, number], model: Model): number {
  return strength(term, times) * rarityOf(term, model)
}

/** Rarer than this in feedback at large, a pair of characters names something. */
const namingRarity = 5

/**
 * True for what the matter is about: things and happenings. Texts that share only how something is
 * asked ("请…尽快…") are not alike.
 */
export function isAnchor(term: string): boolean {
  if (isConcept(term)) return !term.startsWith(':mentions_')
  if (isPlace(term)) return true
  return /^[a-z0-9]/.test(term) || rarityOf(term) >= namingRarity
}
