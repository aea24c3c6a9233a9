/** The filter of the list lives in the URL, in the words of the contract. */
import { CaseFilter, type CaseViewName } from '../../contract/cases.ts'

export type FilterKey = Exclude<keyof CaseFilter, 'view' | 'sort'>
/** As it stands in the URL: every value a string, lists comma-separated, absent when not chosen. */
export type InboxSearch = Partial<Record<keyof CaseFilter, string>>

const keys = Object.keys(CaseFilter.shape) as (keyof CaseFilter)[]
/** What the filter button counts; words and view have their own place. */
const besides: readonly string[] = ['view', 'sort', 'q']
export const filterKeys = keys.filter((key) => !besides.includes(key)) as FilterKey[]

/** Takes from a URL what the contract understands and leaves the rest. */
export function searchFrom(found: Record<string, unknown>): InboxSearch {
  const search: InboxSearch = {}
  for (const key of keys) {
    const value = found[key]
    if (typeof value !== 'string' || value === '') continue
    if (CaseFilter.shape[key].safeParse(value).success) search[key] = value
  }
  return search
}

/** The values of one list filter. */
export function chosen(search: InboxSearch, key: FilterKey): string[] {
  return search[key]?.split(',').filter((value) => value !== '') ?? []
}

/** The search with one filter changed; nothing chosen takes it out. */
export function choosing(
  search: InboxSearch,
  key: keyof CaseFilter,
  value: string | string[] | null | undefined,
): InboxSearch {
  const { [key]: _, ...rest } = search
  const text = Array.isArray(value) ? value.join(',') : value
  return text ? { ...rest, [key]: text } : rest
}

/** The situation a case tells of, each as one line of words; and whether an order or money is told. */
export const toldFilters = ['version', 'platform', 'device', 'region'] as const
export const thereFilters = ['order', 'money'] as const

/** How many filters narrow the view; a from and a to are one. */
export function countFilters(search: InboxSearch): number {
  const on = filterKeys.filter((key) => search[key] !== undefined)
  return new Set(on.map((key) => key.replace(/(From|To)$/, ''))).size
}

/** The view without its filters. */
export function cleared(search: InboxSearch): InboxSearch {
  const { view, sort } = search
  return { ...(view ? { view } : {}), ...(sort ? { sort } : {}) }
}

/** The same words in all cases; null where that is what is shown already, or nothing is searched for. */
export function everywhere(search: InboxSearch): InboxSearch | null {
  const { q, view = 'all' } = search
  return q && (view !== 'all' || countFilters(search) > 0) ? { view: 'all', q } : null
}

/** The order of a list whose address says none is that of the contract. */
export function sortOf({ sort }: InboxSearch): CaseFilter['sort'] {
  return CaseFilter.shape.sort.parse(sort)
}

const byDeadline: readonly CaseViewName[] = ['mine', 'due', 'unassigned', 'open']
/** A view as the rail opens it: what is owed comes first where something is owed. */
export function opening(view: CaseViewName): InboxSearch {
  return { view, ...(byDeadline.includes(view) ? { sort: 'due' } : {}) }
}

/** The query of an `InboxSearch`, its keys always in the same order. */
export function queryOf(search: InboxSearch): InboxSearch {
  return searchFrom(search)
}
