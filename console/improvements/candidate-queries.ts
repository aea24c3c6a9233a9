import { keepPreviousData, useInfiniteQuery, useQuery, useQueryClient } from '@tanstack/react-query'
import {
  acceptCandidate,
  type CandidateSort,
  dismissCandidate,
  listCandidates,
  listSimilar,
  listSuggested,
  mergeCandidates,
  refuseSuggested,
  restoreCandidate,
  saySame,
  showCandidate,
  splitCandidate,
} from '../../contract/candidates.ts'
import type { CallOf } from '../../contract/endpoint.ts'
import { call } from '../api.ts'
import { caseKeys } from '../cases/queries.ts'
import { useChange } from '../workspaces/queries.ts'

export type CandidateFilter = {
  state: 'candidate' | 'dismissed'
  sort: CandidateSort
  limit: number
}

export function useCandidates(filter: CandidateFilter) {
  return useQuery({
    queryKey: ['candidates', 'list', filter],
    queryFn: ({ signal }) => call(listCandidates, { query: filter }, { signal }),
    placeholderData: keepPreviousData,
    refetchInterval: 60_000,
  })
}

/** One of them, with its cases a page at a time; the head is that of the first page. */
export function useCandidate(candidateId: string) {
  return useInfiniteQuery({
    queryKey: ['candidates', candidateId],
    queryFn: ({ pageParam, signal }) =>
      call(
        showCandidate,
        { params: { candidateId }, query: pageParam ? { cursor: pageParam } : {} },
        { signal },
      ),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.members.nextCursor,
  })
}

export function useSuggested(problemId: string) {
  return useInfiniteQuery({
    queryKey: ['candidates', 'suggested', problemId],
    queryFn: ({ pageParam, signal }) =>
      call(
        listSuggested,
        { params: { problemId }, query: pageParam ? { cursor: pageParam } : {} },
        { signal },
      ),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.nextCursor,
  })
}

export function useSimilar(caseId: string) {
  return useQuery({
    queryKey: ['candidates', 'similar', caseId],
    queryFn: ({ signal }) => call(listSimilar, { params: { caseId } }, { signal }),
  })
}

/** What becomes a problem changes the problems and the cases as well. */
export function useAcceptCandidate() {
  const queries = useQueryClient()
  return useChange(['candidates'], async (input: CallOf<typeof acceptCandidate>) => {
    const problem = await call(acceptCandidate, input)
    for (const queryKey of [['problems'], caseKeys.cases, caseKeys.lists])
      queries.invalidateQueries({ queryKey })
    return problem
  })
}

export const useSplitCandidate = () =>
  useChange(['candidates'], (input: CallOf<typeof splitCandidate>) => call(splitCandidate, input))

export const useMergeCandidates = () =>
  useChange(['candidates'], (input: CallOf<typeof mergeCandidates>) => call(mergeCandidates, input))

export const useDismissCandidate = () =>
  useChange(['candidates'], (candidateId: string) =>
    call(dismissCandidate, { params: { candidateId }, body: {} }),
  )

export const useRestoreCandidate = () =>
  useChange(['candidates'], (candidateId: string) =>
    call(restoreCandidate, { params: { candidateId }, body: {} }),
  )

export const useRefuseSuggested = () =>
  useChange(['candidates'], (input: CallOf<typeof refuseSuggested>) => call(refuseSuggested, input))

export const useSaySame = () =>
  useChange(['candidates'], (input: CallOf<typeof saySame>) => call(saySame, input))
