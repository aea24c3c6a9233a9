import { useQueryClient } from '@tanstack/react-query'
import { useVirtualizer } from '@tanstack/react-virtual'
import { Button, Dropdown } from 'antd'
import { useEffect, useMemo, useRef } from 'react'
import type { CaseRow } from '../../contract/cases.ts'
import { usePublish } from '../shell/here.tsx'
import { Failure } from '../ui/failure.tsx'
import { Icon } from '../ui/icon.tsx'
import { useNow } from '../ui/moment.ts'
import { stringifySearch } from '../url-search.ts'
import { useWords } from '../words/words.tsx'
import { useZone } from '../workspaces/viewer.tsx'
import { BulkBar } from './bulk-bar.tsx'
import { CaseListRow } from './case-row.tsx'
import { choosing } from './filter.ts'
import { FilterButton, FilterChips } from './filter-bar.tsx'
import type { Inbox } from './inbox.ts'
import { ListEmpty } from './list-empty.tsx'
import { caseKeys, useCaseList } from './queries.ts'
import { listIsOld } from './refresh.ts'
import { SearchBox } from './search-box.tsx'

const rowHeight = 88
const sorts = ['due', 'newest', 'oldest'] as const
/** Where each list was scrolled to, so that coming back finds it there. */
const offsets = new Map<string, number>()

export function CaseList({ inbox, showViews }: { inbox: Inbox; showViews: () => void }) {
  const words = useWords()
  const now = useNow()
  const zone = useZone()
  const queries = useQueryClient()
  const { search, selection } = inbox
  const list = useCaseList(search)
  const key = caseKeys.list(search)
  const name = JSON.stringify(key)
  const old = queries.getQueryData(listIsOld(key)) === true
  const rows = useMemo(() => list.data?.pages.flatMap(({ items }) => items) ?? [], [list.data])
  const scroller = useRef<HTMLDivElement>(null)
  const input = useRef<HTMLInputElement>(null)
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
    if (hasNextPage && !isFetchingNextPage && last >= rows.length - 20) fetchNextPage()
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
  usePublish('list', {
    next: () => step(1),
    previous: () => step(-1),
    toggleSelected: () => {
      const row: CaseRow | undefined = rows[current]
      if (row) selection.toggle(row.id, row.number)
    },
    focusSearch: () => {
      input.current?.focus()
      input.current?.select()
    },
  })
  const refresh = () => {
    queries.removeQueries({ queryKey: listIsOld(key) })
    queries.resetQueries({ queryKey: key, exact: true })
    offsets.delete(name)
    scroller.current?.scrollTo({ top: 0 })
  }

  return (
    <section className="list" aria-label={words.cases.listTitle}>
      <div className="list-top">
        <button
          type="button"
          className="bare list-views"
          onClick={showViews}
          aria-label={words.shell.nav.inbox}
        >
          <Icon name="filter" size={20} />
        </button>
        <SearchBox
          value={search.q ?? ''}
          onChange={(q) => inbox.setSearch(choosing(search, 'q', q), { replace: true })}
          input={input}
        />
      </div>
      {selection.chosen.size > 0 ? (
        <BulkBar selection={selection} />
      ) : (
        <div className="list-sort">
          <span className="list-view-name">{words.cases.views[viewOf(search.view)]}</span>
          <span>{list.data && words.cases.shown(rows.length, list.hasNextPage)}</span>
          <Dropdown
            trigger={['click']}
            menu={{
              selectedKeys: [search.sort ?? 'newest'],
              items: sorts.map((sort) => ({
                key: sort,
                label: words.cases.sort[sort],
                onClick: () => inbox.setSearch(choosing(search, 'sort', sort)),
              })),
            }}
          >
            <button type="button" className="bare" aria-label={words.cases.sortBy}>
              {words.cases.sort[sortOf(search.sort)]} <Icon name="down" size={12} />
            </button>
          </Dropdown>
          <FilterButton inbox={inbox} />
        </div>
      )}
      <FilterChips inbox={inbox} />
      {old && (
        <Button
          type="text"
          className="list-old"
          icon={<Icon name="reopen" size={14} />}
          onClick={refresh}
        >
          {words.cases.updated}
        </Button>
      )}
      <div
        ref={scroller}
        className={list.isPlaceholderData ? 'rows rows-passing' : 'rows'}
        aria-busy={list.isPending}
        onScroll={(event) => offsets.set(name, event.currentTarget.scrollTop)}
      >
        {list.isPending && <RowSkeletons />}
        {list.error && rows.length === 0 && (
          <Failure error={list.error} retry={() => list.refetch()} />
        )}
        {list.data && rows.length === 0 && <ListEmpty inbox={inbox} />}
        {rows.length > 0 && (
          <div className="rows-all" style={{ height: virtual.getTotalSize() }}>
            {items.map((item) => {
              const row = rows[item.index]
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
                      toggle={selection.toggle}
                    />
                  ) : (
                    <RowSkeletons count={1} />
                  )}
                </div>
              )
            })}
          </div>
        )}
      </div>
    </section>
  )
}

function RowSkeletons({ count = 8 }: { count?: number }) {
  return Array.from({ length: count }, (_, index) => (
    // biome-ignore lint/suspicious/noArrayIndexKey: they are all the same
    <div key={index} className="row-skeleton">
      <i />
      <i />
      <i />
    </div>
  ))
}

const viewOf = (view: string | undefined) =>
  (view ?? 'all') as keyof ReturnType<typeof useWords>['cases']['views']
const sortOf = (sort: string | undefined) => (sort ?? 'newest') as (typeof sorts)[number]
