import { deliver } from '../channels/index.ts'
import type { Ctx } from '../platform/ctx.ts'
import { type Recorded, reaction } from '../platform/events/reactions.ts'
import { casesById } from './cases-by-id.ts'

type Said = 'case.answered' | 'case.notified' | 'case.told'

/** What was said to a customer leaves for them: their case knows who they are, channels know how. */
export const deliverMessages = reaction<Said>({
  name: 'cases.deliverMessages',
  run: async (ctx: Ctx, events: Recorded<Said>[]) => {
    const cases = await casesById(
      ctx,
      events.map(({ data }) => data.caseId),
    )
    await deliver(
      ctx,
      events.flatMap(({ data }) => {
        const found = cases.get(data.caseId)
        if (!found) return []
        return {
          what: 'message',
          aboutId: data.messageId,
          caseId: found.id,
          customerId: found.customer_id,
        }
      }),
    )
  },
})
