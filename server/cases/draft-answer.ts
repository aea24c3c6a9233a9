import { z } from 'zod'
import type { MachineText } from '../../contract/assistant.ts'
import type { draftAnswer as endpoint } from '../../contract/case-assistance.ts'
import { messageLimit } from '../../contract/cases.ts'
import type { InputOf } from '../../contract/endpoint.ts'
import { type Making, makeTexts, requestText, textById, withoutNames } from '../assistant/index.ts'
import type { Ctx } from '../platform/ctx.ts'
import { Conflict } from '../platform/errors.ts'
import { reaction } from '../platform/events/reactions.ts'
import { readingsOf } from '../understanding/index.ts'
import { loadSettings } from '../workspaces/index.ts'
import { type Case, loadCase } from './case.ts'
import { caseMaterial } from './case-material.ts'
import { casesById } from './cases-by-id.ts'
import { type PastAnswer, pastAnswers } from './past-answers.ts'

/** A member wants a first version of the answer; they read it, change it, and send it themselves. */
export async function draftAnswer(ctx: Ctx, input: InputOf<typeof endpoint>): Promise<MachineText> {
  const { id: caseId, state } = await loadCase(ctx, input.caseId)
  if (state === 'closed') throw new Conflict('case_closed')
  const textId = await requestText(ctx, { use: 'drafts', aboutId: caseId, caseId }, (tx, id) =>
    tx.record('case.draft_asked', { caseId, textId: id }),
  )
  return textById(ctx, textId)
}

/** Drafts that were asked for are written, resting on what was answered in cases like it. */
export const draftAnswers = reaction<'case.draft_asked'>({
  name: 'cases.draft',
  pace: 'long',
  async run(ctx, events) {
    const cases = await casesById(
      ctx,
      events.map(({ data }) => data.caseId),
    )
    await makeTexts(
      ctx,
      events.map(({ data }) => data.textId),
      async ({ caseId }) => {
        const found = cases.get(caseId ?? '')
        return found ? draftFor(ctx, found) : null
      },
    )
  },
})

const answer = z.object({
  reply: z
    .string()
    .min(1)
    .max(messageLimit - 100),
  /** Numbers of the past answers it rests on. */
  used: z.array(z.number().int()).default([]),
})

async function draftFor(ctx: Ctx, found: Case): Promise<Making<z.infer<typeof answer>>> {
  const [{ name }, readings] = await Promise.all([
    loadSettings(ctx),
    readingsOf(ctx, [found.feedback_id]),
  ])
  const keywords = readings.get(found.feedback_id)?.reading.keywords ?? []
  const past = await pastAnswers(ctx, found, keywords)
  const material = await caseMaterial(ctx, found, { notes: false })
  return {
    prompt: {
      task: `你替「${name}」的客服起草一条给客户的回复，客服会看过、改过再发。
先回应客户的处境，再说清怎么办；用客户使用的语言，口语、礼貌、简短，不用套话。
事实只取自材料。材料里没有的时限、金额、承诺、链接、电话一律不写；需要客服补充的地方写成［待填：……］。
能用「以往的答复」就用，并在 used 里写出用到的编号；情况不同的不要照搬。`,
      material: [
        `以往的答复：${past.map(asMaterial).join('\n') || '（没有）'}`,
        `这次的工单：\n${material}`,
      ].join('\n\n'),
      answer,
      example: {
        reply:
          '您好，重复扣的那笔我们查到了，已经提交退款，［待填：到账时间］内会原路退回。给您添麻烦了。',
        used: [1],
      },
      mostTokens: 1200,
    },
    words: ({ reply, used }) => ({
      text: reply,
      sources: past
        .filter((_, at) => used.includes(at + 1))
        .map(({ caseId, number, title }) => ({ caseId, number, title })),
    }),
  }
}

function asMaterial({ title, answer, names }: PastAnswer, at: number): string {
  return withoutNames(`[${at + 1}] 客户说：${title}\n客服答：${answer}`, names)
}
