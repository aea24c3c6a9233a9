/**
 * What is counted of the situation in which somebody wrote: version, platform, device, region, order,
 * money. Faces, other systems and sheets call the same thing by many names; here they become one. Pure.
 */
import type { Answered } from '../../contract/feedback.ts'
import type { FeedbackContext } from './tables.ts'

export interface Circumstances {
  /** Of the app or page: `3.2.1`. */
  appVersion: string | null
  /** `iOS`, `Android`, `HarmonyOS`, `Windows`, `macOS`, `Linux`, or as it was told. */
  platform: string | null
  device: string | null
  region: string | null
  /** Personal data: counted and looked up, never listed. */
  orderNo: string | null
  /** Money the matter is about, in the currency of the operator. */
  amount: number | null
}

/** What of the circumstances is kept on a case is one short line. */
export const longestCircumstance = 60
const largestAmount = 1e9

/** Compared in lower case, without spaces, dots, dashes and underscores. The first that says something counts. */
const names: Readonly<Record<keyof Circumstances, RegExp>> = {
  appVersion:
    /^(app|client|software|mini)?(version|ver)(name|no)?$|^(应用|软件|客户端|app|产品|小程序)?版本号?$/,
  platform: /^(os|system|platform)(name|version)?$|^(手机|操作)?系统$|^(系统|客户端)?平台$/,
  device: /^(phone|device)?model$|^(device|phone)(name|type)?$|^(手机|设备)?(机型|型号)$|^设备$/,
  region:
    /^(user|customer)?(region|province|city|area|location)(name)?$|^(用户|客户|所在)?(省份|省|城市|市|地区|区域|地域|属地|所在地)$/,
  orderNo:
    /^(order|trade|transaction|payment)(no|id|number|sn|code)?$|^(订单|交易|支付|流水)(号|编号|单号|流水号)$/,
  amount:
    /^(order|trade|transaction|pay|payment|refund)?(amount|money|total|price)$|^(订单|交易|支付|付款|退款|实付|涉及)?金额$/,
}

const platforms: readonly (readonly [string, RegExp])[] = [
  ['HarmonyOS', /harmony|openharmony|鸿蒙/i],
  ['iOS', /\bios\b|iphone|ipad|苹果/i],
  ['Android', /android|安卓/i],
  ['Windows', /windows|\bwin\d*\b/i],
  ['macOS', /mac ?os|macintosh/i],
  ['Linux', /linux|ubuntu/i],
]

export function circumstancesOf(
  context: FeedbackContext,
  answers: readonly Pick<Answered, 'key' | 'value'>[],
): Circumstances {
  const told = [
    ...Object.entries(context).map(([key, value]) => ({ key, value: String(value).trim() })),
    ...answers.map(({ key, value }) => ({ key, value: value.trim() })),
  ].filter(({ value }) => value !== '')
  const of = (name: keyof Circumstances) =>
    told.find(({ key }) => names[name].test(bare(key)))?.value ?? null
  const browser = told.find(({ key }) => /^(browser|useragent|ua)$/.test(bare(key)))?.value
  return {
    appVersion: line(of('appVersion')?.replace(/^v(?:ersion)?\.?\s*(?=\d)/i, '') ?? null),
    platform: platformNamed(of('platform')) ?? (browser ? knownPlatform(browser) : null),
    device: line(of('device')),
    region: line(regionNamed(of('region'))),
    orderNo: line(of('orderNo')),
    amount: moneyIn(of('amount')),
  }
}

function bare(key: string): string {
  return key
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[\s._-]/g, '')
}

function line(value: string | null): string | null {
  if (value === null) return null
  const short = value.replace(/\s+/g, ' ').slice(0, longestCircumstance).toWellFormed().trim()
  return short === '' ? null : short
}

/** Versions of a system are many; what breaks is told apart by the system. */
function platformNamed(told: string | null): string | null {
  return told === null ? null : (knownPlatform(told) ?? line(told))
}

function knownPlatform(told: string): string | null {
  return platforms.find(([, shape]) => shape.test(told))?.[0] ?? null
}

/** 广东省 and 广东 are one region. */
function regionNamed(told: string | null): string | null {
  return told?.replace(/^(.{2,})[省市]$/, '$1') ?? null
}

/** `¥1,299.00`, `39.9元`, `1.2万`; null where it is no amount of money. */
function moneyIn(told: string | null): number | null {
  if (told === null) return null
  const plain = told.normalize('NFKC').replace(/[,\s]|[¥￥$元块]|rmb|cny/gi, '')
  const found = /^(\d{1,9}(?:\.\d{1,4})?)(万)?$/.exec(plain)
  if (!found) return null
  const amount = Math.round(Number(found[1]) * (found[2] ? 10_000 : 1) * 100) / 100
  return amount > 0 && amount <= largestAmount ? amount : null
}
