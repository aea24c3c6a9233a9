import { catalogueKnowing } from '../feedback/index.ts'
import type { Tx } from '../platform/ctx.ts'
import { eventsOfCase, isOf } from '../platform/events/read-events.ts'
import { membersById, promisedAt } from '../workspaces/index.ts'
import { type Case, saveCase } from './case.ts'
import { homeOf, type Route, routeOf } from './route-case.ts'

/**
 * A case that goes on is owed an answer in time and needs somebody: its first promise stays decided,
 * the next answer is due as one to new words would be, and nobody's case goes back to who had it last.
 * Why it goes on is stated before, so that the timeline tells it in order.
 */
export async function saveOpenedAgain(
  tx: Tx,
  held: Case,
  change: Parameters<typeof saveCase>[2],
): Promise<Case> {
  const route = await routeBack(tx, held)
  const saved = await saveCase(tx, held, {
    ...change,
    // While the first promise runs, it says all.
    answer_due_at:
      (change.promise ?? held.promise) === 'running' ? null : await promisedAt(tx, tx.now()),
    ...(route && { team_id: route.teamId, assignee_id: route.assigneeId }),
  })
  if (route) tx.record('case.assigned', { caseId: held.id, ...route })
  return saved
}

/** To who answered or closed it last, if still with us; else to whom its category belongs. */
async function routeBack(tx: Tx, held: Case): Promise<Route | null> {
  const owner = held.assignee_id
  const handlers = await handlersOf(tx, held.id)
  const { categories } = await catalogueKnowing(tx, [held.category_id])
  const category = categories.get(held.category_id ?? '')
  const asked = [owner, ...handlers, category?.assigneeId ?? null].flatMap((id) => id ?? [])
  const members = await membersById(tx, asked)
  const isActive = (id: string) => members.get(id)?.active === true
  if (owner !== null && isActive(owner)) return null
  const last = handlers.findLast(isActive)
  const route =
    last === undefined
      ? withTeam(
          held.team_id,
          category ? routeOf(category, isActive) : homeOf(held.entry, categories.values()),
        )
      : { teamId: held.team_id, assigneeId: last }
  const isSame = route.teamId === held.team_id && route.assigneeId === owner
  return isSame ? null : route
}

function withTeam(teamId: string | null, route: Route): Route {
  return teamId === null ? route : { ...route, teamId }
}

/** Members who answered or closed it, oldest first. */
async function handlersOf(tx: Tx, caseId: string): Promise<string[]> {
  const events = await eventsOfCase(tx, caseId)
  return events.flatMap((event) => {
    const isHandling = isOf(event, 'case.answered') || isOf(event, 'case.closed')
    const { kind, id } = event.actor
    return isHandling && kind === 'member' && id !== null ? [id] : []
  })
}
