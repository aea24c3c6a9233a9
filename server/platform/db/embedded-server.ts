import { type ChildProcess, spawn } from 'node:child_process'
import { closeSync, openSync, readFileSync, renameSync, statSync } from 'node:fs'
import { Socket } from 'node:net'
import type { Account } from './embedded-account.ts'
import { type Address, chooseAddress, SOCKET_PORT } from './embedded-address.ts'
import { pathSeenBy, serverEnvironment } from './embedded-cluster.ts'
import { EmbeddedError } from './embedded-error.ts'
import { readPostmaster, within } from './embedded-processes.ts'

const LOG_LIMIT = 10 * 1024 * 1024
const READY_MS = 10 * 60_000 // recovery after a crash replays at most max_wal_size
const FAST_SHUTDOWN_MS = 60_000

export interface ServerOptions {
  program: string
  cluster: string
  clusterName: string
  account: Account | undefined
  logFile: string
}

export interface RunningServer {
  pid: number
  address: Address
  /** Resolves when the server ended, with true when it was asked to. */
  ended: Promise<boolean>
  stop(): Promise<void>
}

/** Starts PostgreSQL, reachable from this machine only, and waits until it takes connections. */
export async function startServer(options: ServerOptions): Promise<RunningServer> {
  const address = await chooseAddress(options.cluster)
  const child = spawnServer(options, address)
  let stopping = false
  const ended = new Promise<boolean>((resolve) => {
    child.once('exit', () => resolve(stopping))
    child.once('error', () => resolve(stopping))
  })
  const isUp = () => isOver(child) || isReady(options.cluster, child)
  await within(READY_MS, isUp)
  if (isOver(child) || !isReady(options.cluster, child)) {
    child.kill('SIGQUIT')
    throw new EmbeddedError(
      'database_does_not_start',
      `PostgreSQL did not start. The end of ${options.logFile}:\n${tailOf(options.logFile)}`,
    )
  }
  const guard = spawnGuard(child, options.account)
  return {
    pid: child.pid as number,
    address,
    ended,
    async stop() {
      stopping = true
      child.ref()
      child.kill('SIGINT') // fast: ends open sessions, writes a checkpoint
      if (!(await within(FAST_SHUTDOWN_MS, () => isOver(child)))) child.kill('SIGQUIT')
      await ended
      guard.kill('SIGKILL')
    },
  }
}

function spawnServer(options: ServerOptions, address: Address): ChildProcess {
  const listen =
    'port' in address
      ? ['-c', 'listen_addresses=127.0.0.1', '-c', 'unix_socket_directories=', '-p', address.port]
      : ['-c', 'listen_addresses=', '-c', 'unix_socket_directories=.', '-p', SOCKET_PORT]
  const log = openLog(options.logFile)
  // Detached: Ctrl-C in the terminal is for the service, which stops the database last.
  const child = spawn(
    options.program,
    [
      ...['-D', pathSeenBy(options.account, options.cluster)],
      ...['-c', `cluster_name=${options.clusterName}`],
      ...listen.map(String),
    ],
    {
      cwd: options.cluster,
      env: serverEnvironment(),
      stdio: ['ignore', log, log],
      detached: true,
      ...options.account,
    },
  )
  closeSync(log)
  child.unref()
  return child
}

/**
 * When the service is killed and cannot stop its database, this small shell does: its input ends
 * with the service. It runs as the database's account, so it can hit nothing else.
 */
function spawnGuard(server: ChildProcess, account: Account | undefined): ChildProcess {
  const guard = spawn('/bin/sh', ['-c', 'read _; kill -INT "$1"', 'sh', String(server.pid)], {
    cwd: '/',
    stdio: ['pipe', 'ignore', 'ignore'],
    detached: true,
    ...account,
  })
  guard.on('error', () => {}) // without it the next start ends what was left
  guard.stdin?.on('error', () => {})
  guard.unref()
  if (guard.stdin instanceof Socket) guard.stdin.unref()
  return guard
}

function isOver(child: ChildProcess): boolean {
  return child.pid === undefined || child.exitCode !== null || child.signalCode !== null
}

function isReady(cluster: string, child: ChildProcess): boolean {
  const postmaster = readPostmaster(cluster)
  return postmaster?.pid === child.pid && postmaster?.ready === true
}

/** Straight to a file: a pipe would stall the server whenever the service is busy or gone. */
function openLog(file: string): number {
  if ((statSync(file, { throwIfNoEntry: false })?.size ?? 0) > LOG_LIMIT) {
    renameSync(file, `${file}.1`)
  }
  return openSync(file, 'a', 0o600)
}

function tailOf(file: string): string {
  return readFileSync(file, 'utf8').split('\n').slice(-15).join('\n')
}
