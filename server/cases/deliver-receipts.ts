import { deliver } from '../channels/index.ts'
import { messagesOf } from '../feedback/index.ts'
import { type Recorded, reaction } from '../platform/events/reactions.ts'
import { casesById } from './cases-by-id.ts'

type Received = 'case.opened' | 'case.added'

const dayMs = 86_400_000

/** Receipts leave too. They are part of taking words in, so they state no event of their own. */
export const deliverReceipts = reaction<Received>({
  name: 'cases.deliverReceipts',
  run: async (ctx, events: Recorded<Received>[]) => {
    const cases = await casesById(
      ctx,
      events.map(({ data }) => data.caseId),
    )
    const own = [...cases.values()].filter(({ import_id }) => import_id === null)
    const said = await messagesOf(
      ctx,
      own.map(({ id }) => id),
    )
    // What was replayed long after is news to nobody.
    const since = new Date(ctx.now().getTime() - dayMs)
    await deliver(
      ctx,
      own.flatMap(({ id: caseId, customer_id: customerId }) =>
        (said.get(caseId) ?? [])
          .filter(({ notice, at }) => notice?.name === 'received' && at > since)
          .map(({ id: aboutId }) => ({ what: 'message', aboutId, caseId, customerId })),
      ),
    )
  },
})
