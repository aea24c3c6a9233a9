import { findAddresses } from './address.ts'
import { flattenWidths } from './flatten-widths.ts'
import type { PersonalDataKind } from './labels.ts'
import { isBankCard, isIdCard, isMobile, isOrderNumber } from './number-kinds.ts'
import type { Span } from './reading.ts'

type Pattern = {
  kind: PersonalDataKind
  regex: RegExp
  /** The regex's group that is the data itself, when words around it are needed to know it. */
  group?: number
  accept?: (written: string, before: string, after: string) => boolean
}

/** How far back the words are looked at that say what a number is. */
const contextLength = 14
const saysOrder = /单|單|order|快递|快遞|物流|受理|票/i
const provinces =
  '京津沪渝冀豫云辽黑湘皖鲁新苏浙赣鄂桂甘晋蒙陕吉闽贵粤青藏川宁琼滬遼雲貴陝寧蘇贛閩魯粵瓊黑'

/** In the order in which they claim text: an earlier pattern's span is not given to a later one. */
const patterns: Pattern[] = [
  {
    kind: 'email',
    regex:
      /(?<![a-z0-9._%+-])[a-z0-9][a-z0-9._%+-]{0,63}(?:@|\s?[([【]\s?at\s?[)\]】]\s?|\sat\s(?=[a-z0-9-]{1,60}\s?(?:dot|\(dot\)|\[dot\])))[a-z0-9-]{1,63}(?:(?:[.。]|\s?(?:dot|\(dot\)|\[dot\])\s?)[a-z0-9-]{1,63}){0,4}(?:[.。]|\s?(?:dot|\(dot\)|\[dot\])\s?)[a-z]{2,24}(?![a-z0-9])/gi,
  },
  {
    kind: 'order_no',
    regex:
      /(?:订单编?号?|訂單編?號?|运单号?|運單號?|快递单?号|快遞單?號|物流单?号|单号|單號|流水号|流水號|交易号|交易號|交易单号|受理号|受理编号|工单编?号?|工單號?|退款编号|票号|取件码|\border\s?(?:no\.?|number|num|id|#)?(?:\sis)?|tracking\s?(?:no\.?|number|id)(?:\sis)?|transaction\s?(?:no\.?|number|id)(?:\sis)?|ticket\s?(?:no\.?|number|id|#)(?:\sis)?)[\s是为為:#(【「"']{0,5}([a-z]{0,6}[-\s]?\d[\da-z-]{4,40}[\da-z])/gi,
    group: 1,
    accept: (written) => !isMobile(written) && (written.match(/\d/g) ?? []).length >= 5,
  },
  {
    kind: 'id_card',
    regex:
      /(?<![\da-z])[1-9](?:[\s-]?\d){16}[\s-]?[\dx](?![\da-z])|(?<![\da-z])[1-9]\d{14}(?![\da-z])/gi,
    accept: (written, before) => isIdCard(written, before),
  },
  {
    kind: 'id_card',
    regex:
      /(?:身份证|身份證|护照|護照|通行证|证件号?|證件號?|居留证|台胞证|passport|id\s?card|hkid)(?:号码?|號碼?|no\.?|number)?[\s是为為:]{0,4}([a-z]{1,2}\d{6,9}(?:\([\da]\))?)/gi,
    group: 1,
  },
  { kind: 'id_card', regex: /(?<![\da-z])[a-z]{1,2}\d{6}\([\da]\)/gi },
  {
    kind: 'bank_card',
    regex: /(?<![\da-z.])[2-6](?:[\s-]{0,2}\d){14,18}(?![\da-z])/gi,
    accept: (written, before) => isBankCard(written, before),
  },
  {
    kind: 'mobile',
    regex:
      /(?<![\d.])(?:(?:\(?(?:\+|00)\s?86\)?|\(86\)|(?<!\d)86)[\s-]{0,2})?1[\s-]?[3-9](?:[\s-]{0,2}\d){9}(?![\d])/g,
    accept: (written) => isMobile(written),
  },
  { kind: 'mobile', regex: /(?<![\d.])1[3-9]\d[.·_/—–~*]\d{4}[.·_/—–~]\d{4}(?!\d)/g },
  {
    kind: 'mobile',
    regex:
      /(?<![零〇一幺二三四五六七八九])[一幺][三四五六七八九][零〇一幺二三四五六七八九]{9}(?![零〇一幺二三四五六七八九])/g,
  },
  {
    kind: 'mobile',
    regex:
      /(?<!\d)(?:\+|00)(?:85[23]|886|65|60|1|44|81|82|61)[\s-]?\(?\d{1,4}\)?(?:[\s-]?\d{2,4}){2,4}(?!\d)/g,
  },
  { kind: 'mobile', regex: /(?<!\d)09\d{2}[\s-]?\d{3}[\s-]?\d{3}(?!\d)/g },
  {
    kind: 'landline',
    regex:
      /(?<![\d+-])(?:(?:\+|00)?86[\s-]?)?\(?0(?:10|2\d|[3-9]\d{2})\)?[\s—–-]{0,3}[2-9]\d{2,3}[\s-]?\d{4}(?:\s?(?:-|转|轉|ext\.?|分机)\s?\d{1,5})?(?!\d)/gi,
    accept: (written) => !/^\(?0\d{2,3}\)?[\s—–-]*(?:95\d{3}|[48]00)$/.test(written),
  },
  {
    kind: 'landline',
    regex: /(?<![\d+])(?:\+|00)86[\s-]?(?:10|2\d|[3-9]\d{2})[\s-]?[2-9]\d{2,3}[\s-]?\d{4}(?!\d)/g,
  },
  {
    kind: 'landline',
    regex:
      /(?:电话|電話|座机|座機|固话|固話|家电|\btel)(?:号码?|號碼?)?[\s是为為:.]{0,4}([2-9]\d{2,3}-?\d{4})(?![\d-])/gi,
    group: 1,
    accept: (written) => !/^(?:95|[48]00)/.test(written),
  },
  {
    kind: 'plate',
    regex: new RegExp(
      `[${provinces}][a-hj-np-z][·•.\\-\\s]?(?=[a-hj-np-z]{0,3}\\d)(?:[a-hj-np-z0-9]{3,4}[挂掛学學警港澳]|[a-hj-np-z0-9]{5,6}|[a-hj-np-z0-9]{1,4}\\s[a-hj-np-z0-9]{1,4})(?![a-z0-9])`,
      'gi',
    ),
    accept: (written) =>
      (written.match(/\d/g) ?? []).length >= 2 &&
      /^.[a-z][^a-z\d]?(?:[a-z\d]\s?){5,6}$|[^a-z\d]$/i.test(written),
  },
  { kind: 'plate', regex: /(?<![\da-z])\d{6}使(?![用者得])/g },
  { kind: 'wechat_id', regex: /(?<![a-z0-9_])wxid_[a-z0-9]{6,24}/gi },
  {
    kind: 'wechat_id',
    regex:
      /(?:微\s?信号?|微信號|薇信?|威信|徽信|卫星号?|绿泡泡号?|v信|微号|wechat|weixin|\bvx|\bwx|加v|加我v)\s?(?:id|号码?|號)?[\s是为為叫:=同,改换写错了成❤♥➕+]{0,8}([a-z][a-z0-9_-]{5,19})(?![a-z0-9_@.])/gi,
    group: 1,
    accept: (written, before) =>
      /[\d_]/.test(written) ||
      /(?:号|號|id|:|是|叫|为|❤|♥)\s?$/i.test(before) ||
      (/-[a-z]{1,4}$/i.test(written) && !/-(?:in|up|out|on|off|app|pay|id|only)$/i.test(written)),
  },
  {
    kind: 'wechat_id',
    regex:
      /(?<=(?:微信|wechat|vx|wx)[^\na-z]{0,4}[a-z][a-z0-9_-]{5,19}\s?(?:和|跟|与|、|或|\/|and|or)\s?)[a-z][a-z0-9-]{0,18}[_\d][a-z0-9_-]{0,18}(?![a-z0-9_@.])/gi,
    accept: (written) => written.length >= 6 && written.length <= 20,
  },
  {
    kind: 'order_no',
    regex: /(?<![\da-z-])[a-z]{1,4}-?\d{8,24}(?![\da-z])/gi,
    accept: (written, before, after) =>
      isOrderNumber(written, before) && saysOrder.test(before + after),
  },
  {
    kind: 'order_no',
    regex:
      /(?<![\d.-])\d[\d-]{8,28}\d(?=[\s,]{0,2}(?:就|是|这|那|的|个|一|张){0,3}(?:订单|单号|工单|运单|单))/g,
    // A date before the word is not its number.
    accept: (written, before) =>
      written.replaceAll('-', '').length > 9 &&
      !isMobile(written) &&
      isOrderNumber(written, before),
  },
  {
    kind: 'order_no',
    regex: /(?<![\da-z.])(?:[a-z]{2,4}\d{12,24}|\d{16,32})(?![\da-z])/gi,
    accept: (written, before) => isOrderNumber(written, before),
  },
]

/** Personal data in the text, in the order of the text and without overlaps. Linear in length. */
export function findPersonalData(text: string): Span[] {
  const flat = flattenWidths(text)
  const found = /[\d@一幺vw]|at|微|薇|威|徽|卫/i.test(flat)
    ? patterns.reduce((spans, pattern) => claim(spans, matchesOf(pattern, flat)), [] as Span[])
    : []
  return claim(found, findAddresses(without(found, flat))).sort(
    (one, other) => one.start - other.start,
  )
}

/** The text with what is taken blanked out, so that an address does not run into a phone number. */
function without(taken: Span[], flat: string): string {
  let left = ''
  let at = 0
  for (const { start, end } of taken.toSorted((one, other) => one.start - other.start)) {
    left += flat.slice(at, start) + '\n'.repeat(end - start)
    at = end
  }
  return left + flat.slice(at)
}

function matchesOf(pattern: Pattern, flat: string): Span[] {
  const spans: Span[] = []
  for (const match of flat.matchAll(pattern.regex)) {
    const written = match[pattern.group ?? 0] ?? ''
    const start = match.index + (pattern.group === undefined ? 0 : match[0].lastIndexOf(written))
    const before = flat.slice(Math.max(0, start - contextLength), start)
    const end = start + written.length
    const after = flat.slice(end, end + contextLength)
    if (pattern.accept !== undefined && !pattern.accept(written, before, after)) continue
    spans.push({ kind: pattern.kind, start, end })
  }
  return spans
}

/** Adds the spans that do not overlap one already there. Both lists are free of own overlaps. */
function claim(taken: Span[], wanted: Span[]): Span[] {
  if (taken.length === 0 || wanted.length === 0) return [...taken, ...wanted]
  const sorted = taken.sort((one, other) => one.start - other.start)
  const free: Span[] = []
  let next = 0
  for (const span of wanted) {
    while (next < sorted.length && (sorted[next] as Span).end <= span.start) next += 1
    const rival = sorted[next]
    if (rival === undefined || rival.start >= span.end) free.push(span)
  }
  return [...sorted, ...free]
}
