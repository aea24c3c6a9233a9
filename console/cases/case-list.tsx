import { useQueryClient } from '@tanstack/react-query'
import { Button } from 'antd'
import { useRef } from 'react'
import { usePublish } from '../shell/here.tsx'
import { Failure } from '../ui/failure.tsx'
import { Icon } from '../ui/icon.tsx'
import { useWords } from '../words/words.tsx'
import { BulkBar } from './bulk-bar.tsx'
import { CaseRows, RowSkeletons } from './case-rows.tsx'
import { choosing } from './filter.ts'
import { FilterChips } from './filter-bar.tsx'
import type { Inbox } from './inbox.ts'
import { ListEmpty } from './list-empty.tsx'
import { ListSort } from './list-sort.tsx'
import { caseKeys, useCaseList, useTotal } from './queries.ts'
import { listIsOld } from './refresh.ts'
import { SearchBox } from './search-box.tsx'
import { SearchEverywhere } from './search-everywhere.tsx'
import { useRows } from './use-rows.ts'

/** What waits, searched, filtered and sorted. */
export function CaseList({ inbox, showViews }: { inbox: Inbox; showViews: () => void }) {
  const words = useWords()
  const queries = useQueryClient()
  const { search, selection } = inbox
  const list = useCaseList(search)
  const key = caseKeys.list(search)
  const old = queries.getQueryData(listIsOld(key)) === true
  const input = useRef<HTMLInputElement>(null)
  const shown = useRows(inbox, list)
  const { rows } = shown
  const total = useTotal(search, { enabled: list.hasNextPage && !list.isPlaceholderData })
  const count = () => {
    if (!list.data) return ''
    if (!list.hasNextPage) return words.cases.counted(rows.length)
    if (!total) return words.cases.loaded(rows.length)
    const atLeast = Math.max(total.count, rows.length)
    return total.more ? words.cases.countedOver(atLeast) : words.cases.counted(atLeast)
  }
  usePublish('list', {
    next: () => shown.step(1),
    previous: () => shown.step(-1),
    toggleSelected: () => {
      const row = rows.find(({ id }) => id === inbox.caseId)
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
    shown.toTop()
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
        <BulkBar selection={selection} rows={rows} />
      ) : (
        <ListSort inbox={inbox} count={count()} />
      )}
      <FilterChips inbox={inbox} />
      {list.data && !list.hasNextPage && !list.isPlaceholderData && (
        <SearchEverywhere inbox={inbox} found={rows.length} />
      )}
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
        ref={shown.scroller}
        className={list.isPlaceholderData ? 'rows rows-passing' : 'rows'}
        aria-busy={list.isPending}
        onScroll={shown.rememberPlace}
      >
        {list.isPending && <RowSkeletons />}
        {list.error && rows.length === 0 && (
          <Failure error={list.error} retry={() => list.refetch()} />
        )}
        {list.data && rows.length === 0 && <ListEmpty inbox={inbox} />}
        {rows.length > 0 && <CaseRows inbox={inbox} shown={shown} />}
      </div>
    </section>
  )
}
