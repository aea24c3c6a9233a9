import { z } from 'zod'
import type { MachineText } from '../../contract/assistant.ts'
import type { summariseCase as endpoint } from '../../contract/case-assistance.ts'
import type { InputOf } from '../../contract/endpoint.ts'
import type { Locale } from '../../contract/values.ts'
import {
  type Making,
  makeTexts,
  mayUse,
  requestText,
  textById,
  textsAbout,
} from '../assistant/index.ts'
import { messagesOf } from '../feedback/index.ts'
import type { Ctx } from '../platform/ctx.ts'
import { reaction } from '../platform/events/reactions.ts'
import { loadSettings } from '../workspaces/index.ts'
import { type Case, loadCase } from './case.ts'
import { caseMaterial } from './case-material.ts'
import { casesById } from './cases-by-id.ts'

/** A case with so many messages is summarised by itself, and again after as many more. */
const manyMessages = 10

/** A member wants to know what a long case is about without reading all of it. */
export async function summariseCase(
  ctx: Ctx,
  input: InputOf<typeof endpoint>,
): Promise<MachineText> {
  const { id } = await loadCase(ctx, input.caseId)
  return textById(ctx, await requestSummary(ctx, id))
}

/** Summaries that were asked for are written. */
export const summariseCases = reaction<'case.summary_asked'>({
  name: 'cases.summarise',
  pace: 'long',
  async run(ctx, events) {
    const cases = await casesById(
      ctx,
      events.map(({ data }) => data.caseId),
    )
    const { locale } = await loadSettings(ctx)
    await makeTexts(
      ctx,
      events.map(({ data }) => data.textId),
      async ({ caseId }) => {
        const found = cases.get(caseId ?? '')
        return found ? summaryOf(ctx, found, locale) : null
      },
    )
  },
})

/** The customer added something: a case that has grown long gets a summary before anybody asks. */
export const summariseLongCases = reaction<'case.added'>({
  name: 'cases.summariseLong',
  async run(ctx, events) {
    if (!(await mayUse(ctx, 'summaries'))) return
    const cases = await casesById(
      ctx,
      events.map(({ data }) => data.caseId),
    )
    for (const found of cases.values())
      if (found.state !== 'closed' && (await isLong(ctx, found.id)))
        await requestSummary(ctx, found.id)
  },
})

async function isLong(ctx: Ctx, caseId: string): Promise<boolean> {
  const [messages, texts] = await Promise.all([
    messagesOf(ctx, [caseId]),
    textsAbout(ctx, { caseId }),
  ])
  const last = texts.find(({ use }) => use === 'summaries')
  const since = (messages.get(caseId) ?? []).filter(
    ({ at }) => last === undefined || at.toISOString() > last.at,
  )
  return since.length >= manyMessages
}

function requestSummary(ctx: Ctx, caseId: string): Promise<string> {
  return requestText(ctx, { use: 'summaries', aboutId: caseId, caseId }, (tx, textId) =>
    tx.record('case.summary_asked', { caseId, textId }),
  )
}

const answer = z.object({
  summary: z.string().min(1).max(1200),
  next: z.string().max(300).default(''),
})

async function summaryOf(
  ctx: Ctx,
  found: Case,
  locale: Locale,
): Promise<Making<z.infer<typeof answer>>> {
  const inEnglish = locale === 'en'
  return {
    prompt: {
      task: `你帮客服快速看懂一个工单。summary：三到五句，按先后说清客户要什么、已经做了什么、现在卡在哪里；只写材料里有的，不评价，不猜测。next：一句话，下一步该由谁做什么；看不出来就留空。用${inEnglish ? '英文' : '中文'}写。`,
      material: await caseMaterial(ctx, found, { notes: true }),
      answer,
      example: inEnglish
        ? {
            summary:
              'The customer was charged twice for one order. Support confirmed it and started a refund.',
            next: 'Support tells the customer when the refund arrives.',
          }
        : {
            summary: '客户一笔订单被扣了两次款。客服核实后已发起退款，客户追问何时到账。',
            next: '客服答复到账时间。',
          },
      mostTokens: 900,
    },
    words: ({ summary, next }) => ({ text: next ? `${summary}\n→ ${next}` : summary }),
  }
}
