import { Dropdown } from 'antd'
import type { CaseViewName } from '../../contract/cases.ts'
import { Icon } from '../ui/icon.tsx'
import { useWords } from '../words/words.tsx'
import { choosing, sortOf } from './filter.ts'
import { FilterButton } from './filter-bar.tsx'
import type { Inbox } from './inbox.ts'

const sorts = ['due', 'newest', 'oldest'] as const

/** Over the list: how much there is, in which order, and the way to narrow it. */
export function ListSort({ inbox, count }: { inbox: Inbox; count: string }) {
  const { cases } = useWords()
  const { search } = inbox
  const sorted = sortOf(search)
  return (
    <div className="list-sort">
      <span className="list-view-name">{cases.views[(search.view ?? 'all') as CaseViewName]}</span>
      <span>{count}</span>
      <Dropdown
        trigger={['click']}
        menu={{
          selectedKeys: [sorted],
          items: sorts.map((sort) => ({
            key: sort,
            label: cases.sort[sort],
            onClick: () => inbox.setSearch(choosing(search, 'sort', sort)),
          })),
        }}
      >
        <button type="button" className="bare" aria-label={cases.sortBy}>
          {cases.sort[sorted]} <Icon name="down" size={12} />
        </button>
      </Dropdown>
      <FilterButton inbox={inbox} />
    </div>
  )
}
