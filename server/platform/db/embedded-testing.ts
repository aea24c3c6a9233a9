/** A service in a process of its own, for embedded.test.ts: starts, says where, waits to be killed. */
import { startEmbedded } from './embedded.ts'

const [dataDir = ''] = process.argv.slice(2)
/** A service has requests to answer and jobs to finish before its database ends. */
const endingMs = 500
const { url, pid, retire, stop } = await startEmbedded({ dataDir, durability: 'none' }).catch(
  (error) => {
    console.log(JSON.stringify({ code: error.code, holder: error.pid, message: error.message }))
    process.exit(1)
  },
)
console.log(JSON.stringify({ url, pid }))
process.once('SIGTERM', () => {
  retire()
  setTimeout(() => stop().then(() => process.exit(0)), endingMs)
})
process.stdin.resume().once('end', () => process.exit()) // the test run itself was killed
