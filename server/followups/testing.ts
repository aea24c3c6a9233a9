/** Builders for tests: a case that was closed, and the survey that follows it. */
import { answerCustomer } from '../cases/answer-customer.ts'
import { closeCase } from '../cases/close-case.ts'
import { casesById } from '../cases/index.ts'
import type { CaseBuilder, TestCase } from '../cases/testing.ts'
import type { Product } from '../testing/product.ts'
import type { TestWorkspace } from '../workspaces/testing.ts'
import { sendDueSurveys } from './send-due-surveys.ts'

export const dayMs = 86_400_000

/** Answered and closed as solved. */
export async function closed(
  product: Product,
  workspace: TestWorkspace,
  builder: CaseBuilder,
): Promise<TestCase> {
  const made = await builder.in(workspace)
  await closeAgain(product, workspace, made.id)
  return made
}

export async function closeAgain(
  product: Product,
  workspace: TestWorkspace,
  caseId: string,
): Promise<void> {
  const agent = workspace.ctx('agent')
  await answerCustomer(agent, { caseId, text: '已经为您处理。', evidence: [] })
  await closeCase(agent, { caseId, resolution: 'solved' })
  await product.drain()
}

/** The token that waits on the track page, once the survey has gone out. */
export async function surveyOfCase(
  product: Product,
  workspace: TestWorkspace,
  caseId: string,
): Promise<string | null> {
  product.pass(2 * dayMs)
  await sendDueSurveys(product.platform)
  await product.drain()
  return (await casesById(workspace.ctx(), [caseId])).get(caseId)?.survey_token ?? null
}
