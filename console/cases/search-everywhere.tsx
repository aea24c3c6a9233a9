import { Button } from 'antd'
import { Icon } from '../ui/icon.tsx'
import { useWords } from '../words/words.tsx'
import { cleared, everywhere } from './filter.ts'
import type { Inbox } from './inbox.ts'
import { useTotal } from './queries.ts'

/** With so many hits one looks at them first. */
const few = 10

/** A search that found few cases in this view is offered in all of them, where there are more. */
export function SearchEverywhere({ inbox, found }: { inbox: Inbox; found: number }) {
  const { cases } = useWords()
  const wide = everywhere(inbox.search)
  const total = useTotal(wide ?? cleared(inbox.search), { enabled: wide !== null && found < few })
  if (!wide || found >= few || !total || total.count <= found) return null
  return (
    <Button
      type="text"
      className="list-old"
      icon={<Icon name="search" size={14} />}
      onClick={() => inbox.setSearch(wide)}
    >
      {cases.everywhere(total.count, total.more)}
    </Button>
  )
}
