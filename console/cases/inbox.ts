/** The inbox as its parts see it: what is listed, which case is open, and how to go elsewhere. */
import type { InboxSearch } from './filter.ts'
import type { Selection } from './selection.ts'

export interface Inbox {
  search: InboxSearch
  caseId: string | undefined
  selection: Selection
  setSearch: (search: InboxSearch, how?: { replace: boolean }) => void
  open: (caseId: string) => void
  closeCase: () => void
}
