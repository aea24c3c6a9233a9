/** What members do with a case. Every change answers with the case as it now is. */
import { useMutation, useQueryClient } from '@tanstack/react-query'
import {
  addNote,
  answerCustomer,
  assignCase,
  closeCase,
  moveCase,
  prioritiseCase,
  reopenCase,
} from '../../contract/case-work.ts'
import type { CaseDetail } from '../../contract/cases.ts'
import { CallError } from '../../contract/client.ts'
import type { CallOf } from '../../contract/endpoint.ts'
import { call } from '../api.ts'
import { caseKeys } from './queries.ts'
import { patchRow } from './refresh.ts'

const verbs = {
  answer: answerCustomer,
  note: addNote,
  assign: assignCase,
  prioritise: prioritiseCase,
  move: moveCase,
  close: closeCase,
  reopen: reopenCase,
} as const
type Verbs = typeof verbs

/** Somebody was faster: what was asked of a case that had just become another. */
export interface Overtaken {
  verb: keyof Verbs
  body: object
  /** How much had happened in the case when it was asked. */
  seen: number
}

/**
 * `useCaseChange('assign', detail).mutateAsync({ assigneeId })`. Whoever acts on a case that has
 * changed since is refused, sees what it has become, and may go on from there (overtaken.tsx).
 */
export function useCaseChange<V extends keyof Verbs>(verb: V, detail: CaseDetail) {
  const queries = useQueryClient()
  const accept = useAcceptCase()
  const { id, version, happenings } = detail
  return useMutation({
    mutationFn: (body: CallOf<Verbs[V]>['body']) => changeCase(verb, id, { ...body, version }),
    onSuccess: accept,
    onError: async (error, body) => {
      await queries.invalidateQueries({ queryKey: caseKeys.case(id) })
      if (!wasOvertaken(error)) return
      const asked: Overtaken = { verb, body: { ...body }, seen: happenings.length }
      queries.setQueryData(caseKeys.overtaken(id), asked)
    },
  })
}

/** Such a refusal is told in the case, with what happened; it needs no other word. */
export function wasOvertaken(error: unknown): boolean {
  return error instanceof CallError && error.code === 'case_changed'
}

export function changeCase<V extends keyof Verbs>(
  verb: V,
  caseId: string,
  body: CallOf<Verbs[V]>['body'],
): Promise<CaseDetail> {
  const send = call as (endpoint: Verbs[V], input: unknown) => Promise<CaseDetail>
  return send(verbs[verb], { params: { caseId }, body })
}

/** Shows a case as the server has just answered it. */
export function useAcceptCase(): (detail: CaseDetail) => void {
  const queries = useQueryClient()
  return (detail) => {
    queries.setQueryData(caseKeys.case(detail.id), detail)
    queries.setQueryData(caseKeys.overtaken(detail.id), null)
    patchRow(queries, detail)
    queries.invalidateQueries({ queryKey: caseKeys.counts })
  }
}
