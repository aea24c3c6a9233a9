/** Which page is shown, in which language and size, between one header and one footer. */
import { useEffect, useMemo, useState } from 'preact/hooks'
import { CallError } from '../contract/client.ts'
import type { PortalView } from '../contract/feedback.ts'
import { MinePage } from './mine/mine-page.tsx'
import { useRoute } from './navigation.ts'
import { outbox } from './offline/outbox.ts'
import { MissingPage, TroublePage } from './pieces/missing.tsx'
import { PageFrame } from './pieces/page-frame.tsx'
import { usePortal } from './portal-view.ts'
import type { Route } from './routes.ts'
import {
  applySettings,
  keepBig,
  keepLocale,
  keptBig,
  keptLocale,
  localeFor,
  SettingsContext,
  useSettings,
} from './settings.ts'
import { DonePage } from './submit/done-page.tsx'
import { SubmitPage } from './submit/submit-page.tsx'
import { SurveyPage } from './survey/survey-page.tsx'
import { TrackPage } from './track/track-page.tsx'
import { dictionaries } from './words/words.ts'

export function App() {
  const { route, hash } = useRoute()
  const portal = usePortal(route.workspace)
  const [chosen, setChosen] = useState(keptLocale)
  const [isBig, setBig] = useState(keptBig)
  const locale = localeFor(chosen, navigator.languages, portal.value?.locale)

  useEffect(() => applySettings(locale, isBig), [locale, isBig])
  useEffect(() => outbox.watch(), [])

  const settings = useMemo(
    () => ({
      locale,
      isBig,
      words: dictionaries[locale],
      chooseLocale: (next: typeof locale) => {
        keepLocale(next)
        setChosen(next)
      },
      chooseBig: (next: boolean) => {
        keepBig(next)
        setBig(next)
      },
    }),
    [locale, isBig],
  )

  return (
    <SettingsContext.Provider value={settings}>
      <PageFrame
        route={route}
        portal={portal.value}
        hash={hash}
        isNowhere={isNowhere(portal.error)}
      >
        <Page route={route} portal={portal.value} error={portal.error} reload={portal.reload} />
      </PageFrame>
    </SettingsContext.Provider>
  )
}

interface PageProps {
  route: Route
  portal: PortalView | null
  error: unknown
  reload: () => void
}

function Page({ route, portal, error, reload }: PageProps) {
  const { words } = useSettings()
  if (route.page === 'unknown') {
    return route.workspace ? <MissingPage workspace={route.workspace} /> : <MissingPage />
  }
  if (isNowhere(error)) return <MissingPage />
  // Surveys and cases speak for themselves, even while the workspace's own words are on their way.
  if (route.page === 'survey') return <SurveyPage key={route.token} {...route} />
  if (route.page === 'track') {
    return <TrackPage key={`${route.number}-${route.code}`} {...route} portal={portal} />
  }
  if (route.page === 'mine') return <MinePage key={route.workspace} workspace={route.workspace} />
  if (route.page === 'done') return <DonePage key={route.number} {...route} />
  if (portal)
    return (
      <SubmitPage
        key={route.workspace}
        portal={portal}
        workspace={route.workspace}
        onStale={reload}
      />
    )
  if (error) return <TroublePage error={error} retry={reload} />
  return (
    <p class="opening" role="status">
      {words.loading}
    </p>
  )
}

const isNowhere = (error: unknown) => error instanceof CallError && error.status === 404
