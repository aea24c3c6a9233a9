import { useMemo, useState } from 'react'

/** What one call may carry (contract: linkCases). */
export const selectAtMost = 1000

export interface Selection {
  /** Chosen case ids with their numbers. */
  chosen: ReadonlyMap<string, number>
  toggle: (caseId: string, number: number) => void
  clear: () => void
}

export function useSelection(): Selection {
  const [chosen, set] = useState<ReadonlyMap<string, number>>(() => new Map())
  return useMemo(
    () => ({
      chosen,
      toggle: (caseId, number) =>
        set((before) => {
          const next = new Map(before)
          if (!next.delete(caseId) && next.size < selectAtMost) next.set(caseId, number)
          return next
        }),
      clear: () => set((before) => (before.size === 0 ? before : new Map())),
    }),
    [chosen],
  )
}
