/** How much two texts have in common, 0 to 1: the pairs of characters they share (Dice). Pure. */
export function likeness(one: string, other: string): number {
  const [mine, theirs] = [pairsOf(one), pairsOf(other)]
  const all = sum(mine) + sum(theirs)
  if (all === 0) return 1
  let shared = 0
  for (const [pair, count] of mine) shared += Math.min(count, theirs.get(pair) ?? 0)
  return (2 * shared) / all
}

/** Spaces, signs and case count for nothing. */
function pairsOf(text: string): Map<string, number> {
  const letters = [...text.normalize('NFKC').toLowerCase()].filter((one) =>
    /[\p{L}\p{N}]/u.test(one),
  )
  const pairs = new Map<string, number>()
  const add = (pair: string) => pairs.set(pair, (pairs.get(pair) ?? 0) + 1)
  if (letters.length === 1) add(letters[0] ?? '')
  for (let at = 1; at < letters.length; at += 1) add(`${letters[at - 1]}${letters[at]}`)
  return pairs
}

function sum(pairs: Map<string, number>): number {
  let all = 0
  for (const count of pairs.values()) all += count
  return all
}
