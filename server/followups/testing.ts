/** Builders for tests: a case that was closed, and the survey that follows it. */
import { answerCustomer } from '../cases/answer-customer.ts'
import { closeCase } from '../cases/close-case.ts'
import { casesById } from '../cases/index.ts'
import { aCase, type CaseBuilder, type TestCase } from '../cases/testing.ts'
import type { Product } from '../testing/product.ts'
import type { TestWorkspace } from '../workspaces/testing.ts'
import type { Invitation } from './invitation.ts'
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
  await close(workspace, caseId)
  await product.drain()
}

/** What follows from it has not happened yet. */
export async function close(workspace: TestWorkspace, caseId: string): Promise<void> {
  const agent = workspace.ctx('agent')
  await answerCustomer(agent, { caseId, text: '已经为您处理。', evidence: [] })
  await closeCase(agent, { caseId, resolution: 'solved' })
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

let strangers = 0

/** Closed, and asked about: nobody whom we asked before. */
export async function asked(
  product: Product,
  workspace: TestWorkspace,
  builder = aCase().reachableAt(`stranger-${++strangers}@example.test`),
): Promise<TestCase & { token: string }> {
  const made = await closed(product, workspace, builder)
  const token = await surveyOfCase(product, workspace, made.id)
  if (!token) throw new Error('no survey')
  return { ...made, token }
}

export async function invitationsTo(product: Product, caseId: string): Promise<Invitation[]> {
  return product.platform.db
    .selectFrom('survey_invitations')
    .selectAll()
    .where('case_id', '=', caseId)
    .orderBy('id')
    .execute()
}

/** The types of what happened in a case, in order. */
export async function happenedIn(product: Product, caseId: string): Promise<string[]> {
  const events = await product.platform.db
    .selectFrom('events')
    .select('type')
    .where('case_id', '=', caseId)
    .orderBy('id')
    .execute()
  return events.map(({ type }) => type)
}
