import type { InputOf, ReplyOf } from '../../../contract/endpoint.ts'
import type {
  countAlerts as countEndpoint,
  listAlerts as endpoint,
} from '../../../contract/radar.ts'
import type { Ctx } from '../../platform/ctx.ts'
import { Invalid } from '../../platform/errors.ts'
import { decodeCursor, encodeCursor, isId } from '../../platform/http/cursor.ts'
import { presentAlerts } from './present-alerts.ts'

/** Alerts, the newest first: those that go on, those that are past, or all. */
export async function listAlerts(
  ctx: Ctx,
  input: InputOf<typeof endpoint>,
): Promise<ReplyOf<typeof endpoint>> {
  let query = ctx.db.selectFrom('alerts').selectAll().where('workspace_id', '=', ctx.workspaceId)
  if (input.state) query = query.where('ended_at', input.state === 'live' ? 'is' : 'is not', null)
  if (input.cursor) {
    const [at, id] = decodeCursor(input.cursor, 2)
    if (typeof at !== 'number' || !Number.isSafeInteger(at) || Math.abs(at) > 8e15 || !isId(id))
      throw new Invalid('cursor_invalid', 'cursor')
    query = query.where((eb) => eb(eb.refTuple('raised_at', 'id'), '<', eb.tuple(new Date(at), id)))
  }
  const rows = await query
    .orderBy('raised_at', 'desc')
    .orderBy('id', 'desc')
    .limit(input.limit + 1)
    .execute()
  const shown = rows.slice(0, input.limit)
  const last = shown.at(-1)
  return {
    items: await presentAlerts(ctx, shown),
    nextCursor:
      rows.length > input.limit && last ? encodeCursor([last.raised_at.getTime(), last.id]) : null,
  }
}

/** How many nobody has looked at. */
export async function countAlerts(ctx: Ctx): Promise<ReplyOf<typeof countEndpoint>> {
  const { raised } = await ctx.db
    .selectFrom('alerts')
    .select((eb) => eb.fn.countAll<number>().as('raised'))
    .where('workspace_id', '=', ctx.workspaceId)
    .where('ended_at', 'is', null)
    .where('state', '=', 'raised')
    .executeTakeFirstOrThrow()
  return { raised: Number(raised) }
}
