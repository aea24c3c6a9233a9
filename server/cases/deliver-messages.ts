import { deliver } from '../channels/index.ts'
import { reaction } from '../platform/events/reactions.ts'
import { casesById } from './cases-by-id.ts'

/** What was said to the customer leaves by the ways that reach them. */
export const deliverMessages = reaction<'case.answered' | 'case.notified' | 'case.told'>({
  name: 'cases.deliverMessages',
  async run(ctx, events) {
    const cases = await casesById(
      ctx,
      events.map(({ data }) => data.caseId),
    )
    await deliver(
      ctx,
      events.flatMap(({ data: { caseId, messageId } }) => {
        const found = cases.get(caseId)
        if (!found) return []
        return [{ what: 'message', aboutId: messageId, caseId, customerId: found.customer_id }]
      }),
    )
  },
})
