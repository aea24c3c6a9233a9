/** Every domain's routes, and who lets callers in. */
import * as contract from '../contract/workspaces.ts'
import { assistantRoutes } from './assistant/routes.ts'
import { casesRoutes } from './cases/routes.ts'
import { channelsRoutes } from './channels/routes.ts'
import { customerGate } from './feedback/index.ts'
import { feedbackRoutes } from './feedback/routes.ts'
import { followupsRoutes } from './followups/routes.ts'
import { improvementsRoutes } from './improvements/routes.ts'
import { insightsRoutes } from './insights/routes.ts'
import { knowledgeRoutes } from './knowledge/routes.ts'
import { filesRoutes } from './platform/files/routes.ts'
import { type Binding, bindOpen } from './platform/http/bind.ts'
import type { Gates } from './platform/http/mount.ts'
import { operationsRoutes } from './platform/http/operations.ts'
import type { Platform } from './platform/platform.ts'
import { sampleRoutes } from './sample/routes.ts'
import { setUp } from './set-up.ts'
import { understandingRoutes } from './understanding/routes.ts'
import { memberGate, visitorGate } from './workspaces/index.ts'
import { workspacesRoutes } from './workspaces/routes.ts'

export { homeOf, signInRoutes } from './workspaces/index.ts'

export function bindingsOf(platform: Platform): Binding[] {
  return [
    bindOpen(contract.setUp, setUp),
    ...workspacesRoutes(platform),
    ...filesRoutes,
    ...feedbackRoutes,
    ...channelsRoutes,
    ...understandingRoutes,
    ...knowledgeRoutes,
    ...casesRoutes,
    ...followupsRoutes,
    ...improvementsRoutes,
    ...insightsRoutes,
    ...assistantRoutes,
    ...sampleRoutes(platform),
    ...operationsRoutes(platform),
  ]
}

export function gatesOf(platform: Platform): Gates {
  return {
    member: memberGate(platform),
    visitor: visitorGate(platform),
    customer: customerGate(platform),
  }
}
