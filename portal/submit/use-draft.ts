/** The draft of this page, kept on the phone a moment after each change and when the page closes. */
import { useEffect, useRef, useState } from 'preact/hooks'
import { keptOf, type Piece } from '../evidence/piece.ts'
import { onDevice } from '../keeping.ts'
import { type Draft, dropDraft, emptyDraft, hasContent, keepDraft, openDraft } from './draft.ts'

const PAUSE_MS = 400

export function useDraft(workspace: string) {
  const [opened] = useState(() => openDraft(onDevice, workspace))
  const [draft, setDraft] = useState(opened.draft)
  const [isRestored, setRestored] = useState(opened.isRestored)
  return {
    draft,
    isRestored,
    change: (changes: Partial<Draft>) => setDraft((now) => ({ ...now, ...changes })),
    startOver() {
      dropDraft(onDevice, workspace)
      setRestored(false)
      setDraft((now) => emptyDraft(now.entry))
    },
  }
}

export function useKeptDraft(workspace: string, draft: Draft, pieces: Piece[]): void {
  const latest = useRef({ draft, pieces })
  latest.current = { draft, pieces }
  const evidenceNow = keptOf(pieces)
    .map(({ ticket }) => ticket)
    .join()
  // biome-ignore lint/correctness/useExhaustiveDependencies: kept when either has changed
  useEffect(() => {
    const keep = () => {
      const whole = { ...latest.current.draft, evidence: keptOf(latest.current.pieces) }
      if (hasContent(whole)) keepDraft(onDevice, workspace, whole)
      else dropDraft(onDevice, workspace)
    }
    const timer = setTimeout(keep, PAUSE_MS)
    window.addEventListener('pagehide', keep)
    return () => {
      clearTimeout(timer)
      window.removeEventListener('pagehide', keep)
    }
  }, [workspace, draft, evidenceNow])
}
