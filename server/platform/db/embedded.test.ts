import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, readFileSync } from 'node:fs'
import { chmod, chown, mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'
import pg from 'pg'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { connectOrStart, startEmbedded } from './embedded.ts'
import { isReachable } from './embedded-account.ts'
import { within } from './embedded-processes.ts'

const SERVICE = fileURLToPath(new URL('embedded-testing.ts', import.meta.url))
const NOBODY = 65534
const isRoot = process.getuid?.() === 0
const canBecomeNobody = isRoot && isReachable(SERVICE, { uid: NOBODY, gid: NOBODY })

let folder: string
let services: ChildProcess[] = []

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'huiyin-embedded-'))
})

afterEach(async () => {
  await Promise.all(services.map(kill))
  if (services.length > 0) {
    const rest = await start(folder) // ends what the killed services left running
    await rest.stop()
  }
  services = []
  await rm(folder, { recursive: true, force: true })
})

test('starts, keeps data over a restart, and leaves no connection file', async () => {
  const first = await start(folder)
  await query(first.url, 'create table thing as select 42 as id')
  expect((await stat(join(folder, 'postgres.json'))).mode & 0o777).toBe(0o600)
  await first.stop()
  await first.stop()
  await expect(stat(join(folder, 'postgres.json'))).rejects.toThrow('ENOENT')
  const second = await start(folder)
  expect(await query(second.url, 'select id from thing')).toEqual([{ id: 42 }])
  await second.stop()
})

test('is durable and speaks Unicode', async () => {
  const { url, stop } = await startEmbedded({ dataDir: folder })
  const [row] = await query(
    url,
    `select lower('ÄÉ') as low, length('回音') as length, '一' < '丁' as sorted,
       current_setting('fsync') as fsync, current_setting('synchronous_commit') as commit,
       current_setting('server_encoding') as encoding`,
  )
  const durable = { fsync: 'on', commit: 'on' }
  expect(row).toEqual({ low: 'äé', length: 2, sorted: true, encoding: 'UTF8', ...durable })
  await stop()
})

test('a service killed with -9 loses nothing that was committed', async () => {
  const killed = await aService(folder)
  await query(killed.url, 'create table kept as select generate_series(1, 1000) as n')
  await kill(killed.process)
  const next = await start(folder) // at once, while the old one may linger
  expect(await query(next.url, 'select count(*)::int from kept')).toEqual([{ count: 1000 }])
  expect(next.pid).not.toBe(killed.pid)
  await next.stop()
})

test('recovers when the database itself was killed too, and its process number is taken', async () => {
  const killed = await aService(folder)
  await query(killed.url, 'create table kept as select 1 as n')
  process.kill(killed.pid, 'SIGKILL')
  await kill(killed.process)
  const pidFile = join(folder, 'postgres', 'postmaster.pid')
  await within(5000, () => !isAlive(killed.pid))
  const lines = (await readFile(pidFile, 'utf8')).split('\n')
  await writeFile(pidFile, [process.pid, ...lines.slice(1)].join('\n'))
  const next = await start(folder)
  expect(await query(next.url, 'select n from kept')).toEqual([{ n: 1 }])
  await next.stop()
})

test('the database of a killed service goes away by itself', async () => {
  const killed = await aService(folder)
  await kill(killed.process)
  expect(await within(10_000, () => !isAlive(killed.pid))).toBe(true)
})

test('a folder in use is refused, with the process that holds it', async () => {
  const running = await aService(folder)
  await expect(start(folder)).rejects.toMatchObject({
    code: 'data_folder_in_use',
    pid: running.process.pid,
  })
  expect(await query(running.url, 'select 1 as one')).toEqual([{ one: 1 }])
})

test('a folder that is about to be given back is waited for', async () => {
  const ending = await aService(folder)
  ending.process.kill('SIGTERM')
  await within(5000, () => !existsSync(join(folder, 'postgres.json')))
  const next = await start(folder)
  expect(next.pid).not.toBe(ending.pid)
  await next.stop()
})

