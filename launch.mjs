/**
 * Runs one of our TypeScript files on the Node that package.json pins, whatever Node started this.
 *
 *   node launch.mjs <script.ts> [arguments…]
 *
 * Plain JavaScript without dependencies, because it runs before anything is installed:
 * it installs what package-lock.json asks for and node_modules lacks, then hands over.
 *
 * Signals. Ctrl-C reaches every process of the terminal's group, and npm sends it once more. The
 * script runs in a session of its own and gets exactly one signal, from here. An IPC channel stays
 * open to it: its `disconnect` event means that this launcher was killed.
 */
import { spawn, spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { constants } from 'node:os'
import { basename, dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

const SAME_SIGNAL_MS = 1000
const PARENT_LOOK_MS = 2000
const INSTALL_LOCK_STALE_MS = 15 * 60_000
/**
 * node:sqlite, which locks the data folder, still warns that it is new. A small nursery for young
 * objects keeps an idle service some 30 MB smaller; docs/benchmarks.md has the figures.
 */
const flags = ['--disable-warning=ExperimentalWarning', '--max-semi-space-size=4']
const root = dirname(fileURLToPath(import.meta.url))
const pinnedNode = join(root, 'node_modules', '.bin', 'node')
const installLock = join(root, '.huiyin-installing')

const [script, ...scriptArguments] = process.argv.slice(2)
if (!script) {
  console.error('usage: node launch.mjs <script.ts> [arguments…]')
  process.exit(2)
}
if (!isInstalled()) await installOnce()
run()

/** True when every package of package-lock.json is there in its version. Optional ones may lack. */
function isInstalled() {
  const wanted = packagesOf('package-lock.json')
  const present = packagesOf(join('node_modules', '.package-lock.json'))
  if (!wanted) throw new Error('package-lock.json is missing: this is not a complete Huiyin folder')
  if (!present || !existsSync(pinnedNode)) return false
  return Object.entries(wanted).every(([path, { version, optional, devOptional }]) => {
    if (path === '') return true
    const found = present[path]
    return found ? found.version === version : Boolean(optional || devOptional)
  })
}

function packagesOf(lockFile) {
  try {
    return JSON.parse(readFileSync(join(root, lockFile), 'utf8')).packages
  } catch {
    return undefined
  }
}

/** Two launches at once: one installs, the other waits for it. */
async function installOnce() {
  while (!takeInstallLock()) {
    await new Promise((resolve) => setTimeout(resolve, 500))
  }
  process.once('exit', () => rmSync(installLock, { recursive: true, force: true }))
  if (!isInstalled()) install()
  rmSync(installLock, { recursive: true, force: true })
}

function takeInstallLock() {
  try {
    mkdirSync(installLock)
    writeFileSync(join(installLock, 'pid'), String(process.pid))
    return true
  } catch (error) {
    if (error.code !== 'EEXIST') throw error
  }
  if (isHolderGone()) rmSync(installLock, { recursive: true, force: true })
  return false
}

function isHolderGone() {
  try {
    if (Date.now() - statSync(installLock).mtimeMs > INSTALL_LOCK_STALE_MS) return true
    process.kill(Number(readFileSync(join(installLock, 'pid'), 'utf8')), 0)
    return false
  } catch (error) {
    return error.code === 'ESRCH'
  }
}

function install() {
  console.log('Huiyin: installing packages (once, about a minute)…')
  // Install scripts fetch the pinned Node and link PostgreSQL's libraries, so they must run.
  const flags = ['ci', '--include=dev', '--include=optional', '--ignore-scripts=false']
  flags.push('--no-audit', '--no-fund', '--loglevel=error')
  const npm = process.env.npm_execpath ?? ''
  const [command, ...before] = basename(npm) === 'npm-cli.js' ? [process.execPath, npm] : ['npm']
  const result = spawnSync(command, [...before, ...flags], {
    cwd: root,
    env: { ...process.env, NODE_ENV: 'development' },
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'pipe'],
    maxBuffer: 64 * 1024 * 1024,
  })
  if (result.status === 0 && isInstalled()) return
  process.stderr.write(`${result.stdout ?? ''}${result.stderr ?? ''}`)
  console.error(
    `Huiyin: "npm ci" did not succeed (${result.error?.message ?? `exit code ${result.status}`}). ` +
      'Check that the npm registry can be reached, then start again.',
  )
  process.exit(1)
}

function run() {
  const child = spawn(pinnedNode, [...flags, join(root, script), ...scriptArguments], {
    stdio: ['inherit', 'inherit', 'inherit', 'ipc'],
    detached: true,
  })
  const lastSent = {}
  for (const signal of ['SIGINT', 'SIGTERM']) {
    process.on(signal, () => {
      if (Date.now() - (lastSent[signal] ?? 0) < SAME_SIGNAL_MS) return
      lastSent[signal] = Date.now()
      child.kill(signal)
    })
  }
  stopWhenNpmIsKilled(child)
  child.once('error', (error) => {
    console.error(`Huiyin: ${pinnedNode} cannot be run (${error.message}). Remove node_modules.`)
    process.exit(1)
  })
  child.once('exit', (code, signal) => {
    process.exit(signal ? 128 + constants.signals[signal] : (code ?? 1))
  })
}

/** "kill -9" of npm must not leave a service behind that nobody sees. */
function stopWhenNpmIsKilled(child) {
  if (!process.env.npm_lifecycle_event) return
  const before = above()
  setInterval(() => above() === before || child.kill('SIGTERM'), PARENT_LOOK_MS).unref()
}

/** Who started us: npm, or the shell that npm runs scripts with, and then npm above it. */
function above() {
  const parent = process.ppid
  const [name, grandparent] = nameAndParentOf(parent)
  return name.endsWith('sh') ? `${parent} ${grandparent}` : String(parent)
}

function nameAndParentOf(pid) {
  if (process.platform === 'linux') {
    try {
      // "123 (sh) S 122 …"; the name may hold anything, brackets too.
      const [, name, rest] = /^\d+ \((.*)\) (.*)/s.exec(readFileSync(`/proc/${pid}/stat`, 'utf8'))
      return [name, rest.split(' ')[1]]
    } catch {
      return ['', '']
    }
  }
  const columns = ['-o', 'ppid=', '-o', 'comm=', '-p', String(pid)]
  const { stdout } = spawnSync('ps', columns, { encoding: 'utf8' })
  const [grandparent = '', name = ''] = (stdout ?? '').trim().split(/\s+/)
  return [name, grandparent]
}
