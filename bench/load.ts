/** Load from a process of its own, so that the generator and the server do not share a thread. */
import { fork } from 'node:child_process'
import { join } from 'node:path'
import { median } from './report.ts'

export interface Load {
  url: string
  method?: 'GET' | 'POST'
  headers?: Record<string, string>
  /** JSON; `{{id}}` becomes a fresh id per request. */
  body?: string
  connections: number
  /** Expected of every reply; anything else fails the run. */
  status: number
  seconds: number
}

export interface Loaded {
  perSecond: number
  p50: number
  p95: number
  requests: number
}

export function load(options: Load): Promise<Loaded> {
  return new Promise((resolve, reject) => {
    const child = fork(join(import.meta.dirname, 'load-process.ts'), [JSON.stringify(options)], {
      stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
    })
    let answer: Loaded | undefined
    child.on('message', (message) => {
      answer = message as Loaded
    })
    child.on('exit', (code) =>
      answer ? resolve(answer) : reject(new Error(`load generator ended with ${code}`)),
    )
  })
}

/** The median of several runs after a warm-up. */
export async function settled(once: () => Promise<Loaded>, runs: number): Promise<Loaded> {
  await once()
  const all: Loaded[] = []
  for (let i = 0; i < runs; i++) all.push(await once())
  return {
    perSecond: median(all.map(({ perSecond }) => perSecond)),
    p50: median(all.map(({ p50 }) => p50)),
    p95: median(all.map(({ p95 }) => p95)),
    requests: all.reduce((sum, { requests }) => sum + requests, 0),
  }
}
