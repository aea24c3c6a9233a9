/** How the newest submissions stand, asked one after the other so that 2G is not flooded. */
import { useEffect, useState } from 'preact/hooks'
import { type TrackView, track } from '../../contract/track.ts'
import { call, claimHeaders } from '../calling.ts'
import type { KeptReceipt } from '../receipts/receipts.ts'

const ASKED = 5

export type Standing = TrackView['state'] | 'withdrawn'

export function useStandings(workspace: string, receipts: KeptReceipt[]): Record<number, Standing> {
  const [standings, setStandings] = useState<Record<number, Standing>>({})
  // biome-ignore lint/correctness/useExhaustiveDependencies: once per visit
  useEffect(() => {
    let isCurrent = true
    const ask = async () => {
      for (const receipt of receipts.slice(0, ASKED)) {
        if (!isCurrent) return
        const view = await call(
          track,
          { params: { workspace, number: receipt.number } },
          { headers: claimHeaders(receipt) },
        )
        setStandings((now) => ({ ...now, [receipt.number]: standingOf(view) }))
      }
    }
    // A list without standings still leads everywhere.
    ask().catch(() => undefined)
    return () => {
      isCurrent = false
    }
  }, [workspace])
  return standings
}

const standingOf = ({ state, resolution }: TrackView): Standing =>
  resolution === 'withdrawn' ? 'withdrawn' : state
