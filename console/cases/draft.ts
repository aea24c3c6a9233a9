import { useCallback, useState } from 'react'
import { recall, remember } from '../ui/stored.ts'

export type DraftKind = 'reply' | 'note'

const keyOf = (caseId: string, kind: DraftKind) => `huiyin.draft.${kind}.${caseId}`

/** What is being written to this case, kept in this browser until it has been sent. */
export function useDraft(caseId: string, kind: DraftKind): [string, (text: string) => void] {
  const key = keyOf(caseId, kind)
  const [texts, set] = useState<Record<string, string>>({})
  const text = texts[key] ?? recall(key) ?? ''
  const change = useCallback(
    (next: string) => {
      remember(key, next === '' ? null : next)
      set((before) => ({ ...before, [key]: next }))
    },
    [key],
  )
  return [text, change]
}
