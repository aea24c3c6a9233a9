import { promiseStates } from '../../contract/cases.ts'
import { entries, kinds, priorities, sentiments, urgencies } from '../../contract/values.ts'
import { useChannels } from '../channels/queries.ts'
import { useCategories } from '../feedback/queries.ts'
import { useName, useWords } from '../words/words.tsx'
import { useMembers, useTeams } from '../workspaces/queries.ts'
import type { FilterKey } from './filter.ts'

export interface FilterChoice {
  value: string
  label: string
}
export type ListFilter = Extract<
  FilterKey,
  | 'channel'
  | 'entry'
  | 'category'
  | 'kind'
  | 'sentiment'
  | 'urgency'
  | 'priority'
  | 'team'
  | 'assignee'
  | 'promise'
  | 'score'
>

/** Every list filter with what may be chosen in it, in the order of the form. */
export function useFilterChoices(): Record<ListFilter, FilterChoice[]> {
  const { labels, cases } = useWords()
  const name = useName()
  const channels = useChannels().data?.items ?? []
  const categories = useCategories().data ?? []
  const teams = useTeams().data ?? []
  const members = useMembers().data ?? []
  const named = (things: { id: string; name: string }[]) =>
    things.map((thing) => ({ value: thing.id, label: thing.name }))
  const fixed = <T extends string>(values: readonly T[], of: Record<T, string>) =>
    values.map((value) => ({ value, label: of[value] }))
  return {
    channel: named(channels),
    entry: fixed(entries, labels.entry),
    category: [
      ...categories.map((category) => ({ value: category.id, label: name(category) })),
      { value: 'none', label: cases.side.noCategory },
    ],
    kind: [...fixed(kinds, labels.kind), { value: 'none', label: labels.unread }],
    sentiment: fixed(sentiments, labels.sentiment),
    urgency: fixed(urgencies, labels.urgency),
    priority: fixed(priorities, labels.priority),
    team: named(teams),
    assignee: named(members),
    promise: fixed(promiseStates, labels.promise),
    score: ['1', '2', '3', '4', '5'].map((score) => ({
      value: score,
      label: cases.filters.points(score),
    })),
  }
}
