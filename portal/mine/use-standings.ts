/** How the newest submissions stand, asked one after the other so that 2G is not flooded. */
import { useEffect, useState } from 'preact/hooks'
import { type TrackView, track } from '../../contract/track.ts'
import { call, claimHeaders } from '../calling.ts'
import type { KeptReceipt } from '../receipts/receipts.ts'
import { isRefused } from '../track/use-track.ts'

const ASKED = 5

export type Standing = TrackView['state'] | 'withdrawn' | 'removed'

export function useStandings(workspace: string, receipts: KeptReceipt[]): Record<number, Standing> {
  const [standings, setStandings] = useState<Record<number, Standing>>({})
  // biome-ignore lint/correctness/useExhaustiveDependencies: once per visit
  useEffect(() => {
    let isCurrent = true
    const ask = async () => {
      for (const receipt of receipts.slice(0, ASKED)) {
        if (!isCurrent) return
        const standing = await call(
          track,
          { params: { workspace, number: receipt.number } },
          { headers: claimHeaders(receipt) },
        ).then(standingOf, removedIfRefused)
        setStandings((now) => ({ ...now, [receipt.number]: standing }))
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

/** One that is gone does not keep the others from telling how they stand. */
function removedIfRefused(error: unknown): Standing {
  if (isRefused(error)) return 'removed'
  throw error
}

const standingOf = ({ state, resolution }: TrackView): Standing =>
  resolution === 'withdrawn' ? 'withdrawn' : state
