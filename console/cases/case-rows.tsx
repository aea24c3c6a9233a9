import { useNow } from '../ui/moment.ts'
import { stringifySearch } from '../url-search.ts'
import { useZone } from '../workspaces/viewer.tsx'
import { CaseListRow } from './case-row.tsx'
import { sortOf } from './filter.ts'
import type { Inbox } from './inbox.ts'
import { type Rows, rowHeight } from './use-rows.ts'

/** The rows that are on the screen, each where it belongs. */
export function CaseRows({ inbox, shown }: { inbox: Inbox; shown: Rows }) {
  const now = useNow()
  const zone = useZone()
  const { search, selection } = inbox
  return (
    <div className="rows-all" style={{ height: shown.height }}>
      {shown.items.map((item) => {
        const row = shown.rows[item.index]
        return (
          <div
            key={item.key}
            className="rows-one"
            style={{ height: rowHeight, transform: `translateY(${item.start}px)` }}
          >
            {row ? (
              <CaseListRow
                row={row}
                page={`inbox/${row.id}${stringifySearch(search)}`}
                on={row.id === inbox.caseId}
                chosen={selection.chosen.has(row.id)}
                choosing={selection.chosen.size > 0}
                now={now}
                zone={zone}
                sort={sortOf(search)}
                toggle={selection.toggle}
              />
            ) : (
              <RowSkeletons count={1} />
            )}
          </div>
        )
      })}
    </div>
  )
}

export function RowSkeletons({ count = 8 }: { count?: number }) {
  return Array.from({ length: count }, (_, index) => (
    // biome-ignore lint/suspicious/noArrayIndexKey: they are all the same
    <div key={index} className="row-skeleton">
      <i />
      <i />
      <i />
    </div>
  ))
}
