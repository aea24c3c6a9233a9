/** What benchmarks stand on: a database of their own, servers as child processes, and load. */
import { type ChildProcess, spawn } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { createServer } from 'node:net'
import { join } from 'node:path'
import pg from 'pg'
import { type Client, client } from '../contract/client.ts'
import { scopes } from '../contract/endpoint.ts'
import { createKey } from '../contract/members.ts'
import { readSetup, setUp } from '../contract/workspaces.ts'
import { connectOrStart, type EmbeddedDatabase } from '../server/platform/db/embedded.ts'
import { urlFor } from '../server/testing/database.ts'

const root = join(import.meta.dirname, '..')
/** Generated data is kept here between runs. */
export const dataDir = join(root, 'data', 'bench')
const upWithinMs = 30_000

export async function startDatabase(): Promise<EmbeddedDatabase> {
  return connectOrStart({ dataDir })
}

export async function freshDatabase(server: EmbeddedDatabase, name: string): Promise<string> {
  const admin = new pg.Client({ connectionString: server.url })
  await admin.connect()
  await admin.query(`drop database if exists ${name} with (force)`)
  await admin.query(`create database ${name}`)
  await admin.end()
  return urlFor(server.url, name)
}

export interface Served {
  origin: string
  pid: number
  /** CPU milliseconds used so far by the process. */
  cpuMs(): number
  /** Resident memory in MiB. */
  rssMiB(): number
  stop(): Promise<void>
}

/** Runs a script that listens on PORT, and waits until `path` answers. */
export async function serve(
  args: string[],
  env: Record<string, string>,
  path: string,
): Promise<Served> {
  const port = await freePort()
  const child = spawn(process.execPath, [...process.execArgv, ...args], {
    cwd: root,
    env: {
      ...process.env,
      PORT: String(port),
      HOST: '127.0.0.1',
      LOG_LEVEL: 'warn',
      RATE_LIMITS: 'off',
      ...env,
    },
    stdio: ['ignore', 'ignore', 'inherit'],
  })
  const origin = `http://127.0.0.1:${port}`
  await answering(child, origin + path)
  const pid = child.pid as number
  return {
    origin,
    pid,
    cpuMs: () => cpuMs(pid),
    rssMiB: () =>
      Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1]) / 1024,
    stop: () => ended(child),
  }
}

export interface ServedApi extends Served {
  /** An API key with every scope. */
  key: string
  /** The owner, signed in. */
  owner: { email: string; cookie: string }
  call: Client
}

const email = 'bench@huiyin.test'
const password = 'a password for benchmarks'
/** Where the name leads to. */
const home = 'home'

/** The API of the product on a database, set up if it was not. */
export async function serveApi(
  databaseUrl: string,
  role: 'api' | 'all' = 'api',
): Promise<ServedApi> {
  const args = role === 'api' ? ['serve', '--role', 'api'] : ['start']
  const served = await serve(
    ['server/main.ts', ...args],
    { DATABASE_URL: databaseUrl, DATA_DIR: join(dataDir, 'files') },
    '/readyz',
  )
  const anyone = client({ base: served.origin, headers: () => ({ 'x-requested-with': 'huiyin' }) })
  const { needed } = await anyone(readSetup)
  if (needed)
    await anyone(setUp, {
      body: { workspaceName: 'Home', business: 'store', ownerName: '基准', email, password },
    })
  const signedIn = await fetch(`${served.origin}/api/auth/sign-in/email`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', origin: served.origin },
    body: JSON.stringify({ email, password }),
  })
  const cookie = signedIn.headers
    .getSetCookie()
    .map((one) => one.split(';')[0])
    .join('; ')
  const call = client({
    base: served.origin,
    headers: () => ({ 'x-requested-with': 'huiyin', 'x-workspace': home, cookie }),
  })
  const { secret: key } = await call(createKey, { body: { name: 'bench', scopes: [...scopes] } })
  return { ...served, key, owner: { email, cookie }, call }
}

async function answering(child: ChildProcess, url: string): Promise<void> {
  const until = performance.now() + upWithinMs
  let died: number | null = null
  child.once('exit', (code) => {
    died = code ?? 1
  })
  while (performance.now() < until) {
    if (died !== null) throw new Error(`the server under test ended with ${died}`)
    const response = await fetch(url).catch(() => null)
    await response?.arrayBuffer()
    if (response?.ok) return
    await new Promise((resolve) => setTimeout(resolve, 20))
  }
  throw new Error(`${url} did not answer within ${upWithinMs} ms`)
}

function ended(child: ChildProcess): Promise<void> {
  return new Promise((resolve) => {
    if (child.exitCode !== null) return resolve()
    child.once('exit', () => resolve())
    child.kill('SIGTERM')
  })
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer().listen(0, '127.0.0.1', () => {
      const address = probe.address()
      probe.close(() =>
        typeof address === 'object' && address
          ? resolve(address.port)
          : reject(new Error('no port')),
      )
    })
  })
}

function cpuMs(pid: number): number {
  const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1]?.split(' ') ?? []
  return (Number(fields[11]) + Number(fields[12])) * 10
}
