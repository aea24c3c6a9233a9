import type { InputOf } from '../../../contract/endpoint.ts'
import type { createFeedback, Receipt } from '../../../contract/feedback.ts'
import type { Author } from '../../customers/index.ts'
import { type NewFeedback, receiveFeedback } from '../../feedback/index.ts'
import type { Actor, Ctx } from '../../platform/ctx.ts'
import { Invalid } from '../../platform/errors.ts'
import type { Http } from '../../platform/http/bind.ts'
import { sha256 } from '../../platform/ids.ts'
import { openChannel } from '../open-channel.ts'

type Input = InputOf<typeof createFeedback>

const longestKey = 200
/** Clocks of other systems are never quite right. */
const clockDriftMs = 5 * 60_000

/** Another system hands in what a customer said; a retry is the same feedback and gets its receipt. */
export async function create(ctx: Ctx, input: Input, http: Http): Promise<Receipt> {
  const arrival = await openChannel(ctx, 'api')
  const saidAt = input.saidAt === undefined ? undefined : new Date(input.saidAt)
  if (saidAt && saidAt.getTime() > ctx.now().getTime() + clockDriftMs)
    throw new Invalid('said_in_future', 'saidAt')
  const receipt = await receiveFeedback(ctx, arrival, {
    entry: input.entry,
    text: input.text,
    categoryId: input.categoryId ?? null,
    fields: input.fields,
    context: input.context,
    author: authorOf(input),
    evidence: input.evidence,
    ...(saidAt ? { saidAt } : {}),
    ...repeatKey(ctx.actor, input, http.request.headers['idempotency-key']),
  })
  if (receipt.repeated) http.reply.header('idempotent-replay', 'true')
  return receipt
}

function authorOf({ contact, customer, locale }: Input): Author {
  return {
    ...contact,
    ...(customer.externalId ? { external: customer.externalId } : {}),
    ...(customer.openid ? { openid: customer.openid } : {}),
    ...(customer.unionid ? { unionid: customer.unionid } : {}),
    ...(locale ? { locale } : {}),
  }
}

/** The record's own id at the source says more than the key of one request, and stands for it. */
function repeatKey(
  actor: Actor,
  input: Input,
  header: string | string[] | undefined,
): Pick<NewFeedback, 'submissionKey' | 'requestHash'> {
  const key = Array.isArray(header) ? header.join(',') : header
  if (key !== undefined && (key.length === 0 || key.length > longestKey))
    throw new Invalid('idempotency_key_invalid')
  if (input.externalId !== undefined) return { submissionKey: `ext:${input.externalId}` }
  if (key === undefined) return {}
  return {
    submissionKey: `key:${sha256(`${actor.kind} ${actor.id} ${key}`)}`,
    requestHash: sha256(JSON.stringify(input)),
  }
}
