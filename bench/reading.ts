import { execFileSync } from 'node:child_process'
import { against, type Benchmark, under } from './report.ts'

const program = new URL('./read-texts.ts', import.meta.url).pathname

type Measured = { texts: number; loadMs: number; rssMiB: number; readings: number; bare: number }

/** The text engine alone, by processor time of one core. */
export const reading: Benchmark = {
  name: 'reading',
  async run(say) {
    say('reading texts in a process of their own')
    const { texts, loadMs, rssMiB, readings, bare } = JSON.parse(
      execFileSync(process.execPath, [program], { encoding: 'utf8' }),
    ) as Measured
    const bareWork = { what: 'bare folding and hashing of the same texts', figure: bare }
    const goal = { what: 'goal', figure: 5000 }
    return [
      against('readings', 'a second', readings, bareWork, null, { texts }),
      against('readings', 'a second', readings, goal, { atLeast: 1 }),
      under('load, modules and model', 'ms', loadMs, 300),
      under('memory of the process', 'MiB', rssMiB, 150),
    ]
  },
}
