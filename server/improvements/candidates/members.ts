/** The cases of a group, newest first, and how lists show them. */

import type { LikeCase } from '../../../contract/candidates.ts'
import { maskPersonalData } from '../../../reading/index.ts'
import { type Case, casesById, passageOf } from '../../cases/index.ts'
import { loadFeedback } from '../../feedback/index.ts'
import type { Tx } from '../../platform/ctx.ts'
import { Invalid } from '../../platform/errors.ts'
import { decodeCursor, encodeCursor, isId, isMoment } from '../../platform/http/cursor.ts'
import type { Reader } from '../problem.ts'

export const membersAtOnce = 30
/** Of a long text: no more is looked through for what to show of it. */
const longestShown = 2000
const shownLength = 80

export async function membersOf(tx: Tx, groupId: string, limit: number): Promise<string[]> {
  const rows = await tx.db
    .selectFrom('case_prints')
    .select('case_id')
    .where('workspace_id', '=', tx.workspaceId)
    .where('group_id', '=', groupId)
    .orderBy('opened_at', 'desc')
    .orderBy('case_id', 'desc')
    .limit(limit)
    .execute()
  return rows.map(({ case_id }) => case_id)
}

/** A page of them; `unlinked`: only those that nobody has put there. */
export async function pageOfMembers(
  ctx: Reader,
  groupId: string,
  { cursor, unlinked }: { cursor?: string | undefined; unlinked: boolean },
): Promise<{ ids: string[]; nextCursor: string | null }> {
  let query = ctx.db
    .selectFrom('case_prints')
    .select(['case_id', 'opened_at'])
    .where('workspace_id', '=', ctx.workspaceId)
    .where('group_id', '=', groupId)
  if (unlinked) query = query.where('decided', '=', false)
  if (cursor !== undefined) {
    const [at, id] = decodeCursor(cursor, 2)
    if (!isMoment(at) || !isId(id)) throw new Invalid('cursor_invalid', 'cursor')
    query = query.where((eb) =>
      eb(eb.refTuple('opened_at', 'case_id'), '<', eb.tuple(new Date(at), id)),
    )
  }
  const rows = await query
    .orderBy('opened_at', 'desc')
    .orderBy('case_id', 'desc')
    .limit(membersAtOnce + 1)
    .execute()
  const shown = rows.slice(0, membersAtOnce)
  const last = shown.at(-1)
  return {
    ids: shown.map(({ case_id }) => case_id),
    nextCursor:
      rows.length > membersAtOnce && last
        ? encodeCursor([last.opened_at.toISOString(), last.case_id])
        : null,
  }
}

/** In the order of the ids; those that are gone are left out. */
export async function presentLikeCases(
  ctx: Reader,
  asked: readonly { id: string; words: readonly string[] }[],
): Promise<LikeCase[]> {
  const ids = [...new Set(asked.map(({ id }) => id))]
  const [cases, said] = await Promise.all([casesById(ctx, ids), loadFeedback(ctx, ids)])
  const texts = new Map(said.map(({ id, text }) => [id, text]))
  return asked.flatMap(({ id, words }) => {
    const one = cases.get(id)
    return one ? [presentLikeCase(one, texts.get(id) ?? one.title, words)] : []
  })
}

function presentLikeCase(one: Case, text: string, words: readonly string[]): LikeCase {
  const masked = maskPersonalData(text.slice(0, longestShown))
  const plain = [...masked.replace(/\s+/g, ' ').trim()]
  return {
    id: one.id,
    number: one.number,
    passage: passageOf(masked, words) ?? {
      text: plain.slice(0, shownLength).join('') + (plain.length > shownLength ? '…' : ''),
      hits: [],
    },
    openedAt: one.opened_at.toISOString(),
    state: one.state,
    problem:
      one.problem_id === null
        ? null
        : { id: one.problem_id, number: one.problem_number ?? 0, title: one.problem_title ?? '' },
  }
}
