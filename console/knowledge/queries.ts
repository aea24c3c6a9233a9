import { useInfiniteQuery, useQuery } from '@tanstack/react-query'
import type { CallOf } from '../../contract/endpoint.ts'
import {
  type ArticleState,
  changeArticle,
  createArticle,
  findAnswers,
  keepVariant,
  listArticles,
  noteInsertion,
  removeVariant,
  showArticle,
} from '../../contract/knowledge.ts'
import { call } from '../api.ts'
import { useChange } from '../workspaces/queries.ts'

const articles = ['articles']

export function useArticles(filter: { state?: ArticleState | undefined; q?: string }) {
  return useInfiniteQuery({
    queryKey: [...articles, 'list', filter],
    queryFn: ({ pageParam, signal }) =>
      call(
        listArticles,
        { query: { ...filter, ...(pageParam ? { cursor: pageParam } : {}) } },
        { signal },
      ),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.nextCursor,
    select: ({ pages }) => pages.flatMap(({ items }) => items),
  })
}

/** Null: one that is only being written. */
export function useArticle(articleId: string | null) {
  return useQuery({
    queryKey: [...articles, articleId],
    queryFn: () => call(showArticle, { params: { articleId: articleId ?? '' } }),
    enabled: articleId !== null,
  })
}

/** What may fit what the customer said; they change seldom. */
export function useAnswersFor(caseId: string) {
  return useQuery({
    queryKey: [...articles, 'for', caseId],
    queryFn: ({ signal }) => call(findAnswers, { params: { caseId } }, { signal }),
    staleTime: 5 * 60_000,
    select: ({ items }) => items,
  })
}

export const useCreateArticle = () =>
  useChange(articles, (body: CallOf<typeof createArticle>['body']) => call(createArticle, { body }))

export const useChangeArticle = () =>
  useChange(articles, (input: CallOf<typeof changeArticle>) => call(changeArticle, input))

type Variant = CallOf<typeof keepVariant>['params']
export const useKeepVariant = () =>
  useChange(articles, (params: Variant) => call(keepVariant, { params, body: {} }))
export const useRemoveVariant = () =>
  useChange(articles, (params: Variant) => call(removeVariant, { params }))

/** Counted in passing: writing goes on whether it worked or not. */
export function tellInsertion(articleId: string): void {
  call(noteInsertion, { params: { articleId }, body: {} }).catch(() => undefined)
}
