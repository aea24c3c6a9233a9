/** Builders for tests: `await aCase().from('梅').saying('退款没到账').as('complaint').in(workspace)`. */
import type { Entry } from '../../contract/values.ts'
import { channelsOf, createFirstChannels } from '../channels/index.ts'
import type { Author } from '../customers/index.ts'
import { type FeedbackContext, type NewFeedback, receiveMany } from '../feedback/index.ts'
import type { Actor, Ctx } from '../platform/ctx.ts'
import { caseIdsOfFeedback } from './cases-by-id.ts'
import { openCasesOf } from './open-cases.ts'

export interface TestCase {
  id: string
  number: number
  feedbackId: string
  /** The customer who holds its claim code. */
  customer: Actor
}

interface Place {
  ctx(): Ctx
}

export interface CaseBuilder {
  from(name: string): CaseBuilder
  /** A guest's address: where mail goes, proving nothing. */
  reachableAt(email: string): CaseBuilder
  /** Somebody the operator's own system knows. */
  knownAs(external: string): CaseBuilder
  saying(text: string): CaseBuilder
  as(entry: Entry): CaseBuilder
  about(categoryId: string): CaseBuilder
  /** What the face told of the situation. */
  telling(context: FeedbackContext): CaseBuilder
  saidAt(at: Date): CaseBuilder
  /** Said long ago, imported as a record of the past. */
  asHistory(): CaseBuilder
  importedBy(importId: string): CaseBuilder
  /** Arrives as real words do, and has its case at once. */
  in(workspace: Place): Promise<TestCase>
}

export function aCase(
  given: NewFeedback = { entry: 'feedback', text: '退款一直没有到账' },
  importId?: string,
): CaseBuilder {
  const withAuthor = (author: Author) =>
    aCase({ ...given, author: { ...given.author, ...author } }, importId)
  return {
    from: (name) => withAuthor({ name }),
    reachableAt: (email) => withAuthor({ email }),
    knownAs: (external) => withAuthor({ external }),
    saying: (text) => aCase({ ...given, text }, importId),
    as: (entry) => aCase({ ...given, entry }, importId),
    about: (categoryId) => aCase({ ...given, categoryId }, importId),
    telling: (context) => aCase({ ...given, context }, importId),
    saidAt: (saidAt) => aCase({ ...given, saidAt }, importId),
    asHistory: () => aCase({ ...given, history: true }, importId),
    importedBy: (id) => aCase(given, id),
    in: (workspace) => open(workspace.ctx(), given, importId),
  }
}

async function open(ctx: Ctx, given: NewFeedback, importId?: string): Promise<TestCase> {
  const kind = importId === undefined ? kindFor(given) : 'import'
  const [outcome] = await receiveMany(ctx, {
    channelId: await channelOf(ctx, kind),
    channelKind: kind,
    ...(importId === undefined ? {} : { importId }),
    items: [given],
  })
  if (!outcome || outcome.state === 'rejected')
    throw new Error(`refused: ${JSON.stringify(outcome)}`)
  const { feedbackId, number } = outcome
  await openCasesOf(ctx, [feedbackId])
  const id = (await caseIdsOfFeedback(ctx, [feedbackId])).get(feedbackId) ?? ''
  return { id, number, feedbackId, customer: customerOf(feedbackId) }
}

/** Many at once, as a sheet brings them. Returns their ids in the same order. */
export async function manyCases(
  workspace: Place,
  items: readonly NewFeedback[],
): Promise<string[]> {
  const ctx = workspace.ctx()
  const channelId = await channelOf(ctx, 'import')
  const outcomes = await receiveMany(ctx, { channelId, channelKind: 'import', items })
  const ids = outcomes.map((outcome) => ('feedbackId' in outcome ? outcome.feedbackId : ''))
  await openCasesOf(ctx, ids)
  return ids
}

/** Only other systems vouch for people. */
function kindFor({ author }: NewFeedback) {
  return author?.external === undefined ? 'portal' : 'api'
}

async function channelOf(ctx: Ctx, kind: 'portal' | 'api' | 'import'): Promise<string> {
  const found = (await channelsOf(ctx)).find((channel) => channel.kind === kind)
  if (found) return found.id
  await ctx.write((tx) => createFirstChannels(tx, 'zh-CN'))
  return channelOf(ctx, kind)
}

export function customerOf(feedbackId: string): Actor {
  return { kind: 'customer', id: feedbackId, name: null, role: null, permits: () => false }
}
