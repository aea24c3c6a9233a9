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
