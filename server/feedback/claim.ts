/** What a guest holds instead of an account: the number people quote and a code only they were given. */
import type { Ctx } from '../platform/ctx.ts'
import { signedCode } from '../platform/ids.ts'

const codeLength = 10

/** Nothing of it is stored: it can be made again from the installation's secret. */
export function claimCode(ctx: Pick<Ctx, 'secret' | 'workspaceId'>, feedbackId: string): string {
  return signedCode(ctx.secret, 'claim', `${ctx.workspaceId} ${feedbackId}`, codeLength)
}

/** Where the customer follows it; without the server's own address when that is not configured. */
export function trackUrl(
  ctx: Pick<Ctx, 'secret' | 'workspaceId' | 'config'>,
  slug: string,
  feedback: { feedbackId: string; number: number },
): string {
  const code = claimCode(ctx, feedback.feedbackId)
  return `${ctx.config.publicUrl ?? ''}/p/${slug}/t/${feedback.number}-${code}`
}
