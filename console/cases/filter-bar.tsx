import { Button, Popover } from 'antd'
import { lazy, Suspense, useState } from 'react'
import { Icon } from '../ui/icon.tsx'
import { useWords } from '../words/words.tsx'
import { choosing, cleared, countFilters, type InboxSearch } from './filter.ts'
import { useFilterNames } from './filter-names.ts'
import type { Inbox } from './inbox.ts'

/** Its calendars weigh more than the list; they come when asked for. */
const FilterForm = lazy(() => import('./filter-form.tsx'))

/** Opens every filter there is. */
export function FilterButton({ inbox }: { inbox: Inbox }) {
  const words = useWords()
  const [open, setOpen] = useState(false)
  const count = countFilters(inbox.search)
  return (
    <Popover
      trigger="click"
      placement="bottomRight"
      arrow={false}
      open={open}
      onOpenChange={setOpen}
      destroyOnHidden
      content={
        <Suspense fallback={<div className="filter-form" />}>
          <FilterForm
            search={inbox.search}
            onChange={(next) => inbox.setSearch(next, { replace: true })}
          />
        </Suspense>
      }
    >
      <button type="button" className={count > 0 ? 'bare bare-on' : 'bare'}>
        <Icon name="filter" size={14} />{' '}
        {count > 0 ? words.cases.filters.on(count) : words.cases.filters.title}
      </button>
    </Popover>
  )
}

/** What narrows the list now, each removable. */
export function FilterChips({ inbox }: { inbox: Inbox }) {
  const words = useWords()
  const names = useFilterNames()
  const { search } = inbox
  const chips = names(search)
  if (chips.length === 0) return null
  const without = (keys: (keyof InboxSearch)[]) =>
    inbox.setSearch(keys.reduce((rest, key) => choosing(rest, key, null), search))
  return (
    <div className="chips">
      {chips.map((chip) => (
        <span key={chip.label} className="chip">
          <span className="clip">
            <span className="faint">{chip.label}</span> {chip.value}
          </span>
          <button
            type="button"
            className="bare"
            aria-label={`${words.shell.remove} ${chip.label}`}
            onClick={() => without(chip.keys)}
          >
            <Icon name="close" size={12} />
          </button>
        </span>
      ))}
      <Button type="link" size="small" onClick={() => inbox.setSearch(cleared(search))}>
        {words.cases.filters.clear}
      </Button>
    </div>
  )
}
