import { Button } from 'antd'
import { Empty } from '../ui/empty.tsx'
import { PageButton } from '../ui/page-button.tsx'
import { useWords } from '../words/words.tsx'
import { useMay, useViewer } from '../workspaces/viewer.tsx'
import { cleared, countFilters } from './filter.ts'
import type { Inbox } from './inbox.ts'

/** An empty list says why it is empty and where to go from here. */
export function ListEmpty({ inbox }: { inbox: Inbox }) {
  const words = useWords()
  const { workspace } = useViewer()
  const mayImport = useMay('imports.manage')
  const mayLookAround = useMay('sample.manage') && !workspace.sample
  const { search } = inbox
  if (search.q || countFilters(search) > 0) {
    const [title = '', hint] = words.cases.emptyFiltered
    return (
      <Empty icon="search" title={title} hint={hint}>
        <Button onClick={() => inbox.setSearch(cleared(search))}>
          {words.cases.filters.clear}
        </Button>
      </Empty>
    )
  }
  const view = (search.view ?? 'all') as keyof typeof words.cases.empty
  const [title, hint] = words.cases.empty[view]
  const toStart = view === 'open' || view === 'all' || view === 'unassigned'
  return (
    <Empty icon={view === 'mine' || view === 'due' ? 'check' : 'inbox'} title={title} hint={hint}>
      {toStart && (
        <>
          <Button href={`/p/${workspace.slug}`} target="_blank">
            {words.cases.openPortal}
          </Button>
          {mayImport && <PageButton page="imports">{words.cases.importSheet}</PageButton>}
          {mayLookAround && (
            <PageButton page="settings/sample">{words.settings.tabs.sample}</PageButton>
          )}
        </>
      )}
    </Empty>
  )
}
