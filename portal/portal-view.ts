/** What the workspace says about itself: from last time at once, then fresh from the server. */
import { useEffect, useState } from 'preact/hooks'
import { CallError } from '../contract/client.ts'
import { type PortalView, readPortal } from '../contract/feedback.ts'
import { call } from './calling.ts'
import { onDevice } from './keeping.ts'

export interface Loaded<T> {
  value: T | null
  error: unknown
  reload: () => void
}

const keyOf = (workspace: string) => `portal.${workspace}`

export function usePortal(workspace: string | null): Loaded<PortalView> {
  const [value, setValue] = useState<PortalView | null>(() =>
    workspace ? onDevice.read<PortalView>(keyOf(workspace)) : null,
  )
  const [error, setError] = useState<unknown>(null)
  const [turn, setTurn] = useState(0)
  // biome-ignore lint/correctness/useExhaustiveDependencies: `turn` asks again
  useEffect(() => {
    if (!workspace) return
    let isCurrent = true
    call(readPortal, { params: { workspace } })
      .then((portal) => {
        onDevice.write(keyOf(workspace), portal)
        if (!isCurrent) return
        setValue(portal)
        setError(null)
      })
      .catch((failure: unknown) => {
        if (failure instanceof CallError && failure.status === 404) {
          onDevice.drop(keyOf(workspace))
          if (isCurrent) setValue(null)
        }
        if (isCurrent) setError(failure)
      })
    return () => {
      isCurrent = false
    }
  }, [workspace, turn])
  return { value, error, reload: () => setTurn((now) => now + 1) }
}

/** The promise, unless what we know is from an earlier visit and has passed. */
export const promiseAhead = (portal: PortalView, now = Date.now()): string | null =>
  Date.parse(portal.promisedAt) > now ? portal.promisedAt : null
