import { join } from 'node:path'
import { type Dataset, sizes } from './dataset.ts'
import { type Served, serve } from './ground.ts'
import { load, settled } from './load.ts'
import { against, type Benchmark, type Finding, percentile, under } from './report.ts'
import { withDataset } from './with-dataset.ts'

const runs = 5
const seconds = 2
const asks = 200
const searchMs = 50

/** Words by how many cases hold them. */
const searches = {
  'a rare word': '麒麟',
  'a common word': '质量真的不行',
  'two characters': '退款',
  'a phrase': '重复扣了两次钱',
  'a word nobody wrote': '潜水艇',
}
const lists = {
  'first page': '',
  'open cases': 'view=open',
  'a channel and a kind': 'channel=c0000000-0000-7000-8000-000000000001&kind=bug',
  'broken promises of a month': 'promise=broken&openedFrom=2026-10-01&openedTo=2026-10-31',
}

export const inbox: Benchmark = {
  name: 'inbox',
  run: (say) =>
    withDataset(say, async ({ api, datasets, url, headersFor }) => {
      const findings: Finding[] = []
      const p95s = new Map<string, Map<number, number>>()
      for (const dataset of datasets) {
        const headers = headersFor(dataset)
        for (const [name, query] of Object.entries(lists)) {
          const times = await walk(api, `/api/v1/cases?${query}`, headers)
          say(`${dataset.cases}: list, ${name}: p95 ${times.p95.toFixed(1)} ms`)
          p95s.set(name, (p95s.get(name) ?? new Map()).set(dataset.cases, times.p95))
        }
        for (const [name, word] of Object.entries(searches)) {
          const times = await walk(api, `/api/v1/cases?q=${encodeURIComponent(word)}`, headers)
          say(`${dataset.cases}: search, ${name}: p95 ${times.p95.toFixed(1)} ms`)
          if (dataset.cases === sizes[2])
            findings.push(
              under(`search at 1M, ${name}`, 'ms p95', times.p95, searchMs, { p50: times.p50 }),
            )
        }
      }
      for (const [name, bySize] of p95s)
        findings.push(
          against(
            `list p95 at 1M, ${name}`,
            'ms',
            bySize.get(sizes[2]) as number,
            { what: 'the same at 10k', figure: bySize.get(sizes[0]) as number },
            { atMost: 1.5 },
          ),
        )
      findings.push(...(await rates(api, datasets, url, headersFor)))
      return findings
    }),
}

/** The list's rate beside a bare Fastify with one indexed select. */
async function rates(
  api: Served,
  datasets: Dataset[],
  url: string,
  headersFor: (dataset: Dataset) => Record<string, string>,
): Promise<Finding[]> {
  const bare = await serve(
    [join(import.meta.dirname, 'bare-fastify.ts')],
    { DATABASE_URL: url },
    '/',
  )
  const findings: Finding[] = []
  for (const dataset of datasets) {
    const limit = await settled(
      () =>
        load({
          url: `${bare.origin}/list/${dataset.workspaceId}`,
          connections: 16,
          status: 200,
          seconds,
        }),
      runs,
    )
    const list = await settled(
      () =>
        load({
          url: `${api.origin}/api/v1/cases`,
          headers: headersFor(dataset),
          connections: 16,
          status: 200,
          seconds,
        }),
      runs,
    )
    findings.push(
      against(
        `list of 50 at ${dataset.cases.toLocaleString('en')}, 16 at once`,
        'requests/s',
        list.perSecond,
        { what: 'bare select', figure: limit.perSecond },
        { atLeast: 0.4 },
        { p50: list.p50, p95: list.p95 },
      ),
    )
  }
  await bare.stop()
  return findings
}

export async function walk(
  api: Served,
  path: string,
  headers: Record<string, string>,
): Promise<{ p50: number; p95: number }> {
  const times: number[] = []
  for (let i = 0; i < asks + 20; i++) {
    const before = performance.now()
    const response = await fetch(api.origin + path, { headers })
    await response.arrayBuffer()
    if (!response.ok) throw new Error(`${path} answered ${response.status}`)
    if (i >= 20) times.push(performance.now() - before)
  }
  return { p50: percentile(times, 0.5), p95: percentile(times, 0.95) }
}
