/** Builder for tests: cases spread over a while, read and counted. */
import { channelsOf, createFirstChannels } from '../../../channels/index.ts'
import { type NewFeedback, receiveMany } from '../../../feedback/index.ts'
import type { Product } from '../../../testing/product.ts'
import type { TestWorkspace } from '../../../workspaces/testing.ts'

export interface Burst {
  from: number
  /** Spread evenly over so long; 0: all at once. */
  overMs?: number
  cases: number
  text: string
  context?: Record<string, string | number>
  /** Of so many customers; else each of another. */
  customers?: number
  importId?: string
}

let made = 0

/** Returns the ids of the cases that were opened. */
export async function casesOver(
  product: Product,
  workspace: TestWorkspace,
  bursts: readonly Burst[],
): Promise<string[]> {
  const ctx = workspace.ctx()
  if ((await channelsOf(ctx)).length === 0)
    await ctx.write((tx) => createFirstChannels(tx, 'zh-CN'))
  const channel = (await channelsOf(ctx)).find(({ kind }) => kind === 'api')
  const ids: string[] = []
  for (const [importId, some] of Map.groupBy(bursts, (burst) => burst.importId)) {
    const outcomes = await receiveMany(ctx, {
      channelId: channel?.id ?? '',
      channelKind: 'api',
      ...(importId === undefined ? {} : { importId }),
      items: some.flatMap(itemsOf),
    })
    ids.push(
      ...outcomes.flatMap((outcome) => ('feedbackId' in outcome ? [outcome.feedbackId] : [])),
    )
  }
  await product.drain()
  return ids
}

function itemsOf(burst: Burst): NewFeedback[] {
  return Array.from({ length: burst.cases }, (_, i) => {
    made += 1
    const who = burst.customers ? `${burst.from}-${i % burst.customers}` : `${made}`
    return {
      entry: i % 2 === 0 ? 'feedback' : 'complaint',
      text: `${burst.text}（${made}）`,
      saidAt: new Date(burst.from + Math.floor(((burst.overMs ?? 0) * i) / burst.cases)),
      author: { external: `customer-${who}` },
      ...(burst.context ? { context: burst.context } : {}),
    }
  })
}
