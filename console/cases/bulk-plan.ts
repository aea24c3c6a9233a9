/** What would become of many cases, before anything does. Pure. */

import type { assignCase, closeCase, moveCase, prioritiseCase } from '../../contract/case-work.ts'
import { type CaseRow, endsUnanswered } from '../../contract/cases.ts'
import type { CallOf } from '../../contract/endpoint.ts'

type Act = typeof assignCase | typeof closeCase | typeof moveCase | typeof prioritiseCase
type Body<E extends Act> = CallOf<E>['body']
export type BulkAct =
  | { verb: 'assign'; body: Body<typeof assignCase> }
  | { verb: 'close'; body: Body<typeof closeCase> }
  | { verb: 'move'; body: Body<typeof moveCase> }
  | { verb: 'prioritise'; body: Body<typeof prioritiseCase> }

export type SkipReason = 'closed' | 'unanswered' | 'same'

export interface BulkPlan {
  change: [id: string, number: number][]
  skipped: Partial<Record<SkipReason, number>>
}

type Row = Pick<
  CaseRow,
  'id' | 'state' | 'firstReplyAt' | 'priority' | 'category' | 'team' | 'assignee'
>

/** Of a case that is no longer listed nothing is known; the server will say. */
export function planFor(
  act: BulkAct,
  chosen: ReadonlyMap<string, number>,
  rows: readonly Row[],
): BulkPlan {
  const known = new Map(rows.map((row) => [row.id, row]))
  const plan: BulkPlan = { change: [], skipped: {} }
  for (const [id, number] of chosen) {
    const row = known.get(id)
    const reason = row ? skipping(act, row) : null
    if (reason) plan.skipped[reason] = (plan.skipped[reason] ?? 0) + 1
    else plan.change.push([id, number])
  }
  return plan
}

function skipping({ verb, body }: BulkAct, row: Row): SkipReason | null {
  switch (verb) {
    // Nobody is given what is over; opened again, it goes back to who had it.
    case 'assign':
      if (row.state === 'closed') return 'closed'
      return isKept(row.team, body.teamId) && isKept(row.assignee, body.assigneeId) ? 'same' : null
    case 'close':
      if (row.state === 'closed') return 'closed'
      return row.firstReplyAt === null && !endsUnanswered(body.resolution) ? 'unanswered' : null
    case 'move':
      return (row.category?.id ?? null) === body.categoryId ? 'same' : null
    case 'prioritise':
      return row.priority === body.priority ? 'same' : null
  }
}

/** What is not spoken of stays as it is. */
function isKept(now: { id: string } | null, wanted: string | null | undefined): boolean {
  return wanted === undefined || wanted === (now?.id ?? null)
}
