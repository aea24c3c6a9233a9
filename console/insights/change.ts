/** How a figure moved against the period before, in signed text. Pure. */
export type Moved = { kind: 'percent' | 'points'; text: string } | { kind: 'steady' } | null

/** A share moves by points, everything else by per cent. Null when there is nothing to compare. */
export function changeOf(
  value: number | null,
  before: number | null,
  as: 'amount' | 'share',
): Moved {
  if (value === null || before === null) return null
  if (as === 'share') {
    const points = Math.round((value - before) * 1000) / 10
    return points === 0 ? { kind: 'steady' } : { kind: 'points', text: signed(points) }
  }
  if (before === 0) return value === 0 ? { kind: 'steady' } : null
  const percent = Math.round(((value - before) / before) * 100)
  return percent === 0 ? { kind: 'steady' } : { kind: 'percent', text: `${signed(percent)}%` }
}

function signed(value: number): string {
  return value > 0 ? `+${value}` : `−${Math.abs(value)}`
}

export function percent(share: number | null): string {
  return share === null ? '—' : `${Math.round(share * 1000) / 10}%`
}
