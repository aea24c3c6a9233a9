import type { InputOf, ReplyOf } from '../../contract/endpoint.ts'
import type { compareVersions as endpoint } from '../../contract/quality.ts'
import { parts } from '../../contract/understanding.ts'
import type { Ctx } from '../platform/ctx.ts'
import { NotFound } from '../platform/errors.ts'
import { agree } from './judgements.ts'
import { judgedTexts } from './refit-models.ts'
import type { Saying, Sayings } from './tables.ts'

type Reply = ReplyOf<typeof endpoint>

/** Two versions on the same judged texts, by what each said without having learned from them. */
export async function compareVersions(
  ctx: Ctx,
  { one, other }: InputOf<typeof endpoint>,
): Promise<Reply> {
  const [ofOne, ofOther] = await Promise.all([sayingsOf(ctx, one), sayingsOf(ctx, other)])
  // The shipped model was asked beside every version that was made.
  const saidBy = (sayings: Sayings | null, beside: Sayings | null, id: string) =>
    sayings === null ? beside?.[id]?.shipped : sayings[id]?.own
  const tried = (await judgedTexts(ctx)).flatMap(({ feedbackId, gold }) => {
    const said = saidBy(ofOne, ofOther, feedbackId)
    const saidOther = saidBy(ofOther, ofOne, feedbackId)
    return said && saidOther ? [{ gold, said, saidOther }] : []
  })
  return { texts: tried.length, rows: parts.flatMap((part) => rowsOf(part, tried)) }
}

/** Null for the shipped model. */
async function sayingsOf(ctx: Ctx, version: number): Promise<Sayings | null> {
  if (version === 0) return null
  const kept = await ctx.db
    .selectFrom('own_models')
    .select('sayings')
    .where('workspace_id', '=', ctx.workspaceId)
    .where('version', '=', version)
    .executeTakeFirst()
  if (!kept) throw new NotFound()
  return kept.sayings
}

function rowsOf(
  part: keyof Saying,
  tried: readonly { gold: Saying; said: Saying; saidOther: Saying }[],
): Reply['rows'] {
  const texts = tried.filter(({ gold }) => gold[part] !== undefined)
  if (texts.length === 0) return []
  const count = (hits: (text: (typeof texts)[number]) => boolean) => texts.filter(hits).length
  const whole = {
    part,
    label: null,
    texts: texts.length,
    right: count(({ gold, said }) => agree(gold[part] ?? [], said[part] ?? [])),
    rightOther: count(({ gold, saidOther }) => agree(gold[part] ?? [], saidOther[part] ?? [])),
  }
  const labels = [...new Set(texts.flatMap(({ gold }) => gold[part] ?? []))].sort()
  const has = (saying: Saying, label: string) => saying[part]?.includes(label) === true
  return [
    whole,
    ...labels.map((label) => ({
      part,
      label,
      texts: count(({ gold }) => has(gold, label)),
      right: count(({ gold, said }) => has(gold, label) && has(said, label)),
      rightOther: count(({ gold, saidOther }) => has(gold, label) && has(saidOther, label)),
    })),
  ]
}
