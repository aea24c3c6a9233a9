import { lastRunIn, placesIn } from './places.ts'
import type { Span } from './reading.ts'

const han = '[一二三四五六七八九十百零]'
/** An address is found from its house number backwards, so that the search stays linear. */
const houseNumber = new RegExp(
  `(?:\\d{1,5}|${han}{1,5}|[a-z])(?:-\\d{1,4})?\\s?(?:号院?楼?|號樓?|弄|栋|棟|幢|单元|單元|座|室|组|組)(?!线|線|口|店|机|機|码|碼|信|称|文|召)`,
  'gi',
)
/** No part of the name of a building. */
const elsewhere =
  '的了在到是我他她你您送寄给給被和与與跟把就没來来去都也说說让讓找有电電收件人要不请請等'
const building =
  '大厦|大廈|广场|廣場|中心|公寓|花园|花園|小区|小區|社区|社區|家园|家園|商座|国际|國際|宿舍|大楼|大樓|写字楼|商城|新城|工业园|产业园|科技园|苑|园|府|湾|庭|轩|邸|郡|天地'
/** What goes on after a house number: numbered parts, a room, a building by name. */
const further = new RegExp(
  [
    `[\\s,-]{0,2}[甲乙丙丁东西南北中附院内]{0,2}(?:\\d{1,5}|${han}{1,4}|[a-z]\\d{0,4})(?:-[\\da-z]{1,5}){0,3}\\s?(?:号楼|號樓|号院|号仓|号库|号铺|号|號|弄|栋|棟|幢|座|塔|阁|舍|门|單元|单元|室|层|層|楼|樓|房|户|戶|排|仓|库|铺|组|組)(?![线線口外机機码碼信称])`,
    `(?:-|\\s(?=\\d{3,4}(?!\\d)))?(?:\\d{1,5}[a-z]?|[a-z]\\d{1,4})(?:-[\\da-z]{1,5}){0,3}(?![\\da-z年月日点點时時:.个個元块塊天次分件台人岁%楼])`,
    `之(?:\\d{1,3}|${han}{1,2})`,
    '[甲乙丙丁东西南北中]区',
    '(?<=[栋棟幢座号號])[a-z](?![a-z\\d])',
    `\\s?(?!隔壁|对面|旁边|附近|门口|楼下|下楼|这|那)(?:[\\u4e00-\\u9fff](?<![${elsewhere}])){1,10}?(?:${building}|(?:城|阁|居|里|村|院)(?=\\d))`,
  ].join('|'),
  'iy',
)
const mostParts = 8
const reach = 44
const division = /[省市县縣区區旗州盟镇鎮乡鄉村]|街道/
const road =
  /(?:路|街|道|巷|弄|胡同|里|村|屯|庄|园|園|苑|小区|小區|社区|社區|公寓|大厦|大廈|广场|廣場|花园|花園|城|府|湾|灣|庭|居|院|组|組|段|期|环|坊|楼|樓)\s?(?:[东西南北中]\s?段?)?$/
/** Whatever stands before an address in a sentence; the last of them begins it. */
const lead =
  /(?:地址|住址|住在|家住|位于|位於|寄到|寄往|送到|送至|送往|发到|寄给|搬到|搬去|购买|买了|买的|挂了|后面|家在|人在|公司在|改成|改为|填的|写的|不是|而是|我是|我在|我家|就是|新的|在|到|住|是|给|从|從|至|往|于|於|址|去|寄|\s)/g
const marks = new Set('，。！？、；：,.!?;:()（）"“”【】「」\n')
const divisions = new Set('省市县縣区區旗州盟镇鎮乡鄉村道')
/** The characters in which the name of a road, a place to live or its part may end. */
const roadEnds = new Set(
  '路街道巷弄同里村屯庄园園苑区區寓厦廈场場城府湾灣庭居院组組段期环坊楼樓东西南北中',
)
const unit = String.raw`(?:[Ff]lat|[Rr]oom|[Rr]m|[Aa]pt|[Uu]nit|[Ss]uite|[Ss]hop|[Bb]lock|[Bb]uilding|[Bb]ldg|[Tt]ower|[Ff]loor)\.?\s?[\dA-Za-z-]{1,5},\s|\d{1,2}\/[Ff],\s`
/** From the room, the building and its name to the street, the district and the city. */
const english = new RegExp(
  String.raw`(?<![\da-z])(?:(?:${unit})(?:${unit}){0,3}(?:(?:[A-Z][a-z'’]{1,20}\s?){1,3},\s)?)?(?:(?:[Ff]lat|[Rr]oom|[Rr]m|[Aa]pt|[Uu]nit|[Ss]uite)\.?\s?[\dA-Za-z]{1,5}\s)?(?:[Nn]o\.?\s)?\d{1,5}[a-z]?\s(?:[A-Z][a-z'’]{1,20}\s){1,4}(?:Street|St|Road|Rd|Avenue|Ave|Lane|Ln|Drive|Dr|Boulevard|Blvd|Court|Ct|Place|Pl|Way|Terrace)\b\.?(?:,?\s(?:Apt|Unit|Suite|Flat|Room|#)\.?\s?[\dA-Za-z]{1,5})?(?:,\s(?:[A-Z][a-z]{2,20}(?:\s(?=[A-Z]))?){1,3}(?![a-z'’])){0,3}`,
  'g',
)
const englishStreet =
  /\b(?:Street|St|Road|Rd|Avenue|Ave|Lane|Ln|Drive|Dr|Boulevard|Blvd|Court|Ct|Place|Pl|Way|Terrace)\b/

