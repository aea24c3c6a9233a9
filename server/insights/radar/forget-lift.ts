import type { InputOf, ReplyOf } from '../../../contract/endpoint.ts'
import type { forgetLift as endpoint } from '../../../contract/radar.ts'
import type { Ctx } from '../../platform/ctx.ts'
import { NotFound } from '../../platform/errors.ts'
import { forgetLift } from './lifts.ts'

/** Takes back what people taught the radar about a series: it warns as before. */
export async function forgetTaughtLift(
  ctx: Ctx,
  { series }: InputOf<typeof endpoint>,
): Promise<ReplyOf<typeof endpoint>> {
  await ctx.write(async (tx) => {
    if (!(await forgetLift(tx, series))) throw new NotFound()
    tx.record('radar.lift_forgotten', { series })
  })
  return {}
}
