import { useQueryClient } from '@tanstack/react-query'
import { useEffect, useRef, useState } from 'react'
import { type CaseDetail, showCase } from '../../contract/cases.ts'
import { CallError } from '../../contract/client.ts'
import { call } from '../api.ts'
import { useViewer } from '../workspaces/viewer.tsx'
import { changeCase, useAcceptCase } from './changes.ts'
import type { DraftKind } from './draft.ts'
import { type News, newsSince, seenOf } from './news.ts'
import { caseKeys } from './queries.ts'

interface Body {
  text: string
  evidence: string[]
  /** The machine draft that a reply grew out of. */
  draftId?: string
}

/**
 * Sends an answer or a note. What others did since the writer began stops it once, to be looked at;
 * a failure is kept to be shown where the text still stands. `barred`: nothing can be sent now, so
 * what others did is shown at once.
 */
export function useSending(
  detail: CaseDetail,
  kind: DraftKind,
  { text, barred }: { text: string; barred: boolean },
) {
  const queries = useQueryClient()
  const accept = useAcceptCase()
  const me = useViewer().member.name
  const [error, setError] = useState<unknown>(null)
  const [stopped, stop] = useState<{ kind: DraftKind; by: News[] } | null>(null)
  const [isPending, setPending] = useState(false)
  // Each is begun with what stands there; until a word of it is written, that goes on.
  const seen = useRef({ reply: seenOf(detail), note: seenOf(detail) })
  useEffect(() => {
    if (text !== '') return
    seen.current[kind] = seenOf(detail)
    stop(null)
  }, [text, kind, detail])

  /** As the case is now, not as the live line last told of it. */
  const lookAgain = async (): Promise<{ current: CaseDetail; found: News[] }> => {
    const current = await call(showCase, { params: { caseId: detail.id } })
    queries.setQueryData(caseKeys.case(detail.id), current)
    const found = newsSince(current, seen.current[kind], { kind, me })
    stop(found.length > 0 ? { kind, by: found } : null)
    return { current, found }
  }
  const send = async (body: Body) => {
    setPending(true)
    setError(null)
    try {
      const { current, found } = await lookAgain()
      if (found.length > 0) return false
      const { messageId } = seenOf(current)
      accept(
        kind === 'note'
          ? await changeCase('note', detail.id, body)
          : await changeCase('answer', detail.id, {
              ...body,
              ...(messageId ? { seenMessageId: messageId } : {}),
            }),
      )
      return true
    } catch (failure) {
      setError(failure)
      if (failure instanceof CallError && failure.code === 'newer_message')
        await lookAgain().catch(setError)
      return false
    } finally {
      setPending(false)
    }
  }
  const lookedAt = () => {
    seen.current[kind] = seenOf(detail)
    stop({ kind, by: [] })
    setError(null)
  }
  const newsNow = (): News[] => {
    if (barred && text !== '') return newsSince(detail, seen.current[kind], { kind, me })
    return stopped?.kind === kind ? stopped.by : []
  }
  return { send, error, isPending, news: newsNow(), lookedAt }
}
