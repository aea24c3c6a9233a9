import { useProblem } from '../improvements/queries.ts'
import { useWords } from '../words/words.tsx'
import { chosen, type InboxSearch, thereFilters, toldFilters } from './filter.ts'
import { type ListFilter, useFilterChoices } from './filter-choices.ts'

export interface Chip {
  label: string
  value: string
  keys: (keyof InboxSearch)[]
}

/** Says in words what a search narrows to. */
export function useFilterNames(): (search: InboxSearch) => Chip[] {
  const words = useWords()
  const choices = useFilterChoices()
  const filters = words.cases.filters
  const problemId = new URLSearchParams(location.search).get('problem') ?? undefined
  const problem = useProblem(problemId).data
  return (search) => {
    const chips: Chip[] = []
    for (const [key, options] of Object.entries(choices) as [
      ListFilter,
      { value: string; label: string }[],
    ][]) {
      const values = chosen(search, key)
      if (values.length === 0) continue
      const value = values.map(
        (one) => options.find((option) => option.value === one)?.label ?? '…',
      )
      chips.push({ label: filters[key], value: value.join(words.shell.separator), keys: [key] })
    }
    const range = (
      label: string,
      from: 'openedFrom' | 'closedFrom',
      to: 'openedTo' | 'closedTo',
    ) => {
      if (!search[from] && !search[to]) return
      chips.push({ label, value: `${search[from] ?? ''} – ${search[to] ?? ''}`, keys: [from, to] })
    }
    range(filters.opened, 'openedFrom', 'openedTo')
    range(filters.closed, 'closedFrom', 'closedTo')
    if (search.answered) {
      const value = search.answered === 'yes' ? filters.answeredYes : filters.answeredNo
      chips.push({ label: filters.answered, value, keys: ['answered'] })
    }
    if (search.resolved) {
      const value = search.resolved === 'yes' ? filters.resolvedYes : filters.resolvedNo
      chips.push({ label: filters.resolved, value, keys: ['resolved'] })
    }
    for (const key of toldFilters) {
      const value = search[key] === 'none' ? filters.notTold : search[key]
      if (value) chips.push({ label: filters[key], value, keys: [key] })
    }
    for (const key of thereFilters) {
      const value = search[key] === 'yes' ? filters.there : filters.notThere
      if (search[key]) chips.push({ label: filters[key], value, keys: [key] })
    }
    if (search.problem) {
      chips.push({
        label: filters.problem,
        value: problem?.title ?? filters.thisProblem,
        keys: ['problem'],
      })
    }
    if (search.import)
      chips.push({ label: filters.import, value: filters.thisImport, keys: ['import'] })
    if (search.alert)
      chips.push({ label: filters.alert, value: filters.thisAlert, keys: ['alert'] })
    if (search.customer) {
      chips.push({ label: filters.customer, value: filters.thisCustomer, keys: ['customer'] })
    }
    return chips
  }
}
