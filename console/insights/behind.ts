import type { Behind } from '../../contract/insights.ts'
import { searchFrom } from '../cases/filter.ts'
import { stringifySearch } from '../url-search.ts'

/** The page that lists the cases a number counts. */
export function listBehind(behind: Behind): string {
  return `inbox${stringifySearch({ view: 'all', ...searchFrom(behind) })}`
}
