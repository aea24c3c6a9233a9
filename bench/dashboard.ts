import { sizes } from './dataset.ts'
import { walk } from './inbox.ts'
import { type Benchmark, under } from './report.ts'
import { withDataset } from './with-dataset.ts'

export const dashboard: Benchmark = {
  name: 'dashboard',
  run: (say) =>
    withDataset(say, async ({ api, datasets, headersFor }) => {
      const findings = []
      for (const dataset of datasets) {
        const times = await walk(
          api,
          '/api/v1/dashboard?from=2025-11-02&to=2026-11-01',
          headersFor(dataset),
        )
        const what = `twelve months at ${dataset.cases.toLocaleString('en')} cases`
        findings.push(under(what, 'ms p95', times.p95, 50, { p50: times.p50 }))
        say(`${dataset.cases}: p95 ${times.p95.toFixed(1)} ms of ${sizes.length} sizes`)
      }
      return findings
    }),
}
