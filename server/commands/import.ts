/** Imports a sheet from the terminal, whether the service runs or not. */
import { createReadStream, createWriteStream, existsSync, statSync } from 'node:fs'
import { basename, resolve } from 'node:path'
import { createInterface } from 'node:readline/promises'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { setTimeout as sleep } from 'node:timers/promises'
import type { ImportView } from '../../contract/imports.ts'
import { imports } from '../channels/index.ts'
import { type Config, ConfigError } from '../platform/config.ts'
import { type Ctx, system } from '../platform/ctx.ts'
import { Refusal } from '../platform/errors.ts'
import { keepUpload } from '../platform/files/upload.ts'
import type { Log } from '../platform/log.ts'
import { loadSettings } from '../workspaces/index.ts'
import { chooseWorkspace, type Ground, leftToDo, openGround } from './import-ground.ts'
import { type ImportOptions, importUsage, mappingFor, readImportOptions } from './import-options.ts'
import {
  describeImport,
  draw,
  nobodyWorks,
  progressBar,
  refusalInWords,
  say,
  summary,
} from './import-words.ts'

const watchMs = 200
/** A worker that is started anew, or whose line was lost, is back by then. */
const workerBackMs = 10_000
const interrupted = 130

/** Exit status 0 when the sheet was read to its end, rejected rows or not. */
export async function importSheet(config: Config, log: Log, args: string[]): Promise<number> {
  const options = readImportOptions(args)
  if (options.help) {
    say(`${importUsage}\n`)
    return 0
  }
  const file = pathOf(options.file)
  if (!statSync(file, { throwIfNoEntry: false })?.isFile())
    throw new ConfigError(`There is no file ${file}`)
  const stop = { asked: false }
  process.once('SIGINT', () => {
    stop.asked = true
  })
  const ground = await openGround(config, log)
  try {
    return await carryOut(ground, file, options, stop)
  } catch (error) {
    if (!(error instanceof Refusal)) throw error
    throw new ConfigError(refusalInWords(error.code), { cause: error })
  } finally {
    await ground.close()
  }
}

/** As the person meant it: npm runs us in the project's folder. */
function pathOf(file: string): string {
  const there = resolve(process.env.INIT_CWD ?? '.', file)
  return existsSync(there) ? there : resolve(file)
}

async function carryOut(
  ground: Ground,
  file: string,
  options: ImportOptions,
  stop: { asked: boolean },
): Promise<number> {
  const { id, slug } = await chooseWorkspace(ground.platform, options.workspace)
  const ctx = ground.platform.ctx(id, { ...system, name: 'huiyin import' })
  const opened = await bring(ctx, file, options)
  const importId = opened.id
  let started = false
  try {
    const mapping = mappingFor(opened.mapping, opened.columns, options)
    const mapped = await imports.map(ctx, { importId, ...mapping })
    say(`Workspace ${slug}\n${describeImport(mapped)}`)
    if (!(await confirmed(options))) return 1
    const began = performance.now()
    await (options.dryRun ? imports.check(ctx, { importId }) : imports.start(ctx, { importId }))
    started = !options.dryRun
    const view = await watch(ctx, importId, ground, stop).catch(lost)
    if (stop.asked) return leave(ground, options)
    if (view.error) throw new ConfigError(refusalInWords(view.error))
    say(summary(view, { dryRun: options.dryRun, tookMs: performance.now() - began }))
    if (options.rejected)
      await writeRejected(ctx, view, resolve(process.env.INIT_CWD ?? '.', options.rejected))
    if (ground.alone && started) await followUp(ground, stop)
    return 0
  } finally {
    // Of a dry run, or an import that nobody wanted, nothing stays.
    if (!started) await imports.discard(ctx, { importId }).catch(() => {})
  }
}

async function bring(
  ctx: Ctx,
  path: string,
  { encoding, headerRow }: ImportOptions,
): Promise<ImportView> {
  const file = Object.assign(createReadStream(path), { truncated: false })
  const { ticket } = await keepUpload(ctx, { file, filename: basename(path) }, ['sheet'])
  return imports.open(ctx, {
    file: ticket,
    encoding: encoding ?? undefined,
    headerRow: headerRow === 'none' ? null : (headerRow ?? undefined),
  })
}

/** At a terminal a person may look at the mapping first; a script is asked nothing. */
async function confirmed({ yes }: ImportOptions): Promise<boolean> {
  if (yes || !process.stdin.isTTY || !process.stdout.isTTY) return true
  const lines = createInterface({ input: process.stdin, output: process.stdout })
  try {
    return /^(y|yes|是)?$/i.test((await lines.question('Go on? [Y/n] ')).trim())
  } finally {
    lines.close()
  }
}

async function watch(
  ctx: Ctx,
  importId: string,
  ground: Ground,
  stop: { asked: boolean },
): Promise<ImportView> {
  for (let workedAt = performance.now(); ; ) {
    const view = await imports.show(ctx, { importId })
    const busy = view.state === 'running' || view.state === 'checking'
    draw(busy ? progressBar(view) : '')
    if (!busy || stop.asked) return view
    if (await ground.isWorkedOn()) workedAt = performance.now()
    else if (performance.now() - workedAt > workerBackMs) throw new ConfigError(nobodyWorks(view))
    await sleep(watchMs)
  }
}

/** The work is safe: it goes on from the last piece that was kept. */
function lost(cause: unknown): never {
  draw('')
  if (cause instanceof ConfigError) throw cause
  throw new ConfigError(
    'The database went away. The import goes on where it stopped when Huiyin runs again.',
    { cause },
  )
}

/** Opens the cases, reads the texts, counts: all that follows from what was imported. */
async function followUp({ platform }: Ground, stop: { asked: boolean }): Promise<void> {
  for (let left = await leftToDo(platform); left > 0 && !stop.asked; ) {
    draw(`Opening cases and reading texts … ${left.toLocaleString('en')} left`)
    await sleep(watchMs)
    left = await leftToDo(platform)
  }
  draw('')
}

function leave({ alone }: Ground, { dryRun }: ImportOptions): number {
  if (!dryRun)
    say(
      alone
        ? 'Stopped. The import goes on where it is when Huiyin runs next.\n'
        : 'The import goes on in the service; see the console.\n',
    )
  return interrupted
}

async function writeRejected(ctx: Ctx, view: ImportView, path: string): Promise<void> {
  const { locale } = await loadSettings(ctx)
  await pipeline(Readable.from(imports.rejectedSheet(ctx, view, locale)), createWriteStream(path))
  say(`Rejected rows: ${path}\n`)
}
