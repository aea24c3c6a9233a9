/** What would become of many cases, before anything does. Pure. */

import type { closeCase, moveCase, prioritiseCase } from '../../contract/case-work.ts'
import { type CaseRow, endsUnanswered } from '../../contract/cases.ts'
import type { CallOf } from '../../contract/endpoint.ts'

type Body<E extends typeof closeCase | typeof moveCase | typeof prioritiseCase> = CallOf<E>['body']
export type BulkAct =
  | { verb: 'close'; body: Body<typeof closeCase> }
  | { verb: 'move'; body: Body<typeof moveCase> }
  | { verb: 'prioritise'; body: Body<typeof prioritiseCase> }

export type SkipReason = 'closed' | 'unanswered' | 'same'

export interface BulkPlan {
  change: [id: string, number: number][]
  skipped: Partial<Record<SkipReason, number>>
}

type Row = Pick<CaseRow, 'id' | 'state' | 'firstReplyAt' | 'priority' | 'category'>

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
    case 'close':
      if (row.state === 'closed') return 'closed'
      return row.firstReplyAt === null && !endsUnanswered(body.resolution) ? 'unanswered' : null
    case 'move':
      return (row.category?.id ?? null) === body.categoryId ? 'same' : null
    case 'prioritise':
      return row.priority === body.priority ? 'same' : null
  }
}
