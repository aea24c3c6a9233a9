import {
  type InfiniteData,
  keepPreviousData,
  useInfiniteQuery,
  useQuery,
} from '@tanstack/react-query'
import {
  countCases,
  countListed,
  type ListedCase,
  listCases,
  showCase,
} from '../../contract/cases.ts'
import type { CallOf } from '../../contract/endpoint.ts'
import { call } from '../api.ts'
import { choosing, type InboxSearch, queryOf } from './filter.ts'

export const caseKeys = {
  counts: ['case-counts'] as const,
  lists: ['case-list'] as const,
  list: (search: InboxSearch) => ['case-list', queryOf(search)] as const,
  case: (caseId: string) => ['case', caseId] as const,
  total: (search: InboxSearch) => ['case-total', queryOf(choosing(search, 'sort', null))] as const,
  cases: ['case'] as const,
  erasure: (caseId: string) => ['case-erasure', caseId] as const,
  overtaken: (caseId: string) => ['case-overtaken', caseId] as const,
}

const pageSize = 100

export interface CasePage {
  items: ListedCase[]
  nextCursor: string | null
}
export type CasePages = InfiniteData<CasePage, string | null>

export function useCounts() {
  return useQuery({
    queryKey: caseKeys.counts,
    queryFn: ({ signal }) => call(countCases, {}, { signal }),
    refetchInterval: 60_000,
  })
}

export function useCaseList(search: InboxSearch) {
  return useInfiniteQuery({
    queryKey: caseKeys.list(search),
    queryFn: ({ pageParam, signal }) => {
      const query = {
        ...queryOf(search),
        ...(pageParam ? { cursor: pageParam } : {}),
        limit: pageSize,
      }
      return call(listCases, { query: query as CallOf<typeof listCases>['query'] }, { signal })
    },
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.nextCursor,
    placeholderData: keepPreviousData,
  })
}

/** How many cases a list holds; asked for only where what is loaded does not say. */
export function useTotal(search: InboxSearch, { enabled }: { enabled: boolean }) {
  return useQuery({
    queryKey: caseKeys.total(search),
    queryFn: ({ signal }) => {
      const query = queryOf(choosing(search, 'sort', null))
      return call(countListed, { query: query as CallOf<typeof countListed>['query'] }, { signal })
    },
    enabled,
    refetchInterval: 60_000,
  }).data
}

export function useCase(caseId: string | undefined) {
  return useQuery({
    queryKey: caseKeys.case(caseId ?? ''),
    queryFn: ({ signal }) => call(showCase, { params: { caseId: caseId ?? '' } }, { signal }),
    enabled: caseId !== undefined,
    // The live line tells when a text is there; should it be lost, so does asking.
    refetchInterval: ({ state }) =>
      state.data?.assistance?.texts.some((text) => text.state === 'waiting') ? 3000 : false,
  })
}
