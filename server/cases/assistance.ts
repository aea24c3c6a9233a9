import type { CaseAssistance } from '../../contract/assistant.ts'
import { mayUse, opinionsOn, textsAbout } from '../assistant/index.ts'
import type { Ctx } from '../platform/ctx.ts'
import type { Case } from './case.ts'

/** What the language model has done in this case, and what the viewer may ask it for. */
export async function assistanceIn(ctx: Ctx, found: Case): Promise<CaseAssistance | null> {
  const handles = ctx.actor.permits('cases.handle')
  const [summarises, drafts, translates, opinions, texts] = await Promise.all([
    mayUse(ctx, 'summaries'),
    mayUse(ctx, 'drafts'),
    mayUse(ctx, 'translations'),
    opinionsOn(ctx, [found.feedback_id]),
    textsAbout(ctx, { caseId: found.id }),
  ])
  const may = {
    summarise: handles && summarises,
    draft: handles && drafts && found.state !== 'closed',
    translate: handles && translates,
  }
  const can = (Object.keys(may) as CaseAssistance['can']).filter((one) => may[one])
  const opinion = opinions.get(found.feedback_id) ?? null
  return can.length === 0 && opinion === null && texts.length === 0 ? null : { can, opinion, texts }
}
