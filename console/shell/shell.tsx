import { Outlet, useParams } from '@tanstack/react-router'
import { Skeleton } from 'antd'
import { Suspense, useCallback, useEffect, useState } from 'react'
import { useLive } from '../operations/live.ts'
import { remember } from '../ui/stored.ts'
import { useLooks } from '../ui/theme.tsx'
import { useWords } from '../words/words.tsx'
import { useViewerQuery } from '../workspaces/queries.ts'
import { ViewerContext } from '../workspaces/viewer.tsx'
import { Broken } from './broken.tsx'
import { CommandBar } from './command-bar.tsx'
import { HereProvider } from './here.tsx'
import { Keyboard } from './keyboard.tsx'
import { Rail } from './rail.tsx'
import { ShortcutSheet } from './shortcut-sheet.tsx'
import './shell.css'

/** The frame around every page of a workspace. */
export function Shell() {
  const { slug = '' } = useParams({ strict: false })
  const viewer = useViewerQuery(slug)
  const { suggestLocale } = useLooks()
  const locale = viewer.data?.workspace.locale
  useEffect(() => {
    if (locale) suggestLocale(locale)
  }, [locale, suggestLocale])
  useEffect(() => remember('huiyin.workspace', slug), [slug])

  if (viewer.data) {
    return (
      <ViewerContext value={viewer.data}>
        <Frame />
      </ViewerContext>
    )
  }
  if (viewer.error) return <Broken error={viewer.error} reset={() => viewer.refetch()} />
  return (
    <div className="shell" aria-busy="true">
      <div className="rail" />
      <div className="page">
        <Skeleton active title paragraph={{ rows: 6 }} />
      </div>
    </div>
  )
}

function Frame() {
  const words = useWords()
  const lost = useLive()
  const [sheet, setSheet] = useState<'help' | 'commands' | null>(null)
  const openHelp = useCallback(() => setSheet('help'), [])
  const openCommands = useCallback(() => setSheet('commands'), [])
  const close = useCallback(() => setSheet(null), [])
  return (
    <HereProvider openHelp={openHelp} openCommands={openCommands}>
      <a className="skip" href="#main">
        {words.shell.skip}
      </a>
      <div className="shell">
        <Rail openHelp={openHelp} />
        <main id="main" className="main" tabIndex={-1}>
          {lost && (
            <div className="offline" role="status">
              {words.shell.offline}
            </div>
          )}
          <Suspense fallback={<PageSkeleton />}>
            <Outlet />
          </Suspense>
        </main>
      </div>
      <Keyboard />
      {sheet === 'help' && <ShortcutSheet close={close} />}
      {sheet === 'commands' && <CommandBar close={close} />}
    </HereProvider>
  )
}

function PageSkeleton() {
  return (
    <div className="page">
      <Skeleton active title paragraph={{ rows: 8 }} />
    </div>
  )
}
