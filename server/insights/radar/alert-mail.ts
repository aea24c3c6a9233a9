/** What the mail about an alert says. Pure. */
import type { AlertView } from '../../../contract/radar.ts'
import type { Locale } from '../../../contract/values.ts'
import { momentWords } from '../../workspaces/index.ts'

interface To {
  name: string
  locale: Locale
  timeZone: string
  /** Null where nobody said under which address members reach the console. */
  url: string | null
}

const topics: Record<string, Record<Locale, string>> = {
  product_quality: { 'zh-CN': '商品质量', en: 'Product quality' },
  service_attitude: { 'zh-CN': '服务态度', en: 'Service' },
  delivery: { 'zh-CN': '物流配送', en: 'Delivery' },
  price: { 'zh-CN': '价格优惠', en: 'Price' },
  payment_refund: { 'zh-CN': '支付退款', en: 'Payment and refund' },
  account_security: { 'zh-CN': '账号安全', en: 'Account security' },
  function: { 'zh-CN': '功能', en: 'Functions' },
  interface: { 'zh-CN': '界面体验', en: 'Interface' },
  performance: { 'zh-CN': '性能稳定', en: 'Performance' },
  packaging: { 'zh-CN': '包装', en: 'Packaging' },
  authenticity: { 'zh-CN': '真伪', en: 'Authenticity' },
  after_sales: { 'zh-CN': '售后', en: 'After-sales' },
  privacy: { 'zh-CN': '隐私', en: 'Privacy' },
  content: { 'zh-CN': '内容', en: 'Content' },
}
const windows: Record<number, Record<Locale, string>> = {
  10: { 'zh-CN': '10 分钟内', en: 'in 10 minutes' },
  60: { 'zh-CN': '1 小时内', en: 'in an hour' },
  1440: { 'zh-CN': '24 小时内', en: 'in a day' },
}
const everything = { 'zh-CN': '全部反馈', en: 'All feedback' }

export function alertMail(alert: AlertView, to: To): { subject: string; text: string } {
  return to.locale === 'en' ? english(alert, to) : chinese(alert, to)
}

function chinese(alert: AlertView, to: To) {
  const { window, cause, words, customers, amount, orders } = alert
  const what = nameOf(alert, 'zh-CN')
  const when = windows[window.minutes]?.['zh-CN'] ?? ''
  return {
    subject: `突增：${what} ${when} ${window.cases} 件（平时约 ${rounded(window.usual)} 件）`,
    text: [
      `「${what}」${when}收到 ${window.cases} 件，平时约 ${rounded(window.usual)} 件，从 ${momentWords(new Date(alert.beganAt), to)} 开始。`,
      ...(cause
        ? [
            `可能的原因：${percent(cause.share)} 集中在 ${traits(cause)}（平时 ${percent(cause.before)}）。`,
          ]
        : []),
      `涉及 ${customers} 位客户${orders > 0 ? `，${orders} 笔订单共 ¥${money(amount)}` : ''}。`,
      ...(words.length > 0 ? [`新出现的说法：${words.map(({ word }) => word).join('、')}`] : []),
      ...(to.url ? [`打开雷达查看：\n${to.url}`] : []),
      to.name,
    ].join('\n\n'),
  }
}

function english(alert: AlertView, to: To) {
  const { window, cause, words, customers, amount, orders } = alert
  const what = nameOf(alert, 'en')
  const when = windows[window.minutes]?.en ?? ''
  return {
    subject: `Spike: ${what}, ${window.cases} ${when} (usually about ${rounded(window.usual)})`,
    text: [
      `“${what}” had ${window.cases} cases ${when}, usually about ${rounded(window.usual)}, since ${momentWords(new Date(alert.beganAt), to)}.`,
      ...(cause
        ? [
            `Perhaps because: ${percent(cause.share)} are on ${traits(cause)} (usually ${percent(cause.before)}).`,
          ]
        : []),
      `${customers} customers${orders > 0 ? `, ${orders} orders of ¥${money(amount)} together` : ''}.`,
      ...(words.length > 0 ? [`New words: ${words.map(({ word }) => word).join(', ')}`] : []),
      ...(to.url ? [`Open the radar:\n${to.url}`] : []),
      to.name,
    ].join('\n\n'),
  }
}

function nameOf({ watched }: AlertView, locale: Locale): string {
  if (watched.by === 'topic') return topics[watched.key ?? '']?.[locale] ?? watched.key ?? ''
  const name = locale === 'en' ? (watched.nameEn ?? watched.name) : watched.name
  return name ?? everything[locale]
}

/** Channels are told apart on the page, by name; in a mail their ids would say nothing. */
function traits({ traits: some }: NonNullable<AlertView['cause']>): string {
  return some.map(({ value }) => value).join(' · ')
}

function percent(share: number): string {
  return `${Math.round(share * 100)}%`
}

function rounded(value: number): string {
  if (value < 1) return String(Number(value.toPrecision(1)))
  return value >= 10 ? String(Math.round(value)) : String(Number(value.toFixed(1)))
}

function money(cents: number): string {
  return (cents / 100).toFixed(2).replace(/\B(?=(\d{3})+(?!\d))/g, ',')
}
