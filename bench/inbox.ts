import { sizes } from './dataset.ts'
import type { Served } from './ground.ts'
import { load, settled } from './load.ts'
import { against, type Benchmark, type Finding, under } from './report.ts'
import { bareList, serveBare, type Times, walk } from './walk.ts'
import { type OverDataset, withDataset } from './with-dataset.ts'

const runs = 5
const seconds = 2
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
    withDataset(say, async (over) => {
      const bare = await serveBare(over.url)
      try {
        const times = (query: string) => bySize(over, bare, query)
        const findings: Finding[] = []
        for (const [name, word] of Object.entries(searches)) {
          const { products, bares } = await times(`q=${encodeURIComponent(word)}`)
          say(told(`search, ${name}`, products))
          const [at1M, bareAt1M] = [products.at(-1) as Times, bares.at(-1) as Times]
          findings.push(
            under(`search at 1M, ${name}`, 'ms p95', at1M.p95, searchMs, {
              p50: at1M.p50,
              'bare select p95': bareAt1M.p95,
            }),
          )
        }
        for (const [name, query] of Object.entries(lists)) {
          const { products } = await times(query)
          say(told(`list, ${name}`, products))
          const [small, large] = [products[0] as Times, products.at(-1) as Times]
          findings.push(
            against(
              `list p95 at 1M, ${name}`,
              'ms',
              large.p95,
              { what: 'the same at 10k', figure: small.p95 },
              { atMost: 1.5 },
              { p50: large.p50, 'p50 at 10k': small.p50 },
            ),
          )
        }
        return [...findings, ...(await rates(over, bare))]
      } finally {
        await bare.stop()
      }
    }),
}

/** The same question to every size, in turn with a bare select of each. */
async function bySize(
  { api, datasets, headersFor }: OverDataset,
  bare: Served,
  query: string,
): Promise<{ products: Times[]; bares: Times[] }> {
  const times = await walk([
    ...datasets.map((dataset) => ({
      url: `${api.origin}/api/v1/cases?${query}`,
      headers: headersFor(dataset),
    })),
    ...datasets.map((dataset) => ({ url: bareList(bare, dataset) })),
  ])
  return { products: times.slice(0, datasets.length), bares: times.slice(datasets.length) }
}

function told(what: string, times: Times[]): string {
  return `${what}: p95 ${times.map(({ p95 }, at) => `${p95.toFixed(1)} ms at ${sizes[at]}`).join(', ')}`
}

/** The list's rate beside a bare Fastify with one indexed select. */
async function rates(over: OverDataset, bare: Served): Promise<Finding[]> {
  const findings: Finding[] = []
  for (const dataset of over.datasets) {
    const limit = await rate(bareList(bare, dataset))
    const list = await rate(`${over.api.origin}/api/v1/cases`, over.headersFor(dataset))
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
  return findings
}

const rate = (url: string, headers: Record<string, string> = {}) =>
  settled(() => load({ url, headers, connections: 16, status: 200, seconds }), runs)
