/** Builders for tests: a workspace that customers can speak to. */
import { randomUUID } from 'node:crypto'
import type { CallOf } from '../../contract/endpoint.ts'
import type { submitFeedback } from '../../contract/feedback.ts'
import type { Business, ChannelKind, Locale } from '../../contract/values.ts'
import { loadFeedbackPresets } from '../feedback/index.ts'
import type { Product } from '../testing/product.ts'
import { aWorkspace, type TestWorkspace } from '../workspaces/testing.ts'
import { createFirstChannels } from './index.ts'

export interface OpenWorkspace extends TestWorkspace {
  /** Channel ids by kind. */
  channels: Record<ChannelKind, string>
}

/** With the categories, forms and channels its kind of business starts with. */
export async function anOpenWorkspace(
  product: Product,
  options: { business?: Business; locale?: Locale } = {},
): Promise<OpenWorkspace> {
  const workspace = await aWorkspace(product, options)
  const channels = await workspace.ctx().write(async (tx) => {
    await loadFeedbackPresets(tx, options.business ?? 'store', workspace.teams)
    return createFirstChannels(tx, options.locale ?? 'zh-CN')
  })
  return { ...workspace, channels }
}

type Submission = CallOf<typeof submitFeedback>

/** A valid call of the portal; each with a key of its own. */
export function aSubmission(
  workspace: { slug: string },
  given: Partial<Submission['body']> = {},
): Submission {
  return {
    params: { workspace: workspace.slug },
    body: { entry: 'feedback', text: '退款一直没有到账', submissionKey: randomUUID(), ...given },
  }
}
