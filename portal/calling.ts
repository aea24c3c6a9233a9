/** Calls to the server: the claim, the header against forged requests, a limit to waiting. */
import { CallError, type Client, client } from '../contract/client.ts'
import type { Claim } from './routes.ts'

/** 2G needs patience; a dead connection must not need more. */
const PATIENCE_MS = 30_000

const retryTimes = new WeakMap<CallError, Date>()

/** When a refused call (429) may be tried again, where the server said so. */
export const retryAtOf = (error: CallError): Date | undefined => retryTimes.get(error)

export const unsafeHeaders = { 'x-requested-with': 'huiyin' }

export const call: Client = async (endpoint, ...rest) => {
  let retryAfter: string | null = null
  const patience = new AbortController()
  const timer = setTimeout(() => patience.abort(), PATIENCE_MS)
  const send = client({
    headers: () => (endpoint.method === 'GET' ? {} : unsafeHeaders),
    fetch: async (input, init) => {
      init?.signal?.addEventListener('abort', () => patience.abort())
      const response = await fetch(input, { ...init, signal: patience.signal })
      retryAfter = response.headers.get('retry-after')
      return response
    },
  })
  try {
    return await send(endpoint, ...rest)
  } catch (error) {
    if (!(error instanceof CallError)) throw networkFailed()
    const seconds = Number(retryAfter)
    if (retryAfter && seconds > 0) retryTimes.set(error, new Date(Date.now() + seconds * 1000))
    throw error
  } finally {
    clearTimeout(timer)
  }
}

/** Headers that open a customer's own case. */
export const claimHeaders = (claim: Claim) => ({
  authorization: `Claim ${claim.number}-${claim.code}`,
})

/** The connection died under a call. */
export const networkFailed = () =>
  new CallError(0, { type: 'about:blank', status: 0, code: 'network' })

export const isNetwork = (error: unknown): boolean =>
  error instanceof CallError && error.status === 0
