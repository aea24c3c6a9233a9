import { useParams } from '@tanstack/react-router'
import { useEffect, useRef } from 'react'
import { PageLink } from '../go.tsx'
import { NotPermitted } from '../ui/not-permitted.tsx'
import { useWords } from '../words/words.tsx'
import { settingsTabs } from './settings-tabs.ts'
import { useViewer } from './viewer.tsx'
import './settings.css'

/** Settings, one page per subject. */
export function SettingsPage() {
  const words = useWords()
  const { permissions } = useViewer()
  const { tab } = useParams({ strict: false }) as { tab?: string }
  const tabs = settingsTabs.filter(({ permission }) => permissions.includes(permission))
  const closed =
    !tabs.some(({ name }) => name === tab) && settingsTabs.some(({ name }) => name === tab)
  const current = closed ? undefined : (tabs.find(({ name }) => name === tab) ?? tabs[0])
  const strip = useRef<HTMLElement>(null)
  // On a phone the tabs lie in a strip wider than the screen.
  useEffect(() => {
    const chosen = strip.current?.querySelector('[aria-current]')
    if (current) chosen?.scrollIntoView({ block: 'nearest', inline: 'center' })
  }, [current])
  return (
    <div className="settings">
      <nav ref={strip} className="settings-tabs" aria-label={words.settings.title}>
        <h1>{words.settings.title}</h1>
        {tabs.map(({ name }) => (
          <PageLink
            key={name}
            page={`settings/${name}`}
            className="view"
            aria-current={name === current?.name ? 'page' : undefined}
          >
            {words.settings.tabs[name]}
          </PageLink>
        ))}
      </nav>
      {current ? <current.page key={current.name} /> : <NotPermitted />}
    </div>
  )
}
