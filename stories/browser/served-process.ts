/**
 * The whole product with its faces as a process of its own, for stories in a browser. The clock's
 * minute comes when the story says so, besides by itself.
 */
import { readConfig } from '../../server/platform/config.ts'
import { makeLog } from '../../server/platform/log.ts'
import { run } from '../../server/process.ts'
import { schedule } from '../../server/schedule.ts'

const config = readConfig()
const running = await run(config, 'all', makeLog(config.logLevel))
process.send?.({ address: running.address })

process.on('message', async () => {
  for (const { run: act } of schedule) await act(running.platform)
  process.send?.({ ticked: true })
})
async function end(): Promise<void> {
  await running.stop()
  process.exit(0)
}
process.once('SIGTERM', end)
process.once('disconnect', end)
