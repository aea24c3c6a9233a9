import { mkdir } from 'node:fs/promises'
import type { Config } from '../platform/config.ts'
import { ConfigError } from '../platform/config.ts'
import { makeLog } from '../platform/log.ts'
import { type ProcessRole, run } from '../process.ts'
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
  await askedToStop()
  // A second Ctrl-C no longer waits.
  process.once('SIGINT', () => process.exit(130))
  await running.stop()
  return 0
}

function greeting(address: string): string {
  return `
  回音 Huiyin

  Console  控制台   ${address}/console
  Portal   客户入口 ${address}/
  API      接口     ${address}/api/openapi.json

`
}

function askedToStop(): Promise<void> {
  return new Promise((resolve) => {
    process.once('SIGINT', resolve)
    process.once('SIGTERM', resolve)
  })
}
