import { useState } from 'react'
import { recall, remember } from '../ui/stored.ts'

const keyOf = (caseId: string) => `huiyin.drafted.${caseId}`

/** The machine draft that the reply in this browser grew out of, kept as long as the reply is. */
export function useDraftOrigin(caseId: string): [string | null, (draftId: string | null) => void] {
  const key = keyOf(caseId)
  const [origins, set] = useState<Record<string, string | null>>({})
  const origin = key in origins ? (origins[key] ?? null) : recall(key)
  return [
    origin,
    (draftId) => {
      remember(key, draftId)
      set((before) => ({ ...before, [key]: draftId }))
    },
  ]
}
