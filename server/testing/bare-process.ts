/** The whole product as a process of its own, without the faces: for tests that kill it. */
import { readConfig } from '../platform/config.ts'
import { makeLog } from '../platform/log.ts'
import { run } from '../process.ts'

const config = readConfig()
const running = await run(config, 'all', makeLog(config.logLevel))
process.send?.({ address: running.address })
process.once('SIGTERM', async () => {
  await running.stop()
  process.exit(0)
})
