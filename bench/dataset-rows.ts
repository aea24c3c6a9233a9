/** The rows of a generated workspace: deterministic, with a year's spread and ordinary words. */
import type { Cell } from './copy.ts'

const dayMs = 86_400_000
const year = 365 * dayMs

/** Deterministic noise (mulberry32). */
export function noise(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
}

const things = [
  '蓝牙耳机',
  '保温杯',
  '儿童书包',
  '折叠雨伞',
  '电动牙刷',
  '羽绒服',
  '空气炸锅',
  '会员卡',
  '优惠券',
  '收货地址',
  '购物车',
  '订单页面',
]
const troubles = [
  '一直没有发货',
  '收到就是坏的',
  '充不进电',
  '颜色和图片差很多',
  '少发了一件',
  '尺码偏小',
  '打开就闪退',
  '显示网络异常',
  '重复扣了两次钱',
  '客服不回消息',
  '包装破了',
  '说好的赠品没有',
]
const wishes = [
  '希望尽快处理',
  '请帮忙查一下',
  '要求退款',
  '麻烦换一个',
  '等了快一个星期',
  '第三次反馈了',
  '不想再等了',
  '给个说法',
  '建议改进一下',
  '质量真的不行',
  '物流太慢',
  '态度还可以',
]
/** In one text of two thousand. */
const rare = '麒麟'

export function sentence(random: () => number): string {
  const one = (list: string[]) => list[Math.floor(random() * list.length)] as string
  const words = [
    `${one(things)}${one(troubles)}`,
    one(wishes),
    `${one(things)}也是${one(troubles)}`,
    `订单尾号${Math.floor(random() * 10_000)}`,
    one(wishes),
  ]
  if (random() < 0.0005) words.push(`型号是${rare}版`)
  return words.join('，')
}

/** A UUID that says which workspace and which row, so that runs are alike. */
export const id = (prefix: string, n: number) =>
  `${prefix}-0000-7000-8000-${n.toString(16).padStart(12, '0')}`

export const caseColumns = [
  'workspace_id',
  'id',
  'number',
  'feedback_id',
  'customer_id',
  'channel_id',
  'entry',
  'category_id',
  'title',
  'kind',
  'sentiment',
  'urgency',
  'risks',
  'state',
  'resolution',
  'priority',
  'priority_decided',
  'assignee_id',
  'urges',
  'opened_at',
  'active_at',
  'first_reply_at',
  'promised_at',
  'promise',
  'closed_at',
  'score',
  'version',
]

export function caseRow(
  workspaceId: string,
  n: number,
  cases: number,
  customers: number,
  now: Date,
  random: () => number,
): Cell[] {
  const one = <T>(list: readonly T[]): T => list[Math.floor(random() * list.length)] as T
  const openedMs = now.getTime() - year + (n / cases) * year
  const recent = now.getTime() - openedMs < 14 * dayMs
  const fate = random()
  const state = stateOf(recent ? fate : 0)
  const repliedMs = state === 'open' ? null : openedMs + 60_000 + random() ** 3 * 2 * dayMs
  const closedMs = state === 'closed' ? (repliedMs as number) + random() * 3 * dayMs : null
  const promisedMs = openedMs + 0.5 * dayMs
  const promise = promiseOf(repliedMs, promisedMs, now.getTime())
  const iso = (ms: number | null) => (ms === null ? null : new Date(ms).toISOString())
  return [
    workspaceId,
    id('0190000b', n),
    n + 1,
    id('0190000f', n),
    id('cc000000', n % customers),
    id('c0000000', Math.floor(random() ** 2 * 4)),
    one(['feedback', 'feedback', 'suggestion', 'complaint']),
    id('ca000000', Math.floor(random() * 8)),
    sentence(random).slice(0, 60),
    one(['bug', 'suggestion', 'question', 'complaint', 'complaint', 'praise', 'other']),
    one(['negative', 'negative', 'neutral', 'positive']),
    one(['low', 'normal', 'normal', 'high']),
    '{}',
    state,
    state === 'closed' ? 'solved' : null,
    one(['normal', 'normal', 'low', 'high']),
    false,
    state === 'open' ? null : id('0190000e', Math.floor(random() * 20)),
    0,
    iso(openedMs),
    iso(closedMs ?? repliedMs ?? openedMs),
    iso(repliedMs),
    iso(promisedMs),
    promise,
    iso(closedMs),
    random() < 0.1 && state === 'closed' ? Math.ceil(random() * 5) : null,
    1,
  ]
}

function stateOf(fate: number): 'open' | 'waiting' | 'closed' {
  if (fate < 0.6) return 'closed'
  return fate < 0.8 ? 'waiting' : 'open'
}

function promiseOf(
  repliedMs: number | null,
  promisedMs: number,
  nowMs: number,
): 'running' | 'kept' | 'broken' {
  if (repliedMs === null) return promisedMs < nowMs ? 'broken' : 'running'
  return repliedMs <= promisedMs ? 'kept' : 'broken'
}
