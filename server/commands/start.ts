import { mkdir } from 'node:fs/promises'
import type { Config } from '../platform/config.ts'
import { ConfigError } from '../platform/config.ts'
import { makeLog } from '../platform/log.ts'
import { type ProcessRole, run } from '../process.ts'
import { isSetUp } from '../workspaces/index.ts'
import { buildFaces } from './build-faces.ts'

/** Serves until asked to stop (Ctrl-C or SIGTERM), then ends cleanly, database included. */
export async function start(config: Config, role: ProcessRole): Promise<number> {
  if (role !== 'all' && !config.databaseUrl)
    throw new ConfigError(`serve --role ${role} needs DATABASE_URL`)
  await mkdir(config.dataDir, { recursive: true })
  if (role !== 'worker') await buildFaces((line) => process.stdout.write(`${line}\n`))
  const log = makeLog(config.logLevel)
  const running = await run(config, role, log)
  if (running.address) process.stdout.write(greeting(running.address))
  if (running.address && isOpen(config) && !(await isSetUp(running.platform.db)))
    process.stdout.write(warning)
  const lost = await Promise.race([askedToStop(), running.lost])
  // A second Ctrl-C no longer waits.
  process.once('SIGINT', () => process.exit(130))
  await running.stop()
  if (lost === undefined) return 0
  process.stderr.write(`The database ended by itself: ${lost}\n`)
  return 1
}

function greeting(address: string): string {
  return `
  回音 Huiyin

  Console  控制台   ${address}/console
  Portal   反馈页   ${address}/
  API      接口     ${address}/api

`
}

const warning = `  Nobody has set Huiyin up yet, and other machines can reach it: whoever opens it first becomes
  its owner. Do it now, or set up on 127.0.0.1 first.
  还没有人完成初始设置，而其他机器也能访问：谁先打开，谁就是负责人。请马上设置。

`

/** Can other machines reach it? */
function isOpen({ host }: Config): boolean {
  return !['127.0.0.1', '::1', 'localhost'].includes(host)
}

/** Ctrl-C, SIGTERM, or the end of the launcher that started us. */
function askedToStop(): Promise<undefined> {
  return new Promise((resolve) => {
    for (const signal of ['SIGINT', 'SIGTERM', 'disconnect'] as const)
      process.once(signal, () => resolve(undefined))
  })
}
