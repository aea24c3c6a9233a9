/** Header, footer and privacy dialog around every page. */
import type { ComponentChildren } from 'preact'
import { useEffect } from 'preact/hooks'
import type { PortalView } from '../../contract/feedback.ts'
import { follow, go, goBack } from '../navigation.ts'
import { minePath, type Route, submitPath } from '../routes.ts'
import { useSettings } from '../settings.ts'
import { Mark } from './icons.tsx'
import { PRIVACY_HASH, PrivacyDialog } from './privacy-dialog.tsx'

interface FrameProps {
  route: Route
  portal: PortalView | null
  hash: string
  /** There is no such workspace: nothing to lead to. */
  isNowhere: boolean
  children: ComponentChildren
}

export function PageFrame({ route, portal, hash, isNowhere, children }: FrameProps) {
  const { words, isBig, chooseBig } = useSettings()
  const { page, workspace } = route
  useTitle(page, portal?.name)
  return (
    <>
      <a class="skip" href="#main">
        {words.skip}
      </a>
      <header class="top">
        {workspace && portal ? (
          <a class="brand" href={submitPath(workspace)} onClick={follow}>
            <Mark />
            <span>{portal.name}</span>
          </a>
        ) : (
          <span class="brand">
            <Mark />
          </span>
        )}
        <nav>
          <button
            type="button"
            class="quiet"
            aria-pressed={isBig}
            onClick={() => chooseBig(!isBig)}
          >
            {isBig ? words.normalText : words.bigText}
          </button>
          {workspace && !isNowhere && page !== 'mine' && (
            <a class="quiet" href={minePath(workspace)} onClick={follow}>
              {words.mine}
            </a>
          )}
          {workspace && !isNowhere && page === 'mine' && (
            <a class="quiet" href={submitPath(workspace)} onClick={follow}>
              {words.home}
            </a>
          )}
        </nav>
      </header>
      <main id="main" tabIndex={-1} class={`page-${page}`}>
        {children}
      </main>
      <Footer hasPrivacy={portal !== null} />
      {portal && hash === PRIVACY_HASH && (
        <PrivacyDialog
          portal={portal}
          onClose={() => goBack(location.pathname + location.search)}
        />
      )}
    </>
  )
}

function Footer({ hasPrivacy }: { hasPrivacy: boolean }) {
  const { words, locale, chooseLocale } = useSettings()
  const other = locale === 'en' ? 'zh-CN' : 'en'
  return (
    <footer class="bottom">
      <button type="button" class="quiet" lang={other} onClick={() => chooseLocale(other)}>
        {words.switchLanguage}
      </button>
      {hasPrivacy && <PrivacyLink />}
    </footer>
  )
}

export function PrivacyLink() {
  const { words } = useSettings()
  return (
    <a
      class="quiet"
      href={PRIVACY_HASH}
      onClick={(event) => {
        event.preventDefault()
        go(location.pathname + location.search + PRIVACY_HASH)
      }}
    >
      {words.submit.privacy}
    </a>
  )
}

function useTitle(page: Route['page'], name: string | undefined) {
  const { words } = useSettings()
  const titles: Record<Route['page'], string> = {
    submit: words.submit.page,
    done: words.done.page,
    mine: words.own.page,
    track: words.track.page,
    survey: words.survey.page,
    unknown: words.missing.page,
  }
  const title = name ? `${titles[page]} · ${name}` : titles[page]
  useEffect(() => {
    document.title = title
  }, [title])
}
