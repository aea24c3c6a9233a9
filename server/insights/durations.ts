/** Durations as histograms: buckets that grow by a tenth, so a quantile is right to within 5 %. */

/** Bucket b holds [growth^b, growth^(b+1)) seconds; below one second is bucket 0. */
export const growth = 1.1

/** SQL of the bucket of a duration between two timestamp expressions. */
export function bucketSql(from: string, to: string): string {
  return `floor(ln(greatest(extract(epoch from ${to} - ${from}), 1)) / ln(${growth}))::smallint`
}

export function bucketOf(ms: number): number {
  return Math.floor(Math.log(Math.max(ms / 1000, 1)) / Math.log(growth))
}

export interface Bucket {
  bucket: number
  cases: number
}

/**
 * The duration in ms below which the share `q` of the cases lies, spread evenly (on the log scale)
 * within its bucket. Null without cases.
 */
export function quantile(buckets: Bucket[], q: number): number | null {
  const filled = buckets.filter(({ cases }) => cases > 0).sort((a, b) => a.bucket - b.bucket)
  const total = filled.reduce((sum, { cases }) => sum + cases, 0)
  if (total === 0) return null
  const rank = q * total
  let below = 0
  for (const { bucket, cases } of filled) {
    if (below + cases >= rank) return Math.round(1000 * growth ** (bucket + (rank - below) / cases))
    below += cases
  }
  return null
}
