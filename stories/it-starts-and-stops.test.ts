/** What an operator does to it: start it, stop it, start it twice, kill it. Nothing stays behind, and the next start recovers. */
import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, readdirSync, readFileSync, readlinkSync } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { connect } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { client } from '../contract/client.ts'
import { readSetup, setUp } from '../contract/workspaces.ts'
import { buildFaces } from '../server/commands/build-faces.ts'

const root = join(import.meta.dirname, '..')
const launcher = [process.execPath, 'launch.mjs', 'server/main.ts', 'start'] as const
const npm = ['npm', 'start', '--silent'] as const
const buildMs = 180_000
const startMs = 60_000

let dataDir: string
beforeAll(async () => {
  dataDir = await mkdtemp(join(process.env.HUIYIN_TEST_FOLDER ?? tmpdir(), 'huiyin-starts-'))
  await buildFaces(() => {})
}, buildMs)
afterAll(async () => {
  for (const pid of processesOf(dataDir)) process.kill(pid, 'SIGKILL')
  await rm(dataDir, { recursive: true, force: true, maxRetries: 10, retryDelay: 100 })
})

interface Started {
  process: ChildProcess
  port: number
  call: ReturnType<typeof client>
}

/** As at a terminal: a group of its own, which Ctrl-C reaches as a whole. */
function begin([command, ...args]: readonly [string, ...string[]], more: NodeJS.ProcessEnv = {}) {
  const child = spawn(command, args, {
    cwd: root,
    detached: true,
    stdio: ['ignore', 'pipe', 'pipe'],
    env: {
      ...process.env,
      NODE_ENV: 'production',
      DATABASE_URL: '',
      DATA_DIR: dataDir,
      HOST: '127.0.0.1',
      PORT: '0',
      LOG_LEVEL: 'error',
      ...more,
    },
  })
  let said = ''
  for (const stream of [child.stdout, child.stderr])
    stream.on('data', (data) => {
      said += data
    })
  const ended = once(child, 'close').then(([code]) => code as number | null)
  return { child, ended, said: () => said }
}

/** Until the first request is answered. */
async function start(command: Parameters<typeof begin>[0] = launcher): Promise<Started> {
  const { child, said } = begin(command)
  const address = /http:\/\/localhost:(\d+)\/console/
  const isDecided = () => address.test(said()) || child.exitCode !== null
  await expect.poll(isDecided, { timeout: startMs }).toBe(true)
  expect(said()).toMatch(address)
  const port = Number(address.exec(said())?.[1])
  const call = client({
    base: `http://127.0.0.1:${port}`,
    headers: () => ({ 'x-requested-with': 'huiyin' }),
  })
  expect((await fetch(`http://127.0.0.1:${port}/console`)).status).toBe(200)
  return { process: child, port, call }
}

async function end({ process: child }: Started, signal: NodeJS.Signals, whom: number) {
  const gone = once(child, 'exit')
  process.kill(whom, signal)
  return (await gone)[0] as number | null
}

const pidOf = ({ process: { pid } }: Started) => pid as number
const servicePid = () => Number(readFileSync(join(dataDir, 'service.pid'), 'utf8'))

/** Launcher, service, PostgreSQL and what they started; by the environment or the folder they work in. */
function processesOf(folder: string): number[] {
  if (!existsSync('/proc/self')) return [] // not Linux: only exit codes are looked at
  return readdirSync('/proc')
    .filter((entry) => /^\d+$/.test(entry))
    .filter((entry) => {
      try {
        const environment = readFileSync(`/proc/${entry}/environ`, 'utf8').split('\0')
        if (environment.includes(`DATA_DIR=${folder}`)) return true
        return readlinkSync(`/proc/${entry}/cwd`).startsWith(folder)
      } catch {
        return false // somebody else's, or gone in the meantime
      }
    })
    .map(Number)
}

const expectNothingLeft = () =>
  expect.poll(() => processesOf(dataDir), { timeout: 10_000 }).toEqual([])

it(
  'says in a sentence why a second one cannot start, and ends by Ctrl-C with everything it started',
  async () => {
    const started = await start()
    const sameFolder = begin(launcher)
    expect(await sameFolder.ended).toBe(1)
    expect(sameFolder.said()).toBe(
      `The data folder ${dataDir} is in use by another Huiyin (process ${servicePid()}). ` +
        'Stop it first, or choose another data folder.\n',
    )
    const elsewhere = join(dataDir, 'elsewhere')
    const samePort = begin(launcher, { DATA_DIR: elsewhere, PORT: String(started.port) })
    expect(await samePort.ended).toBe(1)
    expect(samePort.said()).toContain(`Port ${started.port} is in use by another program.`)
    expect(samePort.said()).not.toContain('    at ')
    expect(processesOf(elsewhere)).toEqual([])

    if (process.platform === 'linux') expect(processesOf(dataDir)).toContain(servicePid())
    expect(await end(started, 'SIGINT', -pidOf(started))).toBe(0)
    await expectNothingLeft()
  },
  2 * startMs,
)

it(
  'ends by SIGTERM with everything it started, also while somebody sends very slowly',
  async () => {
    const started = await start()
    const slow = connect({ host: '127.0.0.1', port: started.port }).on('error', () => {})
    slow.write('POST /api/setup HTTP/1.1\r\nhost: x\r\ncontent-type: application/json\r\n')
    slow.write('content-length: 1000\r\n\r\n{')
    await once(slow, 'connect')
    const began = performance.now()
    expect(await end(started, 'SIGTERM', pidOf(started))).toBe(0)
    expect(performance.now() - began).toBeLessThan(20_000)
    await expectNothingLeft()
  },
  startMs,
)

it(
  'recovers by itself from kill -9: of the service, of the launcher, of npm',
  async () => {
    const first = await start()
    await first.call(setUp, {
      body: {
        workspaceName: '蓝鲸',
        business: 'store',
        ownerName: '林岸',
        email: 'lin@whale.example',
        password: 'three whales in a bath',
      },
    })
    expect(await end(first, 'SIGKILL', servicePid())).toBe(137)

    const second = await start()
    expect((await second.call(readSetup)).needed).toBe(false)
    await end(second, 'SIGKILL', pidOf(second))

    const third = await start(npm) // at once, while the service may still be ending
    expect((await third.call(readSetup)).needed).toBe(false)
    await end(third, 'SIGKILL', pidOf(third))
    await expectNothingLeft()

    const fourth = await start()
    expect((await fourth.call(readSetup)).needed).toBe(false)
    expect(await end(fourth, 'SIGTERM', pidOf(fourth))).toBe(0)
    await expectNothingLeft()
  },
  3 * startMs,
)
