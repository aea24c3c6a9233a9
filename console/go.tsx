import { useRouter } from '@tanstack/react-router'
import type { AnchorHTMLAttributes, MouseEvent } from 'react'
import { useCallback } from 'react'
import { workspaceIn } from './api.ts'

/** Where a page of the current workspace lives: `inbox?view=mine` → `/console/w/<slug>/inbox?…`. */
export function addressOf(page: string): string {
  return `/console/w/${workspaceIn(location.pathname)}/${page}`
}

/** Goes to a page of the current workspace. */
export function useGo(): (page: string, how?: { replace: boolean }) => void {
  const router = useRouter()
  return useCallback(
    (page, how) => {
      if (how?.replace) router.history.replace(addressOf(page))
      else router.history.push(addressOf(page))
    },
    [router],
  )
}

type Anchor = Omit<AnchorHTMLAttributes<HTMLAnchorElement>, 'href'>

/** A link to a page of the current workspace; opens in a new tab the way every link does. */
export function PageLink({ page, onClick, ...rest }: Anchor & { page: string }) {
  const go = useGo()
  const follow = (event: MouseEvent<HTMLAnchorElement>) => {
    onClick?.(event)
    const elsewhere = event.metaKey || event.ctrlKey || event.shiftKey || event.altKey
    if (event.defaultPrevented || elsewhere || event.button !== 0) return
    event.preventDefault()
    go(page)
  }
  return <a {...rest} href={addressOf(page)} onClick={follow} />
}
