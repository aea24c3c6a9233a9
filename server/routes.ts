/** Every domain's routes, and who lets callers in. */
import { NotFound } from './platform/errors.ts'
import { insightsRoutes } from './insights/routes.ts'
import type { Binding } from './platform/http/bind.ts'
import type { Gates } from './platform/http/mount.ts'
import { operationsRoutes } from './platform/http/operations.ts'
import type { Platform } from './platform/platform.ts'
import { memberGate, visitorGate } from './workspaces/index.ts'

export { homeOf, signInRoutes } from './workspaces/index.ts'

export function bindingsOf(platform: Platform): Binding[] {
  return [...insightsRoutes, ...operationsRoutes(platform)]
}

export function gatesOf(platform: Platform): Gates {
  return {
    member: memberGate(platform),
    visitor: visitorGate(platform),
    customer: async () => {
      throw new NotFound()
    },
  }
}
