/** The customer's own case: loaded, kept fresh while someone looks, changed by what they do. */
import { useCallback, useEffect, useRef, useState } from 'preact/hooks'
import { CallError } from '../../contract/client.ts'
import {
  addToCase,
  askErasure,
  confirmCase,
  type TrackView,
  track,
  urgeCase,
  withdrawCase,
} from '../../contract/track.ts'
import { call, claimHeaders } from '../calling.ts'
import type { Claim } from '../routes.ts'

const REFRESH_MS = 20_000

export interface Tracked {
  view: TrackView | null
  error: unknown
  /** What is shown is from before: the last refresh did not get through. */
  isStale: boolean
  refreshedAt: string | null
  /** How many answers have come since the page was opened. */
  fresh: number
  refresh: () => Promise<void>
  add: (text: string, evidence: string[], submissionKey: string) => Promise<void>
  urge: () => Promise<void>
  withdraw: (reason: string) => Promise<void>
  confirm: (solved: boolean, text: string) => Promise<void>
  askErasure: () => Promise<void>
}

export function useTrack(workspace: string, claim: Claim): Tracked {
  const [view, setView] = useState<TrackView | null>(null)
  const [error, setError] = useState<unknown>(null)
  const [refreshedAt, setRefreshedAt] = useState<string | null>(null)
  const answersAtFirst = useRef<number | null>(null)
  const { number, code } = claim
  const params = { workspace, number }
  const proof = { headers: claimHeaders({ number, code }) }

  const show = (next: TrackView) => {
    answersAtFirst.current ??= answersIn(next)
    setView(next)
    setError(null)
    setRefreshedAt(new Date().toISOString())
  }
  // biome-ignore lint/correctness/useExhaustiveDependencies: the claim is all that counts
  const refresh = useCallback(
    () => call(track, { params }, proof).then(show, setError),
    [workspace, number, code],
  )
  useRefresh(refresh)
  const body = {}

  return {
    view: isRefused(error) ? null : view,
    error,
    isStale: view !== null && error !== null,
    refreshedAt,
    fresh: view ? answersIn(view) - (answersAtFirst.current ?? 0) : 0,
    refresh,
    add: (text, evidence, submissionKey) =>
      call(addToCase, { params, body: { text, evidence, submissionKey } }, proof).then(show),
    urge: () => call(urgeCase, { params, body }, proof).then(show),
    withdraw: (reason) => call(withdrawCase, { params, body: { reason } }, proof).then(show),
    confirm: (solved, text) =>
      call(confirmCase, { params, body: { solved, text } }, proof).then(show),
    askErasure: () => call(askErasure, { params, body }, proof).then(show),
  }
}

/** Every 20 seconds while visible, and at once when the person looks again or is online again. */
function useRefresh(refresh: () => Promise<void>): void {
  useEffect(() => {
    void refresh()
    const look = () => {
      if (document.visibilityState === 'visible') void refresh()
    }
    const timer = setInterval(look, REFRESH_MS)
    window.addEventListener('focus', look)
    window.addEventListener('online', look)
    document.addEventListener('visibilitychange', look)
    return () => {
      clearInterval(timer)
      window.removeEventListener('focus', look)
      window.removeEventListener('online', look)
      document.removeEventListener('visibilitychange', look)
    }
  }, [refresh])
}

const answersIn = ({ messages }: TrackView) =>
  messages.filter(({ direction }) => direction !== 'in').length

/** The claim does not open this case (any more). */
export const isRefused = (error: unknown): boolean =>
  error instanceof CallError && [400, 401, 403, 404].includes(error.status)
