import { useInfiniteQuery, useQuery, useQueryClient } from '@tanstack/react-query'
import type { CallOf } from '../../contract/endpoint.ts'
import {
  changeProblem,
  changeRelease,
  createProblem,
  createRelease,
  discardRelease,
  keepPrivate,
  linkCases,
  listProblems,
  listReleases,
  makePublic,
  type ProblemState,
  publishRelease,
  showProblem,
  unlinkCase,
} from '../../contract/improvements.ts'
import { sumProblem } from '../../contract/problem-sums.ts'
import { call } from '../api.ts'
import { caseKeys } from '../cases/queries.ts'
import { useChange } from '../workspaces/queries.ts'

export function useProblems(filter: { state?: ProblemState | undefined; q?: string }) {
  return useInfiniteQuery({
    queryKey: ['problems', 'list', filter],
    queryFn: ({ pageParam, signal }) =>
      call(
        listProblems,
        { query: { ...filter, ...(pageParam ? { cursor: pageParam } : {}) } },
        { signal },
      ),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.nextCursor,
    select: ({ pages }) => pages.flatMap(({ items }) => items),
  })
}

export function useProblem(problemId: string | undefined) {
  return useQuery({
    queryKey: ['problems', problemId],
    queryFn: () => call(showProblem, { params: { problemId: problemId ?? '' } }),
    enabled: problemId !== undefined,
  })
}

export function useProblemSums(problemId: string) {
  return useQuery({
    queryKey: ['problems', problemId, 'sums'],
    queryFn: ({ signal }) => call(sumProblem, { params: { problemId } }, { signal }),
  })
}

export const useCreateProblem = () =>
  useLinking((body: CallOf<typeof createProblem>['body']) => call(createProblem, { body }))

export const useChangeProblem = () =>
  useChange(['problems'], (input: CallOf<typeof changeProblem>) => call(changeProblem, input))

export const useMakePublic = () =>
  useChange(['problems'], (input: CallOf<typeof makePublic>) => call(makePublic, input))

export const useKeepPrivate = () =>
  useChange(['problems'], (problemId: string) => call(keepPrivate, { params: { problemId } }))

export const useLinkCases = () =>
  useLinking((input: CallOf<typeof linkCases>) => call(linkCases, input))

export const useUnlinkCase = () =>
  useLinking((params: CallOf<typeof unlinkCase>['params']) => call(unlinkCase, { params }))

/** Linking changes the problem and the cases alike. */
function useLinking<I, R>(send: (input: I) => Promise<R>) {
  const queries = useQueryClient()
  return useChange(['problems'], async (input: I) => {
    const reply = await send(input)
    queries.invalidateQueries({ queryKey: caseKeys.cases })
    queries.invalidateQueries({ queryKey: caseKeys.lists })
    return reply
  })
}

export function useReleases() {
  return useInfiniteQuery({
    queryKey: ['releases'],
    queryFn: ({ pageParam }) =>
      call(listReleases, { query: pageParam ? { cursor: pageParam } : {} }),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.nextCursor,
    select: ({ pages }) => pages.flatMap(({ items }) => items),
    refetchInterval: ({ state }) =>
      state.data?.pages.some(({ items }) =>
        items.some(({ publishedAt, told, toTell }) => publishedAt !== null && told < toTell),
      )
        ? 4000
        : false,
  })
}

type ReleaseBody = CallOf<typeof createRelease>['body']
export const useSaveRelease = () =>
  useChange(['releases'], ({ releaseId, body }: { releaseId?: string; body: ReleaseBody }) =>
    releaseId
      ? call(changeRelease, { params: { releaseId }, body })
      : call(createRelease, { body }),
  )

export const usePublishRelease = () =>
  useChange(['releases'], (releaseId: string) =>
    call(publishRelease, { params: { releaseId }, body: {} }),
  )

export const useDiscardRelease = () =>
  useChange(['releases'], (releaseId: string) => call(discardRelease, { params: { releaseId } }))
