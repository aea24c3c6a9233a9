/** Jobs kept in memory and run when a test says so: fast, in order, and failures surface in the test. */
import type { Jobs, NewJob, ReactionJob } from '../platform/jobs/queue.ts'

export interface MemoryJobs extends Jobs {
  /** Runs everything waiting; returns how many. */
  runAll(run: (job: ReactionJob) => Promise<void>): Promise<number>
}

export function memoryJobs(): MemoryJobs {
  const waiting: NewJob[] = []
  const seen = new Set<string>()
  return {
    async start() {},
    async stop() {},
    async add(jobs) {
      for (const job of jobs) {
        if (seen.has(job.id)) continue
        seen.add(job.id)
        waiting.push(job)
      }
    },
    async work() {},
    async every() {},
    wake() {},
    async dead() {
      return []
    },
    async replay() {
      return false
    },
    async pending() {
      return waiting.length
    },
    async runAll(run) {
      let count = 0
      for (let job = waiting.shift(); job; job = waiting.shift()) {
        await run(job.data)
        count += 1
      }
      return count
    },
  }
}
