import { type Benchmark, under } from './report.ts'
import { bareList, serveBare, walk } from './walk.ts'
import { withDataset } from './with-dataset.ts'

export const dashboard: Benchmark = {
  name: 'dashboard',
  run: (say) =>
    withDataset(say, async ({ api, datasets, headersFor, url }) => {
      const bare = await serveBare(url)
      try {
        const times = await walk([
          ...datasets.map((dataset) => ({
            url: `${api.origin}/api/v1/dashboard?from=2025-11-02&to=2026-11-01`,
            headers: headersFor(dataset),
          })),
          ...datasets.map((dataset) => ({ url: bareList(bare, dataset) })),
        ])
        return datasets.map((dataset, at) => {
          const [whole, limit] = [times[at], times[datasets.length + at]]
          return under(
            `twelve months at ${dataset.cases.toLocaleString('en')} cases`,
            'ms p95',
            whole?.p95 ?? Number.NaN,
            50,
            { p50: whole?.p50 ?? Number.NaN, 'bare select p95': limit?.p95 ?? Number.NaN },
          )
        })
      } finally {
        await bare.stop()
      }
    }),
}