/** Postal addresses down to a house, in text whose widths are flattened. */
export function findAddresses(flat: string): Span[] {
  const spans: Span[] = []
  let done = 0
  if (/[号號弄栋棟幢单單座室组組]/.test(flat)) {
    const places = placesIn(flat)
    const before = { seen: 0, sentence: 0, division: -1 }
    for (const match of flat.matchAll(houseNumber)) {
      lookOn(before, flat, match.index)
      if (match.index < done || isNoHouse(flat, match)) continue
      const from = Math.max(done, before.sentence, match.index - reach)
      const start = addressStart(flat, from, match.index, before.division >= from, places)
      if (start === null) continue
      done = addressEnd(flat, match.index + match[0].trimEnd().length)
      spans.push({ kind: 'address', start, end: done })
    }
  }
  if (englishStreet.test(flat)) {
    for (const match of flat.matchAll(english)) {
      spans.push({ kind: 'address', start: match.index, end: match.index + match[0].length })
    }
  }
  return spans.sort((one, other) => one.start - other.start).filter(apart)
}

/** Where the last part ends that belongs to the house whose number ends at `end`. */
function addressEnd(flat: string, end: number): number {
  let at = end
  for (let part = 0; part < mostParts; part += 1) {
    further.lastIndex = at
    const match = further.exec(flat)
    if (match === null || match[0].length === 0) break
    at += match[0].trimEnd().length
  }
  return at
}

/** "11月14号", "[2018]160号", "加92号" and "弄一弄" end in the same characters. */
function isNoHouse(flat: string, match: RegExpExecArray): boolean {
  const before = flat.slice(Math.max(0, match.index - 2), match.index)
  if (/^[\d-]+\s?[号號]$/.test(match[0].trim()) && /[月期加里)\]】〕]$/.test(before)) return true
  return /弄$/.test(before) && /^一弄/.test(match[0])
}

function apart(span: Span, at: number, all: Span[]): boolean {
  const previous = all[at - 1]
  return previous === undefined || previous.end <= span.start
}

/** What was seen of the text so far: where its last sentence begins and its last division stands. */
type Before = { seen: number; sentence: number; division: number }

function lookOn(before: Before, flat: string, to: number): void {
  for (; before.seen < to; before.seen += 1) {
    const character = flat[before.seen] as string
    if (marks.has(character)) before.sentence = before.seen + 1
    else if (divisions.has(character)) before.division = before.seen
  }
}

/** Where between two offsets the address begins whose house number stands at `end`; null for none. */
function addressStart(
  flat: string,
  from: number,
  end: number,
  isDivided: boolean,
  places: ReturnType<typeof placesIn>,
): number | null {
  const last = flat[end - 1] === ' ' ? flat[end - 2] : flat[end - 1]
  if (!isDivided && !roadEnds.has(last ?? '')) return null
  const place = lastRunIn(places, from, end)
  const begin = place === -1 ? from + afterLead(flat.slice(from, end)) : place
  const body = flat.slice(begin, end)
  if (!/[\u4e00-\u9fff]{2}/.test(body)) return null
  const hasDivision = division.test(body)
  const hasRoad = road.test(body.trimEnd())
  return hasRoad || (hasDivision && body.length >= 4) ? begin : null
}

/** Without a province or city, whatever follows the last lead begins an address. */
function afterLead(before: string): number {
  let begin = 0
  for (const match of before.matchAll(lead)) {
    if (isPlaceName(before, match.index)) continue
    begin = match.index + match[0].length
  }
  return begin
}

/** "往" in a place name such as "到滘镇" or a space between "浙江省 杭州市" does not begin anything. */
function isPlaceName(before: string, at: number): boolean {
  const character = before[at] ?? ''
  if (character === ' ')
    return /[省市县区镇街道路\d]\s$/.test(before.slice(Math.max(0, at - 1), at + 1))
  if (character === '到') return before[at + 1] === '滘'
  return character === '至' && before[at + 1] === '善'
}
