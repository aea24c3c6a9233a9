import type { SampleView } from '../../contract/sample.ts'
import type { Ctx } from '../platform/ctx.ts'
import type { Platform } from '../platform/platform.ts'
import { forgetWorkspaces } from '../workspaces/index.ts'

const lastSaid = new WeakMap<Platform, Map<string, string>>()

/**
 * The sample is made and removed by a worker, which may be another process. Whoever watches it come
 * can enter the moment they read that it is ready: what this process remembered of who may enter
 * where is forgotten then.
 */
export function noticeChange(platform: Platform, ctx: Ctx, view: SampleView): SampleView {
  const said = lastSaid.get(platform) ?? new Map<string, string>()
  lastSaid.set(platform, said)
  const now = `${view.state} ${view.slug}`
  if (said.get(ctx.workspaceId) !== now) forgetWorkspaces(platform)
  said.set(ctx.workspaceId, now)
  return view
}
