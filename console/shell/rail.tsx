import { useLocation } from '@tanstack/react-router'
import { Dropdown, Tooltip } from 'antd'
import { useEffect } from 'react'
import { PageLink, useGo } from '../go.tsx'
import { useRaisedCount } from '../radar/queries.ts'
import { Icon, Mark } from '../ui/icon.tsx'
import { useWords } from '../words/words.tsx'
import { useViewer } from '../workspaces/viewer.tsx'
import { AccountMenu } from './account-menu.tsx'
import { KeyCaps } from './key-caps.tsx'
import { type Destination, destinations, inboxPage, pageOf } from './navigation.ts'
import { WorkspaceMenu } from './workspace-menu.tsx'

/** Where one can go. On a phone it lies at the bottom. */
export function Rail({ openHelp }: { openHelp: () => void }) {
  const words = useWords()
  const viewer = useViewer()
  const path = useLocation({ select: ({ pathname }) => pathname })
  const current = /^\/w\/[^/]+\/([^/]+)|^\/console\/w\/[^/]+\/([^/]+)/.exec(path)
  const page = current?.[1] ?? current?.[2]
  const open = destinations.filter(({ permission }) => viewer.permissions.includes(permission))
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
        {open.map((destination) => (
          <Tooltip
            key={destination.page}
            title={<KeyCaps keys={destination.keys} />}
            placement="right"
          >
            <PageLink
              page={pageOf(destination)}
              className={destination.aside ? 'rail-page rail-aside' : 'rail-page'}
              aria-current={page === destination.page ? 'page' : undefined}
            >
              <Icon name={destination.icon} size={20} />
              <span className="rail-name">{words.shell.nav[destination.name]}</span>
              {destination.page === 'radar' && <RaisedBadge />}
            </PageLink>
          </Tooltip>
        ))}
        <More aside={open.filter(({ aside }) => aside)} current={page} />
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

/** Alerts nobody has looked at yet. */
function RaisedBadge() {
  const words = useWords()
  const raised = useRaisedCount()
  if (raised === 0) return null
  return (
    <span
      className="rail-badge"
      role="status"
      aria-label={words.shell.waiting(words.shell.nav.radar, raised)}
    >
      {raised > 99 ? '99+' : raised}
    </span>
  )
}

/** What has no room at the bottom of a phone. */
function More({ aside, current }: { aside: Destination[]; current: string | undefined }) {
  const words = useWords()
  const go = useGo()
  const here = aside.find(({ page }) => page === current)
  if (aside.length === 0) return null
  return (
    <Dropdown
      trigger={['click']}
      placement="top"
      menu={{
        selectedKeys: here ? [here.page] : [],
        items: aside.map((destination) => ({
          key: destination.page,
          icon: <Icon name={destination.icon} />,
          label: words.shell.nav[destination.name],
          onClick: () => go(pageOf(destination)),
        })),
      }}
    >
      <button
        type="button"
        className="rail-page rail-more"
        aria-current={here ? 'page' : undefined}
      >
        <Icon name="more" size={20} />
        <span className="rail-name">{words.shell.nav.more}</span>
      </button>
    </Dropdown>
  )
}
