/** What a new workspace starts with, by kind of business: teams, hours, promise, greeting. */

import type { Calendar } from '../../contract/calendar.ts'
import type { Business, Locale } from '../../contract/values.ts'

/** How other domains' presets name a team; its words depend on the language of set-up. */
export type TeamKey =
  | 'complaints'
  | 'product'
  | 'tech'
  | 'service'
  | 'logistics'
  | 'risk'
  | 'moderation'

export interface WorkspacePreset {
  teams: readonly TeamKey[]
  hours: Calendar
  /** Working minutes to a first answer. */
  promiseMinutes: number
  greeting: Record<Locale, string>
}

export const teamNames: Record<TeamKey, Record<Locale, string>> = {
  service: { 'zh-CN': '客服', en: 'Customer service' },
  complaints: { 'zh-CN': '投诉处理', en: 'Complaints' },
  product: { 'zh-CN': '产品', en: 'Product' },
  tech: { 'zh-CN': '技术支持', en: 'Technical support' },
  logistics: { 'zh-CN': '物流', en: 'Logistics' },
  risk: { 'zh-CN': '资金安全', en: 'Funds safety' },
  moderation: { 'zh-CN': '内容安全', en: 'Content safety' },
}

const nineToSix: Calendar['week'][number] = [[9 * 60, 18 * 60]]
const nineToNine: Calendar['week'][number] = [[9 * 60, 21 * 60]]

const officeHours: Calendar = {
  week: [nineToSix, nineToSix, nineToSix, nineToSix, nineToSix, [], []],
  chineseHolidays: true,
  exceptions: [],
}
/** Shops and money are asked about in the evening and at weekends too. */
const everyDay: Calendar = {
  week: [nineToNine, nineToNine, nineToNine, nineToNine, nineToNine, nineToNine, nineToNine],
  chineseHolidays: false,
  exceptions: [],
}

export const presets: Record<Business, WorkspacePreset> = {
  mini_program: {
    teams: ['service', 'complaints', 'product', 'tech'],
    hours: officeHours,
    promiseMinutes: 8 * 60,
    greeting: {
      'zh-CN': '用得顺不顺手，都可以告诉我们。每一条都会有人看，也都会有回音。',
      en: 'Tell us what works and what does not. Someone reads every word, and you will hear back.',
    },
  },
  store: {
    teams: ['service', 'complaints', 'product', 'tech', 'logistics'],
    hours: everyDay,
    promiseMinutes: 4 * 60,
    greeting: {
      'zh-CN': '商品、物流、退换货，哪里不满意都请告诉我们。填上订单号，处理会更快。',
      en: 'Products, delivery, returns: tell us what went wrong. An order number helps us help you faster.',
    },
  },
  im: {
    teams: ['service', 'complaints', 'product', 'tech', 'moderation'],
    hours: officeHours,
    promiseMinutes: 4 * 60,
    greeting: {
      'zh-CN': '消息收不到、账号异常、遇到骚扰或诈骗，都可以在这里告诉我们，会有专人跟进。',
      en: 'Missing messages, account trouble, harassment or fraud: tell us here and someone will follow it up.',
    },
  },
  wallet: {
    teams: ['service', 'complaints', 'product', 'tech', 'risk'],
    hours: everyDay,
    promiseMinutes: 2 * 60,
    greeting: {
      'zh-CN': '资金问题优先处理。请写清交易时间和金额，不要填写密码、短信验证码或完整卡号。',
      en: 'Money comes first. Tell us when and how much; never send passwords, codes or full card numbers.',
    },
  },
  other: {
    teams: ['service', 'complaints', 'product', 'tech'],
    hours: officeHours,
    promiseMinutes: 8 * 60,
    greeting: {
      'zh-CN': '有什么想说的，都可以告诉我们。我们会认真看，也会给您回音。',
      en: 'Whatever is on your mind, tell us. We read it, and we answer.',
    },
  },
}
