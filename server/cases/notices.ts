/** What the system tells customers in a case, in words. Faces that know the notice use their own. */
import type { NoticeView, Resolution } from '../../contract/cases.ts'
import type { Locale } from '../../contract/values.ts'
import { momentWords } from '../workspaces/index.ts'

export type Notice =
  | { name: 'received'; values: { number: number; promisedAt: string } }
  | { name: 'closed'; values: { resolution: Exclude<Resolution, 'withdrawn'> } }
  | { name: 'released'; values: { releaseId: string; release: string; notes: string } }

type Words = { [N in Notice as N['name']]: (values: N['values'], moment: Moments) => string }
type Moments = (at: string) => string

const zh: Words = {
  received: ({ number, promisedAt }, moment) =>
    `已收到，受理号 HY-${number}。${moment(promisedAt)} 前会有人答复您。`,
  closed: ({ resolution }) => closedZh[resolution],
  released: ({ release, notes }) => `您说的问题改好了，已随「${release}」发布。${notes}`.trim(),
}
const closedZh: Record<Exclude<Resolution, 'withdrawn'>, string> = {
  solved: '这件事处理完了。如果还没解决，补充说明就会重新打开。',
  explained: '情况已经向您说明，这件事先告一段落。还有疑问，补充说明就会重新打开。',
  not_solvable: '很抱歉，这件事目前解决不了，我们记下了。有新的情况，补充说明就会重新打开。',
  duplicate: '这一条与您的另一条是同一件事，我们合并处理。',
  no_reply: '一直没等到您的回复，先结束了。补充说明就会重新打开。',
}

const en: Words = {
  received: ({ number, promisedAt }, moment) =>
    `We have received it: HY-${number}. Someone will answer you by ${moment(promisedAt)}.`,
  closed: ({ resolution }) => closedEn[resolution],
  released: ({ release, notes }) => `What you reported is fixed in “${release}”. ${notes}`.trim(),
}
const closedEn: Record<Exclude<Resolution, 'withdrawn'>, string> = {
  solved: 'We have dealt with this. If it is not solved, write again and it opens again.',
  explained: 'We have explained what happened. If questions remain, write and it opens again.',
  not_solvable: 'We are sorry: we cannot solve this for now. If something changes, write again.',
  duplicate: 'This is the same matter as another of yours; we handle them together.',
  no_reply: 'We have not heard from you, so we ended this. Write again and it opens again.',
}

/** The notice in words. Moments are told in the workspace's time zone. */
export function noticeText(notice: Notice, locale: Locale, timeZone: string): string {
  const words: Record<string, (values: never, moment: Moments) => string> =
    locale === 'en' ? en : zh
  const moment = (at: string) => momentWords(new Date(at), { locale, timeZone })
  return words[notice.name]?.(notice.values as never, moment) ?? ''
}

const names: readonly string[] = ['received', 'closed', 'released']

/** A kept notice as faces get it; null for one this version no longer knows. */
export function presentNotice(
  kept: { name: string; values: Record<string, string | number | boolean | null> } | null,
): NoticeView | null {
  if (kept === null || !names.includes(kept.name)) return null
  return { name: kept.name as NoticeView['name'], values: kept.values }
}
