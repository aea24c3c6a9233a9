import { useVirtualizer } from '@tanstack/react-virtual'
import { type UIEvent, useEffect, useMemo, useRef } from 'react'
import type { Inbox } from './inbox.ts'
import { caseKeys, type useCaseList } from './queries.ts'

export const rowHeight = 88
/** So many rows before the end the next page is fetched. */
const ahead = 20
/** Where each list was scrolled to, so that coming back finds it there. */
const offsets = new Map<string, number>()

export type Rows = ReturnType<typeof useRows>

/** The rows of a list as they are scrolled and stepped through; pages come as they are neared. */
export function useRows(inbox: Inbox, list: ReturnType<typeof useCaseList>) {
  const name = JSON.stringify(caseKeys.list(inbox.search))
  const rows = useMemo(() => list.data?.pages.flatMap(({ items }) => items) ?? [], [list.data])
  const scroller = useRef<HTMLDivElement>(null)
  const virtual = useVirtualizer({
    count: rows.length + (list.hasNextPage ? 1 : 0),
    getScrollElement: () => scroller.current,
    estimateSize: () => rowHeight,
    overscan: 8,
    initialOffset: () => offsets.get(name) ?? 0,
    getItemKey: (index) => rows[index]?.id ?? 'more',
  })
  const items = virtual.getVirtualItems()

  const last = items.at(-1)?.index ?? 0
  const { hasNextPage, isFetchingNextPage, fetchNextPage } = list
  useEffect(() => {
    if (hasNextPage && !isFetchingNextPage && last >= rows.length - ahead) fetchNextPage()
  }, [hasNextPage, isFetchingNextPage, last, rows.length, fetchNextPage])
  const before = useRef(name)
  useEffect(() => {
    if (before.current === name) return
    before.current = name
    scroller.current?.scrollTo({ top: offsets.get(name) ?? 0 })
  }, [name])

  const at = useRef(0)
  const current = rows.findIndex(({ id }) => id === inbox.caseId)
  if (current >= 0) at.current = current
  const step = (by: 1 | -1) => {
    // A case that has left the list keeps its place: "next" is the one that moved up into it.
    const from = current >= 0 ? current + by : at.current + (by === 1 && inbox.caseId ? 0 : by)
    const index = inbox.caseId || by === -1 ? from : 0
    const row = rows[Math.min(Math.max(index, 0), rows.length - 1)]
    if (!row) return
    inbox.open(row.id)
    virtual.scrollToIndex(rows.indexOf(row), { align: 'auto' })
  }
  return {
    rows,
    items,
    height: virtual.getTotalSize(),
    scroller,
    step,
    rememberPlace: (event: UIEvent) => offsets.set(name, event.currentTarget.scrollTop),
    toTop: () => {
      offsets.delete(name)
      scroller.current?.scrollTo({ top: 0 })
    },
  }
}
