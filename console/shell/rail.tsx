import { useLocation } from '@tanstack/react-router'
import { Tooltip } from 'antd'
import { useEffect } from 'react'
import { PageLink } from '../go.tsx'
import { Icon, Mark } from '../ui/icon.tsx'
import { useWords } from '../words/words.tsx'
import { useViewer } from '../workspaces/viewer.tsx'
import { AccountMenu } from './account-menu.tsx'
import { destinations, inboxPage, pageOf } from './navigation.ts'
import { WorkspaceMenu } from './workspace-menu.tsx'

/** Where one can go. On a phone it lies at the bottom. */
export function Rail({ openHelp }: { openHelp: () => void }) {
  const words = useWords()
  const viewer = useViewer()
  const path = useLocation({ select: ({ pathname }) => pathname })
  const current = /^\/w\/[^/]+\/([^/]+)|^\/console\/w\/[^/]+\/([^/]+)/.exec(path)
  const page = current?.[1] ?? current?.[2]
  const place = destinations.find((destination) => destination.page === page)
  const title = place
    ? `${words.shell.nav[place.name]} · ${viewer.workspace.name}`
    : words.shell.product
  useEffect(() => {
    document.title = title
  }, [title])
  return (
    <nav className="rail" aria-label={words.shell.product}>
      <PageLink page={inboxPage} className="rail-mark" aria-label={words.shell.product}>
        <Mark />
      </PageLink>
      <WorkspaceMenu />
      <div className="rail-pages">
        {destinations
          .filter(({ permission }) => viewer.permissions.includes(permission))
          .map((destination) => (
            <Tooltip
              key={destination.page}
              title={words.shell.nav[destination.name]}
              placement="right"
            >
              <PageLink
                page={pageOf(destination)}
                className={`rail-page rail-${destination.page}`}
                aria-label={words.shell.nav[destination.name]}
                aria-current={page === destination.page ? 'page' : undefined}
              >
                <Icon name={destination.icon} size={20} />
                <span className="rail-name">{words.shell.nav[destination.name]}</span>
              </PageLink>
            </Tooltip>
          ))}
      </div>
      <div className="rail-end">
        <Tooltip title={words.shell.shortcuts} placement="right">
          <button
            type="button"
            className="rail-page rail-help"
            onClick={openHelp}
            aria-label={words.shell.shortcuts}
          >
            <Icon name="help" size={20} />
          </button>
        </Tooltip>
        <AccountMenu />
      </div>
    </nav>
  )
}
