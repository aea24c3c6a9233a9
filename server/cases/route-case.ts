import type { Entry } from '../../contract/values.ts'
import type { Category } from '../feedback/index.ts'

export interface Route {
  teamId: string | null
  assigneeId: string | null
}

/** Who gets a case of this category; a member who left gets none, their team still does. */
export function routeOf(
  category: Pick<Category, 'teamId' | 'assigneeId'> | undefined,
  isActive: (memberId: string) => boolean,
): Route {
  const assigneeId = category?.assigneeId ?? null
  return {
    teamId: category?.teamId ?? null,
    assigneeId: assigneeId !== null && isActive(assigneeId) ? assigneeId : null,
  }
}

/** Who gets what nobody gave a category: the team that has more than half of the categories of its kind. */
export function homeOf(
  entry: Entry,
  categories: Iterable<Pick<Category, 'entry' | 'teamId' | 'archived'>>,
): Route {
  const teams = [...categories]
    .filter((category) => category.entry === entry && !category.archived)
    .map(({ teamId }) => teamId)
  const hasMost = (teamId: string | null) =>
    teams.filter((other) => other === teamId).length > teams.length / 2
  return {
    teamId: teams.find((teamId) => teamId !== null && hasMost(teamId)) ?? null,
    assigneeId: null,
  }
}
