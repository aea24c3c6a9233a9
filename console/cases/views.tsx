import { Drawer } from 'antd'
import { type CaseViewName, caseViews } from '../../contract/cases.ts'
import { PageLink } from '../go.tsx'
import { stringifySearch } from '../url-search.ts'
import { useWords } from '../words/words.tsx'
import { useViewer } from '../workspaces/viewer.tsx'
import { opening } from './filter.ts'
import type { Inbox } from './inbox.ts'
import { useCounts } from './queries.ts'

/** Views and teams with how much waits in each. On small screens they come as a drawer. */
export function Views(props: { inbox: Inbox; shown: boolean; hide: () => void }) {
  const words = useWords()
  return (
    <>
      <aside className="views">
        <ViewLinks inbox={props.inbox} />
      </aside>
      <Drawer
        placement="left"
        size={260}
        open={props.shown}
        onClose={props.hide}
        title={words.shell.nav.inbox}
        styles={{ body: { padding: 10 } }}
      >
        {/* biome-ignore lint/a11y/noStaticElementInteractions: a link inside closes the drawer */}
        {/* biome-ignore lint/a11y/useKeyWithClickEvents: Enter on a link clicks it */}
        <div onClick={props.hide}>
          <ViewLinks inbox={props.inbox} />
        </div>
      </Drawer>
    </>
  )
}

function ViewLinks({ inbox }: { inbox: Inbox }) {
  const words = useWords()
  const { workspace } = useViewer()
  const counts = useCounts().data
  const team = inbox.search.team
  const view = inbox.search.view ?? 'all'
  const shown = (count: number | undefined) => {
    if (count === undefined) return ''
    return counts && count >= counts.cap ? `${counts.cap}+` : String(count)
  }
  return (
    <nav aria-label={words.shell.nav.inbox}>
      <h2 className="views-name">{workspace.name}</h2>
      {caseViews.map((name) => (
        <ViewLink
          key={name}
          page={`inbox${stringifySearch(opening(name))}`}
          label={words.cases.views[name]}
          count={shown(counts?.views[name])}
          late={name === 'due' && (counts?.views.due ?? 0) > 0}
          on={view === name && !team}
        />
      ))}
      {counts && counts.teams.length > 0 && <h3>{words.cases.teams}</h3>}
      {counts?.teams.map(({ id, name, open }) => (
        <ViewLink
          key={id}
          page={`inbox${stringifySearch({ ...opening('open' satisfies CaseViewName), team: id })}`}
          label={name}
          count={shown(open)}
          late={false}
          on={team === id}
        />
      ))}
    </nav>
  )
}

function ViewLink(props: {
  page: string
  label: string
  count: string
  late: boolean
  on: boolean
}) {
  return (
    <PageLink page={props.page} className="view" aria-current={props.on ? 'page' : undefined}>
      <span className="view-label">{props.label}</span>
      <span className={props.late ? 'count count-late' : 'count'}>{props.count}</span>
    </PageLink>
  )
}
