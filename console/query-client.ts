import { QueryClient } from '@tanstack/react-query'
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
})

/** Only what may go better next time is tried again. */
function isPassing(error: unknown): boolean {
  return !(error instanceof CallError) || error.status === 0 || error.status >= 500
}
