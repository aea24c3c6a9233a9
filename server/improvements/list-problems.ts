import type { InputOf, ReplyOf } from '../../contract/endpoint.ts'
import type {
  listProblems as listEndpoint,
  ProblemView,
  showProblem as showEndpoint,
} from '../../contract/improvements.ts'
import type { Ctx } from '../platform/ctx.ts'
import { Invalid } from '../platform/errors.ts'
import { decodeCursor, encodeCursor } from '../platform/http/cursor.ts'
import { presentProblem, presentProblems } from './problem.ts'

/** What the database can count to. */
const mostCustomers = 2 ** 31 - 1

/** Problems, those with most customers first; found by words of the title, or by number. */
export async function listProblems(
  ctx: Ctx,
  input: InputOf<typeof listEndpoint>,
): Promise<ReplyOf<typeof listEndpoint>> {
  const words = input.q ?? ''
  const number = /^#?(\d{1,9})$/.exec(words)?.[1]
  let query = ctx.db.selectFrom('problems').selectAll().where('workspace_id', '=', ctx.workspaceId)
  if (input.state) query = query.where('state', '=', input.state)
  if (words)
    query = query.where((eb) =>
      eb.or([
        eb('title', 'ilike', `%${literally(words)}%`),
        ...(number ? [eb('number', '=', Number(number))] : []),
      ]),
    )
  if (input.cursor) {
    const { customers, id } = place(input.cursor)
    query = query.where((eb) => eb(eb.refTuple('customers', 'id'), '<', eb.tuple(customers, id)))
  }
  const rows = await query
    .orderBy('customers', 'desc')
    .orderBy('id', 'desc')
    .limit(input.limit + 1)
    .execute()
  const shown = rows.slice(0, input.limit)
  const last = shown.at(-1)
  return {
    items: await presentProblems(ctx, shown),
    nextCursor: rows.length > input.limit && last ? encodeCursor([last.customers, last.id]) : null,
  }
}

/** One problem, with what stands behind it and the releases that fix it. */
export async function showProblem(
  ctx: Ctx,
  input: InputOf<typeof showEndpoint>,
): Promise<ProblemView> {
  return presentProblem(ctx, input.problemId)
}

function place(cursor: string): { customers: number; id: string } {
  const [customers, id] = decodeCursor(cursor, 2)
  if (!isCount(customers) || !isUuid(id)) throw new Invalid('cursor_invalid', 'cursor')
  return { customers: Number(customers), id: String(id) }
}

function isCount(value: unknown): boolean {
  return (
    typeof value === 'number' && Number.isInteger(value) && value >= 0 && value <= mostCustomers
  )
}

export function isUuid(value: unknown): boolean {
  return typeof value === 'string' && /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(value)
}

/** `50%` means itself. */
function literally(words: string): string {
  return words.replace(/[\\%_]/g, '\\$&')
}
