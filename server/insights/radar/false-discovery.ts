/**
 * Of many comparisons, those that may be believed (Benjamini and Hochberg 1995): of what is returned,
 * in the long run no more than `rate` is chance. Returns indices into `chances`, the surest first.
 */
export function discoveries(chances: readonly number[], rate: number): number[] {
  const ranked = chances.flatMap((chance, index) => (chance <= rate ? [{ chance, index }] : []))
  ranked.sort((a, b) => a.chance - b.chance)
  const last = ranked.findLastIndex(
    ({ chance }, rank) => chance <= ((rank + 1) / chances.length) * rate,
  )
  return ranked.slice(0, last + 1).map(({ index }) => index)
}
