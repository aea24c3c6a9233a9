import type { Span } from './reading.ts'

/** An address is found from its house number backwards, so that the search stays linear. */
const houseNumber =
  /(?:\d{1,5}|[一二三四五六七八九十百零]{1,5}|[a-z])(?:-\d{1,4})?\s?(?:号院?楼?|號樓?|弄|栋|棟|幢|单元|單元|座|室|组|組)(?!线|線|口|店|机|機|码|碼|信|称|文|召)(?:[\s,-]{0,2}(?:[一二三四五六七八九十]{1,3}|[\da-z]{1,5}(?:-\d{1,5}){0,3})\s?(?:号楼?|號樓?|弄|栋|棟|幢|单元|單元|座|室|楼|樓|层|層|房|户|戶)?){0,6}/gi
const reach = 44
const division = /[省市县縣区區旗州盟镇鎮乡鄉村]|街道/
const road =
  /(?:路|街|道|巷|弄|胡同|里|村|屯|庄|园|園|苑|小区|小區|社区|社區|公寓|大厦|大廈|广场|廣場|花园|花園|城|府|湾|灣|庭|居|院|组|組|段|期|环|坊|楼|樓)\s?(?:[东西南北中]\s?段?)?$/
/** Whatever stands before an address in a sentence; the last of them begins it. */
const lead =
  /(?:地址|住址|住在|家住|位于|位於|寄到|寄往|送到|送至|送往|发到|寄给|搬到|搬去|购买|买了|买的|挂了|后面|家在|人在|公司在|改成|改为|填的|写的|不是|而是|我是|我在|就是|在|到|住|是|给|从|從|至|往|于|於|址|去|[\s，。！？、；：,.!?;:()（）"“”【】「」\n]|:)/g
const english =
  /(?<![\da-z])(?:(?:flat|room|rm|apt|unit|suite)\.?\s?[\da-z]{1,5},?\s)?\d{1,5}[a-z]?\s(?:[A-Z][a-z'’]{1,20}\s){1,4}(?:Street|St|Road|Rd|Avenue|Ave|Lane|Ln|Drive|Dr|Boulevard|Blvd|Court|Ct|Place|Pl|Way|Terrace)\b\.?(?:,?\s(?:Apt|Unit|Suite|Flat|Room|#)\.?\s?[\dA-Za-z]{1,5})?/g

/** Postal addresses down to a house, in text whose widths are flattened. */
export function findAddresses(flat: string): Span[] {
  const spans: Span[] = []
  let done = 0
  if (/[号號弄栋棟幢单單座室组組]/.test(flat)) {
    for (const match of flat.matchAll(houseNumber)) {
      if (match.index < done || isNoHouse(flat, match)) continue
      const start = addressStart(flat, match.index, done)
      if (start === null) continue
      done = match.index + match[0].trimEnd().replace(/[,-]$/, '').length
      spans.push({ kind: 'address', start, end: done })
    }
  }
  for (const match of flat.matchAll(english)) {
    spans.push({ kind: 'address', start: match.index, end: match.index + match[0].length })
  }
  return spans.sort((one, other) => one.start - other.start).filter(apart)
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

/** Where the address begins that ends in a house number at `end`; null when none does. */
function addressStart(flat: string, end: number, floor: number): number | null {
  const from = Math.max(floor, end - reach)
  const before = flat.slice(from, end)
  let begin = 0
  for (const match of before.matchAll(lead)) {
    const next = match.index + match[0].length
    if (isPlaceName(before, match.index)) continue
    begin = next
  }
  const body = before.slice(begin)
  if (!/[\u4e00-\u9fff]{2}/.test(body)) return null
  const hasDivision = division.test(body)
  const hasRoad = road.test(body.trimEnd())
  return hasRoad || (hasDivision && body.length >= 4) ? from + begin : null
}

/** "往" in a place name such as "到滘镇" or a space between "浙江省 杭州市" does not begin anything. */
function isPlaceName(before: string, at: number): boolean {
  const character = before[at] ?? ''
  if (character === ' ')
    return /[省市县区镇街道路\d]\s$/.test(before.slice(Math.max(0, at - 1), at + 1))
  if (character === '到') return before[at + 1] === '滘'
  return character === '至' && before[at + 1] === '善'
}
