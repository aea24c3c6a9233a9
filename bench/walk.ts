import { join } from 'node:path'
import type { Dataset } from './dataset.ts'
import { type Served, serve } from './ground.ts'
import { percentile } from './report.ts'

const asks = 200
/** Asked first and not counted. */
const warmUps = 20

export interface Ask {
  url: string
  headers?: Record<string, string>
}
export interface Times {
  p50: number
  p95: number
}

/**
 * One client asks all of these in turn, again and again: a busy moment of the machine falls on all of
 * them alike, and so they can be held against each other. Milliseconds of whole requests, in order.
 */
export async function walk(all: readonly Ask[]): Promise<Times[]> {
  const times: number[][] = all.map(() => [])
  for (let turn = 0; turn < asks + warmUps; turn++)
    for (const [at, { url, headers = {} }] of all.entries()) {
      const before = performance.now()
      const response = await fetch(url, { headers })
      await response.arrayBuffer()
      if (!response.ok) throw new Error(`${url} answered ${response.status}`)
      if (turn >= warmUps) times[at]?.push(performance.now() - before)
    }
  return times.map((one) => ({ p50: percentile(one, 0.5), p95: percentile(one, 0.95) }))
}

/** Fastify with one indexed select of fifty rows, and nothing else: what this machine can do just now. */
export function serveBare(url: string): Promise<Served> {
  return serve([join(import.meta.dirname, 'bare-fastify.ts')], { DATABASE_URL: url }, '/')
}

export function bareList(bare: Served, { workspaceId }: Dataset): string {
  return `${bare.origin}/list/${workspaceId}`
}
