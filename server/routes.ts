/** Every domain's routes, and who lets callers in. */
import type { FastifyInstance } from 'fastify'
import type { Binding } from './platform/http/bind.ts'
import type { Gates } from './platform/http/mount.ts'
import { operationsRoutes } from './platform/http/operations.ts'
import type { Platform } from './platform/platform.ts'

export function bindingsOf(platform: Platform): Binding[] {
  return [...operationsRoutes(platform)]
}

export function gatesOf(_platform: Platform): Gates {
  throw new Error('being built')
}

export async function signInRoutes(_app: FastifyInstance, _platform: Platform): Promise<void> {}

/** Where `/` leads: the only workspace's portal, or the console. */
export async function homeOf(_platform: Platform): Promise<string> {
  return '/console'
}
