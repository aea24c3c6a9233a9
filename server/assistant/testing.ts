/** For tests: a workspace that may ask a fake language model, which has an answer to everything. */
import * as contract from '../../contract/assistant.ts'
import type { TestCase } from '../cases/testing.ts'
import type { Ctx } from '../platform/ctx.ts'
import { furnishWorkspace } from '../set-up.ts'
import { type Asked, aFakeModel, type FakeModel, usually } from '../testing/fake-model.ts'
import { bootProduct, type Product } from '../testing/product.ts'
import { readFeedback } from '../understanding/index.ts'
import { aWorkspace, type TestWorkspace } from '../workspaces/testing.ts'

export interface Assisted {
  fake: FakeModel
  product: Product
  workspace: TestWorkspace
  /** Well again, whatever the test before did: asked nothing, answering as usual, not resting. */
  recover(): Promise<void>
  change(settings: Partial<contract.AssistantSettings>): Promise<contract.AssistantView>
  ctx(): Ctx
  close(): Promise<void>
}

/** Short enough for tests, long enough for a busy machine; a provider is given up after two tries. */
const impatient = {
  silenceMs: 3000,
  wholeMs: 30_000,
  tries: 2,
  firstPauseMs: 5,
  longestPauseMs: 40,
}

/** So long that nothing learnt of the model before is remembered. */
const sevenHoursMs = 7 * 3_600_000

export const opinion = {
  kind: 'question',
  sentiment: 'neutral',
  urgency: 'low',
  topics: ['function', 'made_up'],
  risks: [],
  reason: '只是在问进展。',
}
export const summary = { summary: '客户问进展，客服还没有答复。', next: '客服答复进展。' }
export const draft = { reply: '您好，这件事我们已经在处理，有结果会第一时间告诉您。', used: [1] }
export const translation = { translation: 'How is it going?' }

export async function anAssistedWorkspace(): Promise<Assisted> {
  const fake = await aFakeModel()
  const product = await bootProduct({ ai: fake.url, aiLimits: impatient })
  const workspace = await aWorkspace(product, { furnish: furnishWorkspace })
  const owner = product.as(workspace.members.owner.headers)
  const change: Assisted['change'] = (settings) =>
    owner(contract.changeAssistant, { body: settings })
  await change({ active: true })
  return {
    fake,
    product,
    workspace,
    change,
    ctx: () => workspace.ctx(),
    async recover() {
      fake.says(answerTo)
      fake.behaves(usually)
      product.pass(sevenHoursMs)
      await owner(contract.tryAssistant, { body: {} })
      fake.asked.length = 0
    },
    async close() {
      await product.close()
      await fake.close()
    },
  }
}

/** What fits the question, known by the shape it asks for. */
export function answerTo({ messages }: Asked): object {
  const task = messages[0]?.content ?? ''
  if (task.includes('"sentiment"')) return opinion
  if (task.includes('"reply"')) return draft
  if (task.includes('"translation"')) return translation
  if (task.includes('"next"')) return summary
  return { ok: true }
}

/** Read as real words are, after they arrived. */
export async function readNow(life: Assisted, one: TestCase): Promise<void> {
  const ctx = life.ctx()
  await readFeedback.run(ctx, [
    {
      id: ctx.newId(),
      type: 'feedback.received',
      caseId: null,
      data: { feedbackId: one.feedbackId },
      actor: { kind: 'system', id: null, name: null },
      at: ctx.now(),
    },
  ])
  await life.product.drain()
}
