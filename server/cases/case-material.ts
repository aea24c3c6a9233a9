/** A case as a language model is given it: who said what, names taken out, never too long. */
import { withoutNames } from '../assistant/index.ts'
import { loadCustomers } from '../customers/index.ts'
import { loadFeedback, type Message, messagesOf } from '../feedback/index.ts'
import type { Ctx } from '../platform/ctx.ts'
import { membersById } from '../workspaces/index.ts'
import type { Case } from './case.ts'

/** Beyond it, the middle is left out: how it began and where it stands matter most. */
const longest = 12_000
const longestMessage = 2000

const speakers: Record<Message['direction'], string> = {
  in: '客户',
  out: '客服',
  note: '团队备注',
  notice: '系统通知',
}

/** `notes`: with what the team said among itself. */
export async function caseMaterial(
  ctx: Ctx,
  found: Case,
  { notes }: { notes: boolean },
): Promise<string> {
  const [[first], byCase, customers] = await Promise.all([
    loadFeedback(ctx, [found.feedback_id]),
    messagesOf(ctx, [found.id]),
    loadCustomers(ctx, [found.customer_id]),
  ])
  const messages = (byCase.get(found.id) ?? []).filter(
    ({ direction }) => notes || direction !== 'note',
  )
  const members = await membersById(ctx, [
    ...new Set(messages.flatMap(({ memberId }) => memberId ?? [])),
  ])
  const names = [
    first?.author.name,
    customers.get(found.customer_id)?.name,
    ...[...members.values()].map(({ name }) => name),
  ]
  const lines = [
    line(found.opened_at, speakers.in, first?.words ?? found.title),
    ...messages.map(({ at, direction, text }) => line(at, speakers[direction], text)),
  ]
  return withoutNames(fitting(lines), names)
}

function line(at: Date, who: string, text: string): string {
  return `【${at.toISOString().slice(0, 16).replace('T', ' ')} ${who}】${text.slice(0, longestMessage)}`
}

function fitting(lines: string[]): string {
  const [first = '', ...rest] = lines
  let room = longest - first.length
  const kept: string[] = []
  for (const one of rest.toReversed()) {
    if (one.length > room) break
    room -= one.length
    kept.unshift(one)
  }
  const gap = kept.length < rest.length ? [`（中间省略 ${rest.length - kept.length} 条）`] : []
  return [first, ...gap, ...kept].join('\n')
}
