import type { InputOf, ReplyOf } from '../../contract/endpoint.ts'
import { type previewErasure as endpoint, mostErasable } from '../../contract/erasure.ts'
import { keptSheets } from '../channels/index.ts'
import { loadCustomers } from '../customers/index.ts'
import { evidenceOf, messagesOf } from '../feedback/index.ts'
import type { Ctx } from '../platform/ctx.ts'
import { type Case, loadCase } from './case.ts'
import { feedbackOfCases } from './cases-by-id.ts'

/** What is known of the customer of a case: what would go if they asked for it. */
export async function previewErasure(
  ctx: Ctx,
  { caseId }: InputOf<typeof endpoint>,
): Promise<ReplyOf<typeof endpoint>> {
  const { customer_id: customerId } = await loadCase(ctx, caseId)
  const [cards, cases] = await Promise.all([
    loadCustomers(ctx, [customerId]),
    newestOf(ctx, customerId),
  ])
  const card = cards.get(customerId)
  const shown = cases.slice(0, mostErasable)
  const [said, sheets] = await Promise.all([
    saidIn(ctx, shown),
    keptSheets(ctx, [...new Set(shown.flatMap(({ import_id }) => import_id ?? []))]),
  ])
  return {
    name: card?.name ?? null,
    contacts: (card?.identities ?? []).filter(({ kind }) => kind === 'email' || kind === 'phone'),
    cases: shown.map((one) => ({
      id: one.id,
      number: one.number,
      title: one.title,
      state: one.state,
      openedAt: one.opened_at.toISOString(),
      texts: said.get(one.id)?.texts ?? 0,
      files: said.get(one.id)?.files ?? 0,
      sheet: sheets.get(one.import_id ?? '') ?? null,
    })),
    more: cases.length > mostErasable,
  }
}

function newestOf(ctx: Ctx, customerId: string): Promise<Case[]> {
  return ctx.db
    .selectFrom('cases')
    .selectAll()
    .where('workspace_id', '=', ctx.workspaceId)
    .where('customer_id', '=', customerId)
    .orderBy('opened_at', 'desc')
    .orderBy('id', 'desc')
    .limit(mostErasable + 1)
    .execute()
}

/** How much was said in each case and is not deleted yet, and how many files belong to it. */
async function saidIn(
  ctx: Ctx,
  cases: readonly Case[],
): Promise<Map<string, { texts: number; files: number }>> {
  const caseIds = cases.map(({ id }) => id)
  const [messages, caseOf] = await Promise.all([
    messagesOf(ctx, caseIds),
    feedbackOfCases(ctx, caseIds),
  ])
  const evidence = await evidenceOf(ctx, {
    feedbackIds: [...caseOf.keys()],
    messageIds: [...messages.values()].flat().map(({ id }) => id),
  })
  const filesOf = (id: string) => evidence.get(id)?.length ?? 0
  return new Map(
    cases.map(({ id, redacted_at: redactedAt }) => {
      const talk = messages.get(id) ?? []
      const joined = [...caseOf].filter(([, caseId]) => caseId === id).map(([feedback]) => feedback)
      const left = talk.filter(
        ({ direction, at }) => direction !== 'notice' && (redactedAt === null || at > redactedAt),
      )
      const files = [...talk.map((one) => one.id), ...joined].reduce(
        (sum, owner) => sum + filesOf(owner),
        0,
      )
      return [id, { texts: left.length + (redactedAt === null ? 1 : 0), files }]
    }),
  )
}
