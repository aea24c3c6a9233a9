import type { InputOf } from '../../../contract/endpoint.ts'
import { feedbackLimits, type PortalView, type readPortal } from '../../../contract/feedback.ts'
import { fileLimits } from '../../../contract/files.ts'
import { catalogueOf } from '../../feedback/index.ts'
import type { Ctx } from '../../platform/ctx.ts'
import { loadSettings, promisedAt } from '../../workspaces/index.ts'
import { openChannel } from '../open-channel.ts'

/** What a customer may submit, how long an answer takes, what is done with the data. */
export async function showPortal(
  ctx: Ctx,
  _input: InputOf<typeof readPortal>,
): Promise<PortalView> {
  await openChannel(ctx, 'portal')
  const [settings, catalogue, promised] = await Promise.all([
    loadSettings(ctx),
    catalogueOf(ctx),
    promisedAt(ctx, ctx.now()),
  ])
  const offered = [...catalogue.categories.values()].filter(({ archived }) => !archived)
  const used = new Set(offered.map(({ templateId }) => templateId))
  return {
    name: settings.name,
    slug: settings.slug,
    locale: settings.locale,
    greeting: settings.greeting,
    categories: offered.map(({ id, name, nameEn, entry, templateId }) => ({
      id,
      name,
      nameEn,
      entry,
      templateId,
    })),
    templates: [...catalogue.templates.values()].filter(({ id }) => used.has(id)),
    limits: {
      text: feedbackLimits.text,
      image: fileLimits.image,
      video: fileLimits.video,
      log: fileLimits.log,
      files: fileLimits.perFeedback,
    },
    promisedAt: promised.toISOString(),
    promiseMinutes: settings.promiseMinutes,
    contactRetentionDays: settings.contactRetentionDays,
  }
}
