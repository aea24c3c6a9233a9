/**
 * What is known already of what a person is writing. Asked for when they pause, never while an input
 * method is composing; an older question is dropped. Whatever fails is not spoken of: it is only help.
 */
import { useEffect, useState } from 'preact/hooks'
import type { ReplyOf } from '../../contract/endpoint.ts'
import { longestQuery, suggest } from '../../contract/knowledge.ts'
import type { Entry } from '../../contract/values.ts'
import { call } from '../calling.ts'

const PAUSE_MS = 450
const SHORTEST = 4

export type Known = ReplyOf<typeof suggest>
const nothing: Known = { answers: [], problems: [] }

export function useKnown(workspace: string, text: string, entry: Entry): Known {
  const [known, setKnown] = useState(nothing)
  const isComposing = useComposing()
  const said = text.trim().slice(0, longestQuery)
  useEffect(() => {
    if (isComposing) return
    if (said.length < SHORTEST) return setKnown(nothing)
    const asking = new AbortController()
    const timer = setTimeout(() => {
      if (navigator.onLine === false) return
      call(
        suggest,
        { params: { workspace }, body: { text: said, entry } },
        { signal: asking.signal },
      ).then(
        (found) => asking.signal.aborted || setKnown(found),
        () => undefined,
      )
    }, PAUSE_MS)
    return () => {
      clearTimeout(timer)
      asking.abort()
    }
  }, [workspace, said, entry, isComposing])
  return known
}

/** An input method is choosing characters: what stands in the box is not what is meant yet. */
function useComposing(): boolean {
  const [isComposing, setComposing] = useState(false)
  useEffect(() => {
    const start = () => setComposing(true)
    const end = () => setComposing(false)
    document.addEventListener('compositionstart', start)
    document.addEventListener('compositionend', end)
    return () => {
      document.removeEventListener('compositionstart', start)
      document.removeEventListener('compositionend', end)
    }
  }, [])
  return isComposing
}