test('of several starts at once exactly one wins', async () => {
  const starts = [1, 2, 3, 4].map(() => aService(folder).catch((error) => error))
  const results = await Promise.all(starts)
  expect(results.filter((result) => 'url' in result)).toHaveLength(1)
  expect(results.filter((result) => result.code === 'data_folder_in_use')).toHaveLength(3)
})

test('a command borrows the running database, or starts it for itself', async () => {
  const running = await aService(folder)
  const borrowed = await connectOrStart({ dataDir: folder })
  expect(borrowed.pid).toBe(running.pid)
  await borrowed.stop()
  expect(await query(running.url, 'select 1 as one')).toEqual([{ one: 1 }])
  running.process.kill('SIGTERM')
  await within(5000, () => !existsSync(join(folder, 'postgres.json')))
  const own = await connectOrStart({ dataDir: folder }) // waits for the other to end
  expect(own.pid).not.toBe(running.pid)
  await own.stop()
})

test('works in a folder with spaces and Chinese characters', async () => {
  const { url, stop } = await start(join(folder, '回音 的 数据'))
  expect(new URL(url).searchParams.get('host')).toContain('回音 的 数据')
  expect(await query(url, 'select 1 as one')).toEqual([{ one: 1 }])
  await stop()
})

test('uses a loopback port where the path is too long for a socket', async () => {
  const { url, stop } = await start(join(folder, 'long'.repeat(20)))
  expect(new URL(url).hostname).toBe('127.0.0.1')
  expect(await query(url, 'select 1 as one')).toEqual([{ one: 1 }])
  await stop()
})

test.runIf(isRoot)('root runs it as another account, even in a private folder', async () => {
  await chmod(folder, 0o700)
  const { url, pid, stop } = await start(join(folder, 'closed'))
  expect((await stat(`/proc/${pid}`)).uid).not.toBe(0)
  expect((await stat(join(folder, 'closed'))).uid).toBe(0)
  expect(await query(url, 'select 1 as one')).toEqual([{ one: 1 }])
  await stop()
})

test.runIf(canBecomeNobody)(
  'an ordinary user runs it as itself; root may go on with it later',
  async () => {
    await chown(folder, NOBODY, NOBODY)
    const service = await aService(folder, { uid: NOBODY, gid: NOBODY })
    expect((await stat(`/proc/${service.pid}`)).uid).toBe(NOBODY)
    await query(service.url, 'create table kept as select 1 as n')
    await kill(service.process)
    const next = await start(folder)
    expect((await stat(`/proc/${next.pid}`)).uid).toBe(NOBODY)
    expect(await query(next.url, 'select n from kept')).toEqual([{ n: 1 }])
    await next.stop()
  },
)

/** fsync off: killing processes loses nothing, only a machine's crash would. */
function start(dataDir: string) {
  return startEmbedded({ dataDir, durability: 'none' })
}

interface Service {
  process: ChildProcess
  url: string
  pid: number
}

async function aService(dataDir: string, account = {}): Promise<Service> {
  const child = spawn(
    process.execPath,
    ['--disable-warning=ExperimentalWarning', SERVICE, dataDir],
    {
      stdio: ['pipe', 'pipe', 'inherit'],
      cwd: '/',
      ...account,
    },
  )
  services.push(child)
  await once(child, 'spawn')
  const [line] = await once(createInterface({ input: child.stdout }), 'line')
  const said = JSON.parse(line)
  if (said.code) throw Object.assign(new Error(said.message), said)
  return { process: child, ...said }
}

async function kill(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return
  child.kill('SIGKILL')
  await once(child, 'exit')
}

/** Dead, or dead and not yet collected by its new parent. */
function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return !/^State:\tZ/m.test(readStatus(pid))
  } catch {
    return false
  }
}

function readStatus(pid: number): string {
  return process.platform === 'linux' ? readFileSync(`/proc/${pid}/status`, 'utf8') : ''
}

async function query(connectionString: string, sql: string) {
  const client = new pg.Client({ connectionString })
  client.on('error', () => {}) // the database may be killed under it
  await client.connect()
  try {
    return (await client.query(sql)).rows
  } finally {
    await client.end()
  }
}
