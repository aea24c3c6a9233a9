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

/**
 * `useCaseChange('assign', detail).mutateAsync({ assigneeId })`. Whoever acts on a case that has
 * changed since is refused, and sees what it has become.
 */
export function useCaseChange<V extends keyof Verbs>(verb: V, detail: CaseDetail) {
  const queries = useQueryClient()
  const accept = useAcceptCase()
  const { id, version } = detail
  return useMutation({
    mutationFn: (body: CallOf<Verbs[V]>['body']) => changeCase(verb, id, { ...body, version }),
    onSuccess: accept,
    onError: () => queries.invalidateQueries({ queryKey: caseKeys.case(id) }),
  })
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
    patchRow(queries, detail)
    queries.invalidateQueries({ queryKey: caseKeys.counts })
  }
}
