import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { serve } from './ground.ts'
import { type Benchmark, median, plain, under } from './report.ts'

const runs = 5
const idleMs = 10_000

export const startUp: Benchmark = {
  name: 'start-up',
  async run(say) {
    const dataDir = await mkdtemp(join(tmpdir(), 'huiyin-bench-'))
    try {
      const first = await once(dataDir)
      const later: number[] = []
      for (let i = 0; i < runs; i++) later.push((await once(dataDir)).ms)
      say('idle for ten seconds')
      const { idleMiB } = await once(dataDir, idleMs)
      return [
        plain('first start, database made', 'ms', first.ms),
        under('later start to the first answer', 'ms', median(later), 5000),
        under('idle memory of the Node process', 'MiB', idleMiB, 200),
      ]
    } finally {
      await rm(dataDir, { recursive: true, force: true })
    }
  },
}

async function once(dataDir: string, idle = 0): Promise<{ ms: number; idleMiB: number }> {
  const before = performance.now()
  const served = await serve(
    ['server/main.ts', 'start'],
    { DATA_DIR: dataDir, DATABASE_URL: '' },
    '/readyz',
  )
  const ms = performance.now() - before
  await new Promise((resolve) => setTimeout(resolve, idle))
  const idleMiB = served.rssMiB()
  await served.stop()
  return { ms, idleMiB }
}
