import type { moveCase as endpoint } from '../../contract/case-work.ts'
import type { CaseDetail } from '../../contract/cases.ts'
import type { InputOf } from '../../contract/endpoint.ts'
import { type Category, loadCatalogue } from '../feedback/index.ts'
import type { Ctx, Tx } from '../platform/ctx.ts'
import { Invalid } from '../platform/errors.ts'
import { membersById } from '../workspaces/index.ts'
import { type Case, holdCase, saveCase } from './case.ts'
import { type Route, routeOf } from './route-case.ts'
import { showCase } from './show-case.ts'

/** A member moves the case to another category; nobody's case goes to whom that category belongs. */
export async function moveCase(ctx: Ctx, input: InputOf<typeof endpoint>): Promise<CaseDetail> {
  const { caseId, categoryId, version } = input
  const category = categoryId === null ? undefined : await loadCategory(ctx, categoryId)
  await ctx.write(async (tx) => {
    const held = await holdCase(tx, caseId, version)
    if (held.category_id === categoryId) return
    const route = await newRoute(tx, held, category)
    await saveCase(tx, held, {
      category_id: categoryId,
      active_at: tx.now(),
      ...(route ? { team_id: route.teamId, assignee_id: route.assigneeId } : {}),
    })
    tx.record('case.moved', { caseId, categoryId })
    if (route) tx.record('case.assigned', { caseId, ...route })
  })
  return showCase(ctx, { caseId })
}

async function loadCategory(ctx: Ctx, categoryId: string): Promise<Category> {
  const category = (await loadCatalogue(ctx)).categories.get(categoryId)
  if (!category || category.archived) throw new Invalid('category_unknown', 'categoryId')
  return category
}

async function newRoute(tx: Tx, held: Case, category: Category | undefined): Promise<Route | null> {
  if (held.team_id !== null || held.assignee_id !== null || !category) return null
  const members = await membersById(tx, category.assigneeId === null ? [] : [category.assigneeId])
  const route = routeOf(category, (id) => members.get(id)?.active === true)
  return route.teamId === null && route.assigneeId === null ? null : route
}
