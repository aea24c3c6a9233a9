import { execFile } from 'node:child_process'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { migrate } from '../server/platform/db/migrate.ts'
import { freshDatabase, serve, serveApi, startDatabase } from './ground.ts'
import { type Loaded, load, settled } from './load.ts'
import { against, type Benchmark, type Finding, median, plain } from './report.ts'

const runs = 5
const seconds = 3
const goals: Record<number, number | null> = { 1: null, 16: 0.8, 64: 1.5 }

/** About 300 bytes of JSON, as a person would write. */
const text =
  '上周五下的单，到今天还显示在集运仓没有动过，问了两次客服都说再等等。周末要用，请帮忙看看到底卡在哪里，能不能换一家快递重新发，或者直接退款也可以。'
const body = JSON.stringify({ text, externalId: '{{id}}' })

export const intake: Benchmark = {
  name: 'intake',
  async run(say) {
    const server = await startDatabase()
    try {
      const findings: Finding[] = []
      const bareUrl = await freshDatabase(server, 'bench_bare')
      await migrate(bareUrl)
      const apiUrl = await freshDatabase(server, 'bench_intake')
      const fastify = await serve([join(import.meta.dirname, 'bare-fastify.ts')], {}, '/')
      const api = await serveApi(apiUrl)
      for (const connections of [1, 16, 64]) {
        say(`${connections} at once`)
        const statement = await bare(bareUrl, connections, 'statement')
        const transaction = await bare(bareUrl, connections, 'transaction')
        const http = await settled(
          () =>
            load({ url: fastify.origin, method: 'POST', body, connections, status: 201, seconds }),
          runs,
        )
        const cpuBefore = api.cpuMs()
        const took: Loaded = await settled(
          () =>
            load({
              url: `${api.origin}/api/v1/feedback`,
              method: 'POST',
              body,
              connections,
              status: 201,
              seconds,
              headers: { authorization: `Bearer ${api.key}` },
            }),
          runs,
        )
        const cpu = (api.cpuMs() - cpuBefore) / (took.requests + took.requests / runs)
        const goal = goals[connections]
        findings.push(
          against(
            `${connections} at once, against one statement each`,
            'requests/s',
            took.perSecond,
            { what: 'bare rows in one statement', figure: statement },
            goal ? { atLeast: goal } : null,
            { p50: took.p50, p95: took.p95, 'CPU ms/request': cpu },
          ),
          against(
            `${connections} at once, against begin … commit`,
            'requests/s',
            took.perSecond,
            { what: 'bare rows in begin … commit', figure: transaction },
            null,
          ),
          against(
            `${connections} at once, against HTTP alone`,
            'requests/s',
            took.perSecond,
            { what: 'Fastify answering 201', figure: http.perSecond },
            null,
          ),
        )
      }
      await api.stop()
      await fastify.stop()
      say('with its reactions in the same process')
      const all = await serveApi(await freshDatabase(server, 'bench_intake_all'), 'all')
      const busy = await settled(
        () =>
          load({
            url: `${all.origin}/api/v1/feedback`,
            method: 'POST',
            body,
            connections: 64,
            status: 201,
            seconds,
            headers: { authorization: `Bearer ${all.key}` },
          }),
        runs,
      )
      findings.push(
        plain('64 at once, reactions running in the same process', 'requests/s', busy.perSecond, {
          p50: busy.p50,
          p95: busy.p95,
        }),
      )
      await all.stop()
      return findings
    } finally {
      await server.stop()
    }
  },
}

async function bare(
  url: string,
  connections: number,
  shape: 'statement' | 'transaction',
): Promise<number> {
  const figures: number[] = []
  for (let i = 0; i <= runs; i++) {
    const script = join(import.meta.dirname, 'bare-intake.ts')
    const { stdout } = await promisify(execFile)(process.execPath, [
      script,
      url,
      String(connections),
      String(seconds),
      shape,
      text,
    ])
    if (i > 0) figures.push(Number(stdout))
  }
  return median(figures)
}
