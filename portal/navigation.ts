/** Moving between pages with the browser's own history, so that “back” does what people expect. */
import { useEffect, useState } from 'preact/hooks'
import { type Route, routeOf } from './routes.ts'

const MOVED = 'huiyin:moved'

export function go(path: string, how: 'push' | 'replace' = 'push'): void {
  if (how === 'push') history.pushState({ within: true }, '', path)
  else history.replaceState(history.state, '', path)
  window.dispatchEvent(new Event(MOVED))
}

/** Back to where the person came from, or to `path` when they came from outside. */
export function goBack(path: string): void {
  if (history.state?.within) history.back()
  else go(path, 'replace')
}

export function useRoute(): { route: Route; hash: string } {
  const [address, setAddress] = useState(addressNow)
  useEffect(() => {
    const update = () => setAddress(addressNow())
    const events = ['popstate', 'hashchange', MOVED]
    for (const event of events) window.addEventListener(event, update)
    return () => {
      for (const event of events) window.removeEventListener(event, update)
    }
  }, [])
  const [pathname = '', search = '', hash = ''] = address.split('\n')
  return { route: routeOf(pathname, search), hash }
}

const addressNow = () => [location.pathname, location.search, location.hash].join('\n')

/** For `onClick` of a link: stays in the page unless the person wants a new tab. */
export function follow(event: MouseEvent): void {
  const link = event.currentTarget as HTMLAnchorElement
  if (event.metaKey || event.ctrlKey || event.shiftKey || event.altKey || event.button !== 0) return
  event.preventDefault()
  go(link.pathname + link.search + link.hash)
}
