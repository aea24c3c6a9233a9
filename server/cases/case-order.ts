/** The orders of the list, and how a page goes on after another. */
import { type SqlBool, sql } from 'kysely'
import type { CaseFilter } from '../../contract/cases.ts'
import { Invalid } from '../platform/errors.ts'
import { decodeCursor, encodeCursor, isId, isMoment } from '../platform/http/cursor.ts'
import type { Case } from './case.ts'

export type Sort = CaseFilter['sort']
export type Place = Pick<Case, 'id' | 'opened_at' | 'due_at' | 'due_rank'>

/** What is owed first, by when it is due; then answered, then closed. */
const orders = {
  newest: sql`c.opened_at desc, c.id desc`,
  oldest: sql`c.opened_at, c.id`,
  due: sql`c.due_rank, c.due_at, c.id`,
} as const

export const orderOf = (sort: Sort) => orders[sort]

export function cursorAt(sort: Sort, place: Place): string {
  return sort === 'due'
    ? encodeCursor([sort, place.due_rank, place.due_at.toISOString(), place.id])
    : encodeCursor([sort, 0, place.opened_at.toISOString(), place.id])
}

/** What comes after the cursor. A cursor of another order is refused. */
export function afterCursor(sort: Sort, cursor: string) {
  const [made, rank, at, id] = decodeCursor(cursor, 4)
  const isOurs =
    made === sort && (rank === 0 || rank === 1 || rank === 2) && isMoment(at) && isId(id)
  if (!isOurs) throw new Invalid('cursor_invalid', 'cursor')
  if (sort === 'newest')
    return sql<SqlBool>`(c.opened_at, c.id) < (${at}::timestamptz, ${id}::uuid)`
  if (sort === 'oldest')
    return sql<SqlBool>`(c.opened_at, c.id) > (${at}::timestamptz, ${id}::uuid)`
  return sql<SqlBool>`(c.due_rank, c.due_at, c.id) > (${rank}::smallint, ${at}::timestamptz, ${id}::uuid)`
}
