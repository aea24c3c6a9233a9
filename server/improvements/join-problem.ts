import type { InputOf } from '../../contract/endpoint.ts'
import type { Receipt } from '../../contract/feedback.ts'
import type { joinProblem as endpoint } from '../../contract/knowledge.ts'
import type { Locale } from '../../contract/values.ts'
import { openChannel } from '../channels/index.ts'
import { receiveFeedback } from '../feedback/index.ts'
import type { Ctx } from '../platform/ctx.ts'
import { Conflict, NotFound } from '../platform/errors.ts'
import { loadSettings } from '../workspaces/index.ts'
import { problemInContext } from './link-joined.ts'
import { loadProblem } from './problem.ts'

const meToo: Record<Locale, (title: string) => string> = {
  'zh-CN': (title) => `我也遇到了：${title}`,
  en: (title) => `I have this too: ${title}`,
}

/**
 * A customer has a known problem too: one tap is a feedback like any other, with number and claim. The
 * problem stands in its context, in the same row, so that its case is linked however the server fares
 * (link-joined.ts), and whoever joined is told when it is fixed.
 */
export async function joinProblem(ctx: Ctx, input: InputOf<typeof endpoint>): Promise<Receipt> {
  const [problem, arrival, { locale }] = await Promise.all([
    loadProblem(ctx, input.problemId),
    openChannel(ctx, 'portal'),
    loadSettings(ctx),
  ])
  if (problem.public_title === null || problem.public_since === null) throw new NotFound()
  if (problem.state !== 'open' && problem.state !== 'fixing') throw new Conflict('problem_not_open')
  const spoken = input.locale ?? locale
  return receiveFeedback(ctx, arrival, {
    entry: 'feedback',
    text: input.text || meToo[spoken](problem.public_title),
    context: { ...input.context, [problemInContext]: problem.number },
    author: { ...input.contact, locale: spoken },
    evidence: input.evidence,
    submissionKey: input.submissionKey,
  })
}
