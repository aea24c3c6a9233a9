import { execFileSync } from 'node:child_process'
import { readdirSync, readFileSync, rmSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import type { Account } from './embedded-account.ts'
import { EmbeddedError } from './embedded-error.ts'

const POLL_MS = 20
const FAST_SHUTDOWN_MS = 30_000
const IMMEDIATE_SHUTDOWN_MS = 10_000
const STALE_FILES = ['postmaster.pid', '.s.PGSQL.5432', '.s.PGSQL.5432.lock']

/**
 * Ends what a killed service left running on this cluster. Only the holder of the data folder's
 * lock may call this. Lock files that remain afterwards are stale for certain, even when the process
 * number in them now belongs to another process.
 */
export async function endLeftovers(cluster: string, name: string, account?: Account) {
  const uid = account?.uid ?? process.getuid?.() ?? -1
  const steps: [NodeJS.Signals, number][] = [
    ['SIGINT', FAST_SHUTDOWN_MS],
    ['SIGQUIT', IMMEDIATE_SHUTDOWN_MS],
    ['SIGKILL', IMMEDIATE_SHUTDOWN_MS],
  ]
  for (const [signal, patienceMs] of steps) {
    const running = serverProcesses(name, uid)
    const postmaster = readPostmaster(cluster)?.pid
    for (const pid of running) {
      if (signal === 'SIGKILL' || pid === postmaster) send(pid, signal)
    }
    if (await within(patienceMs, () => serverProcesses(name, uid).length === 0)) {
      for (const file of STALE_FILES) rmSync(join(cluster, file), { force: true })
      return running.length
    }
  }
  throw new EmbeddedError(
    'database_does_not_stop',
    `A PostgreSQL server of an earlier run still uses ${cluster} and does not stop ` +
      `(processes ${serverProcesses(name, uid).join(', ')}).`,
  )
}

export async function within(ms: number, done: () => boolean): Promise<boolean> {
  const until = performance.now() + ms
  while (!done()) {
    if (performance.now() > until) return false
    await sleep(POLL_MS)
  }
  return true
}

export function readPostmaster(cluster: string): { pid: number; ready: boolean } | undefined {
  try {
    const lines = readFileSync(join(cluster, 'postmaster.pid'), 'utf8').split('\n')
    return { pid: Number(lines[0]), ready: lines[7]?.trim() === 'ready' }
  } catch {
    return undefined // it comes and goes with the server
  }
}

/** Every process of the server shows its cluster_name in its command line. */
function serverProcesses(name: string, uid: number): number[] {
  return process.platform === 'linux' ? fromProc(name, uid) : fromPs(name, uid)
}

function fromProc(name: string, uid: number): number[] {
  return readdirSync('/proc')
    .filter((entry) => /^\d+$/.test(entry))
    .filter((entry) => {
      try {
        if (statSync(`/proc/${entry}`).uid !== uid) return false
        return readFileSync(`/proc/${entry}/cmdline`, 'utf8').includes(name)
      } catch {
        return false // gone in the meantime
      }
    })
    .map(Number)
    .filter((pid) => pid !== process.pid)
}

function fromPs(name: string, uid: number): number[] {
  return execFileSync('ps', ['-axo', 'pid=,uid=,command='], { encoding: 'utf8' })
    .split('\n')
    .map((line) => line.trim().split(/\s+/))
    .filter((words) => Number(words[1]) === uid && words.slice(2).join(' ').includes(name))
    .map((words) => Number(words[0]))
    .filter((pid) => pid !== process.pid)
}

function send(pid: number, signal: NodeJS.Signals): void {
  try {
    process.kill(pid, signal)
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ESRCH') throw error
  }
}
