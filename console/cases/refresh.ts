import type { QueryClient } from '@tanstack/react-query'
import { type CaseDetail, type ListedCase, showCase } from '../../contract/cases.ts'
import { call } from '../api.ts'
import { type CasePages, caseKeys } from './queries.ts'

/** A list this short is fetched again; a longer one keeps its place and says that it is old. */
const shortPages = 2
const patchAtMost = 8

/** What changed elsewhere reaches the screen without moving it under the reader. */
export function refreshCases(queries: QueryClient, caseIds: string[]): void {
  for (const caseId of caseIds) queries.invalidateQueries({ queryKey: caseKeys.case(caseId) })
  if (caseIds.length === 0) queries.invalidateQueries({ queryKey: caseKeys.cases })
  for (const query of queries.getQueryCache().findAll({ queryKey: caseKeys.lists })) {
    const pages = query.state.data as CasePages | undefined
    if (!pages || pages.pages.length <= shortPages) {
      queries.invalidateQueries({ queryKey: query.queryKey, exact: true })
    } else if (query.isActive()) {
      queries.setQueryData(listIsOld(query.queryKey), true)
      patchShown(queries, pages, caseIds)
    } else {
      queries.removeQueries({ queryKey: query.queryKey, exact: true })
    }
  }
}

/** Where it is noted that a long list no longer shows everything. */
export function listIsOld(listKey: readonly unknown[]): readonly unknown[] {
  return ['case-list-is-old', ...listKey.slice(1)]
}

/** Puts what a case has become into every list that shows it, in its old place. */
export function patchRow(queries: QueryClient, detail: CaseDetail): void {
  queries.setQueriesData<CasePages>({ queryKey: caseKeys.lists }, (pages) => {
    if (!pages) return pages
    return {
      ...pages,
      pages: pages.pages.map((page) =>
        page.items.some(({ id }) => id === detail.id)
          ? {
              ...page,
              items: page.items.map((row) => (row.id === detail.id ? become(row, detail) : row)),
            }
          : page,
      ),
    }
  })
}

function patchShown(queries: QueryClient, pages: CasePages, caseIds: string[]): void {
  const shown = new Set(pages.pages.flatMap((page) => page.items.map(({ id }) => id)))
  for (const caseId of caseIds.filter((id) => shown.has(id)).slice(0, patchAtMost)) {
    call(showCase, { params: { caseId } }).then(
      (detail) => patchRow(queries, detail),
      () => {},
    )
  }
}

/** The row of what the case has become; what was found in it stays found. */
function become({ passage }: ListedCase, detail: CaseDetail): ListedCase {
  const {
    feedback: _f,
    reading: _r,
    customer: _c,
    messages: _m,
    happenings: _h,
    survey: _s,
    assistance: _a,
    ...row
  } = detail
  return { ...row, passage }
}
