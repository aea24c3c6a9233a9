import type { InputOf } from '../../../contract/endpoint.ts'
import type { Receipt, submitFeedback } from '../../../contract/feedback.ts'
import { receiveFeedback } from '../../feedback/index.ts'
import type { Ctx } from '../../platform/ctx.ts'
import { sha256 } from '../../platform/ids.ts'
import { openChannel } from '../open-channel.ts'

type Input = InputOf<typeof submitFeedback>

/** A customer says something on the portal, and holds a receipt when it is safely kept. */
export async function submit(ctx: Ctx, input: Input): Promise<Receipt> {
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
    requestHash: hashOfWords(input),
  })
}

/** What makes it the same submission; a second try may come with other tickets, or a turned screen. */
function hashOfWords({ entry, text, categoryId, fields, contact, evidence }: Input): string {
  const said = { entry, text, categoryId, fields, contact, files: evidence.length }
  return sha256(JSON.stringify(said))
}
