/** The query client, and what happens when the session has ended: sign in, then come back here. */
import { MutationCache, QueryCache, QueryClient } from '@tanstack/react-query'
import { CallError } from '../contract/client.ts'

const retriesOfReads = 2

export const queries = new QueryClient({
  defaultOptions: {
    queries: {
      staleTime: 15_000,
      retry: (count, error) => isPassing(error) && count < retriesOfReads,
      refetchOnWindowFocus: true,
    },
    mutations: { retry: false },
  },
  queryCache: new QueryCache({ onError: leaveIfSignedOut }),
  mutationCache: new MutationCache({ onError: leaveIfSignedOut }),
})

/** Only what may go better next time is tried again. */
function isPassing(error: unknown): boolean {
  return !(error instanceof CallError) || error.status === 0 || error.status >= 500
}

const open = /^\/console\/(sign-in|setup|join)/
function leaveIfSignedOut(error: unknown): void {
  if (!(error instanceof CallError) || error.status !== 401) return
  if (open.test(location.pathname)) return
  const back = location.pathname + location.search
  location.assign(`/console/sign-in?${new URLSearchParams({ back })}`)
}

/** Only an address of the console itself may be returned to. */
export function safeReturn(back: string | undefined): string {
  return back?.startsWith('/console/') ? back : '/console/'
}
