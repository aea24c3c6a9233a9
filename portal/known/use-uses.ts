/** Tells the team which answers were seen and opened, and which one helped: once for each text. */
import { useEffect, useRef } from 'preact/hooks'
import type { CallOf } from '../../contract/endpoint.ts'
import { longestQuery, noteUses } from '../../contract/knowledge.ts'
import { call } from '../calling.ts'

export function useUses(workspace: string, shownNow: readonly string[]) {
  const shown = useRef(new Map<string, 'waiting' | 'told'>())
  const opened = useRef(new Set<string>())
  for (const id of shownNow) if (!shown.current.has(id)) shown.current.set(id, 'waiting')

  const tell = (more: Partial<CallOf<typeof noteUses>['body']> = {}) => {
    const waiting = [...shown.current].flatMap(([id, state]) => (state === 'waiting' ? id : []))
    if (waiting.length === 0 && Object.keys(more).length === 0) return
    for (const id of waiting) shown.current.set(id, 'told')
    const body = { shown: waiting.slice(0, 20), ...more }
    // It outlives the page, and nobody waits for it.
    call(noteUses, { params: { workspace }, body }, { keepalive: true }).catch(() => undefined)
  }
  const latest = useRef(tell)
  latest.current = tell
  useEffect(() => {
    const leave = () => latest.current()
    window.addEventListener('pagehide', leave)
    return () => {
      window.removeEventListener('pagehide', leave)
      leave()
    }
  }, [])

  return {
    open(id: string) {
      if (opened.current.has(id)) return
      opened.current.add(id)
      tell({ opened: [id] })
    },
    solve: (id: string, text: string) => tell({ solved: id, text: text.slice(0, longestQuery) }),
  }
}
