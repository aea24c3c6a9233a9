import type { InputOf } from '../../../contract/endpoint.ts'
import type { Receipt, submitFeedback } from '../../../contract/feedback.ts'
import { receiveFeedback } from '../../feedback/index.ts'
import type { Ctx } from '../../platform/ctx.ts'
import { openChannel } from '../open-channel.ts'

/** A customer says something on the portal, and holds a receipt when it is safely kept. */
export async function submit(ctx: Ctx, input: InputOf<typeof submitFeedback>): Promise<Receipt> {
  const arrival = await openChannel(ctx, 'portal')
  return receiveFeedback(ctx, arrival, {
    entry: input.entry,
    text: input.text,
    categoryId: input.categoryId ?? null,
    fields: input.fields,
    context: input.context,
    author: { ...input.contact, ...(input.locale ? { locale: input.locale } : {}) },
    evidence: input.evidence,
    submissionKey: input.submissionKey,
  })
}
