import { useParams, useSearch } from '@tanstack/react-router'
import { useCallback, useMemo, useState } from 'react'
import { useGo } from '../go.tsx'
import { Empty } from '../ui/empty.tsx'
import { stringifySearch } from '../url-search.ts'
import { useWords } from '../words/words.tsx'
import { CaseList } from './case-list.tsx'
import { CasePane } from './case-pane.tsx'
import { type InboxSearch, searchFrom } from './filter.ts'
import type { Inbox } from './inbox.ts'
import { useCaseList } from './queries.ts'
import { useSelection } from './selection.ts'
import { Views } from './views.tsx'
import './inbox.css'

/** Views, list, case. The address says which. */
export function InboxPage() {
  const go = useGo()
  const { caseId } = useParams({ strict: false })
  const found = useSearch({ strict: false })
  const search = useMemo(() => searchFrom(found), [found])
  const selection = useSelection()
  const [viewsShown, showViews] = useState(false)

  const setSearch = useCallback(
    (next: InboxSearch, how?: { replace: boolean }) => {
      selection.clear()
      // The case being read stays, whatever becomes of the list.
      go(`inbox${caseId ? `/${caseId}` : ''}${stringifySearch(next)}`, how)
    },
    [go, selection, caseId],
  )
  // Moving from case to case replaces: "back" leads to where one came from, not through all of them.
  const open = useCallback(
    (id: string) => go(`inbox/${id}${stringifySearch(search)}`, { replace: caseId !== undefined }),
    [go, search, caseId],
  )
  const closeCase = useCallback(() => go(`inbox${stringifySearch(search)}`), [go, search])
  const inbox: Inbox = { search, caseId, selection, setSearch, open, closeCase }

  return (
    <div className={caseId ? 'inbox inbox-case' : 'inbox'}>
      <Views inbox={inbox} shown={viewsShown} hide={() => showViews(false)} />
      <CaseList inbox={inbox} showViews={() => showViews(true)} />
      {caseId ? (
        <CasePane key={caseId} caseId={caseId} back={closeCase} />
      ) : (
        <NoCase search={search} />
      )}
    </div>
  )
}

/** Beside a list with something to choose from it says how; an empty list speaks for itself. */
function NoCase({ search }: { search: InboxSearch }) {
  const { chooseCase } = useWords().cases
  const { data } = useCaseList(search)
  const something = data?.pages.some(({ items }) => items.length > 0)
  return (
    <section className="case case-none">
      {something && <Empty icon="speech" title={chooseCase[0] ?? ''} hint={chooseCase[1]} />}
    </section>
  )
}
