/** A service in a process of its own, for embedded.test.ts: starts, says where, waits to be killed. */
import { startEmbedded } from './embedded.ts'

const [dataDir = ''] = process.argv.slice(2)
const { url, pid, stop } = await startEmbedded({ dataDir, durability: 'none' }).catch((error) => {
  console.log(JSON.stringify({ code: error.code, holder: error.pid, message: error.message }))
  process.exit(1)
})
console.log(JSON.stringify({ url, pid }))
process.once('SIGTERM', () => stop().then(() => process.exit(0)))
process.stdin.resume().once('end', () => process.exit()) // the test run itself was killed
