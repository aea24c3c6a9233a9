/** Builders for tests: a problem with cases, and a release that fixes it. */
import {
  createProblem,
  createRelease,
  type ProblemView,
  type ReleaseView,
} from '../../contract/improvements.ts'
import { aCase, type TestCase } from '../cases/testing.ts'
import type { Product } from '../testing/product.ts'
import type { TestWorkspace } from '../workspaces/testing.ts'

let made = 0

/** A problem and as many cases, each of another customer. */
export async function aProblem(
  product: Product,
  workspace: TestWorkspace,
  count: number,
): Promise<ProblemView & { caseIds: string[]; casesMade: TestCase[] }> {
  const casesMade: TestCase[] = []
  for (let i = 0; i < count; i++) {
    made += 1
    casesMade.push(await aCase().reachableAt(`customer-${made}@example.test`).in(workspace))
  }
  const caseIds = casesMade.map(({ id }) => id)
  const problem = await product.as(workspace.members.agent.headers)(createProblem, {
    body: { title: '支付后闪退', caseIds },
  })
  return { ...problem, caseIds, casesMade }
}

export async function aRelease(
  product: Product,
  workspace: TestWorkspace,
  problemIds: string[],
  notes = '',
): Promise<ReleaseView> {
  made += 1
  return product.as(workspace.members.supervisor.headers)(createRelease, {
    body: { name: `3.2.${made}`, notes, problemIds },
  })
}
