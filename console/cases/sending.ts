import { useQueryClient } from '@tanstack/react-query'
import { useEffect, useRef, useState } from 'react'
import type { CaseDetail } from '../../contract/cases.ts'
import { CallError } from '../../contract/client.ts'
import { changeCase, useAcceptCase } from './changes.ts'
import type { DraftKind } from './draft.ts'
import { caseKeys } from './queries.ts'

interface Body {
  text: string
  evidence: string[]
}

/** Sends an answer or a note; a failure is kept to be shown where the text still stands. */
export function useSending(detail: CaseDetail) {
  const queries = useQueryClient()
  const accept = useAcceptCase()
  const [error, setError] = useState<unknown>(null)
  const [isPending, setPending] = useState(false)
  const newest = detail.messages.at(-1)?.id
  // What the writer had before their eyes when the conflict came, not what arrived since.
  const seen = useRef(newest)
  useEffect(() => {
    if (error === null) seen.current = newest
  }, [error, newest])

  const send = async (kind: DraftKind, body: Body, regard: 'asked' | 'whatever') => {
    setPending(true)
    try {
      if (kind === 'note') accept(await changeCase('note', detail.id, body))
      else {
        const seenMessageId = regard === 'whatever' ? newest : seen.current
        accept(
          await changeCase('answer', detail.id, {
            ...body,
            ...(seenMessageId ? { seenMessageId } : {}),
          }),
        )
      }
      setError(null)
      return true
    } catch (failure) {
      setError(failure)
      if (failure instanceof CallError && failure.code === 'newer_message') {
        await queries.invalidateQueries({ queryKey: caseKeys.case(detail.id) })
      }
      return false
    } finally {
      setPending(false)
    }
  }
  return { send, error, isPending, seenMessageId: seen.current, reset: () => setError(null) }
}
