import type { FastifyInstance } from 'fastify'
import type { Platform } from '../platform/platform.ts'

export async function signInRoutes(_app: FastifyInstance, _platform: Platform): Promise<void> {}
