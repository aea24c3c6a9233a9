import { z } from 'zod'
import type { MachineText } from '../../contract/assistant.ts'
import type { translateWords as endpoint } from '../../contract/case-assistance.ts'
import { messageLimit } from '../../contract/cases.ts'
import type { InputOf } from '../../contract/endpoint.ts'
import type { Locale } from '../../contract/values.ts'
import { type Making, makeTexts, requestText, textById, withoutNames } from '../assistant/index.ts'
import { loadCustomers } from '../customers/index.ts'
import { loadFeedback, loadMessages } from '../feedback/index.ts'
import type { Ctx } from '../platform/ctx.ts'
import { Invalid } from '../platform/errors.ts'
import { reaction } from '../platform/events/reactions.ts'
import { type Case, loadCase } from './case.ts'
import { casesById } from './cases-by-id.ts'

/** A member wants to read in their own language what was said in the case. */
export async function translateWords(
  ctx: Ctx,
  input: InputOf<typeof endpoint>,
): Promise<MachineText> {
  const { aboutId, locale } = input
  const found = await loadCase(ctx, input.caseId)
  if ((await wordsOf(ctx, found, aboutId)) === null) throw new Invalid('message_unknown', 'aboutId')
  const textId = await requestText(
    ctx,
    { use: 'translations', aboutId, caseId: found.id, locale },
    (tx, id) => tx.record('case.translation_asked', { caseId: found.id, textId: id }),
  )
  return textById(ctx, textId)
}

/** Translations that were asked for are written. */
export const translateAll = reaction<'case.translation_asked'>({
  name: 'cases.translate',
  pace: 'long',
  async run(ctx, events) {
    const cases = await casesById(
      ctx,
      events.map(({ data }) => data.caseId),
    )
    await makeTexts(
      ctx,
      events.map(({ data }) => data.textId),
      async ({ caseId, aboutId, locale }) => {
        const found = cases.get(caseId ?? '')
        const words = found ? await wordsOf(ctx, found, aboutId) : null
        return words === null ? null : translationOf(words, locale ?? 'zh-CN')
      },
    )
  },
})

const answer = z.object({
  translation: z
    .string()
    .min(1)
    .max(messageLimit * 3),
})
const languages: Record<Locale, string> = { 'zh-CN': '简体中文', en: 'English' }

function translationOf(words: string, locale: Locale): Making<z.infer<typeof answer>> {
  return {
    prompt: {
      task: `把材料忠实地译成${languages[locale]}，供客服阅读：不增不减，语气照旧，编号、版本、打码的内容原样保留。`,
      material: words,
      answer,
      example: {
        translation: locale === 'en' ? 'I still have not got my refund.' : '我还没有收到退款。',
      },
      // A character of one language is about a token of another.
      mostTokens: 200 + words.length * 2,
    },
    words: ({ translation }) => ({ text: translation }),
  }
}

/** What opened the case, or a message in it; null when it holds neither under this id. */
async function wordsOf(ctx: Ctx, found: Case, aboutId: string): Promise<string | null> {
  const said =
    aboutId === found.feedback_id
      ? (await loadFeedback(ctx, [aboutId]))[0]?.words
      : await messageIn(ctx, found.id, aboutId)
  if (said === undefined) return null
  const customer = (await loadCustomers(ctx, [found.customer_id])).get(found.customer_id)
  return withoutNames(said, [customer?.name])
}

async function messageIn(ctx: Ctx, caseId: string, id: string): Promise<string | undefined> {
  const message = (await loadMessages(ctx, [id])).get(id)
  return message?.caseId === caseId ? message.text : undefined
}
