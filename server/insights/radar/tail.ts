/** How unlikely a count is: tails of the negative binomial, which is a Poisson that varies. Pure. */

/** Lanczos, g = 7, nine terms (Godfrey): right to about 15 digits for positive arguments. */
const lanczos = [
  0.99999999999980993, 676.5203681218851, -1259.1392167224028, 771.32342877765313,
  -176.61502916214059, 12.507343278686905, -0.13857109526572012, 9.9843695780195716e-6,
  1.5056327351493116e-7,
]
/** Terms below this part of the sum no longer matter. */
const negligible = 1e-13
/** Below it a spread is none: a plain Poisson. */
const leastSpread = 1e-9

/** ln Γ(x) for x > 0. */
export function logGamma(x: number): number {
  const z = x - 1
  const t = z + 7.5
  const series = lanczos.reduce((sum, term, i) => (i === 0 ? term : sum + term / (z + i)), 0)
  return 0.5 * Math.log(2 * Math.PI) + (z + 0.5) * Math.log(t) - t + Math.log(series)
}

/**
 * P(X ≥ count) where X has this mean and the variance mean + spread · mean². `count` is whole;
 * `mean` and `spread` are not negative. Accurate far out, where subtracting from 1 would be 0.
 */
export function upperTail(count: number, mean: number, spread: number): number {
  if (count <= 0) return 1
  if (mean <= 0) return 0
  if (count > mean) return Math.min(1, sumFrom(count, mean, spread))
  return Math.max(0, 1 - sumBelow(count, mean, spread))
}

/** Above the mean each term is smaller than the one before. */
function sumFrom(count: number, mean: number, spread: number): number {
  let term = Math.exp(logChance(count, mean, spread))
  let sum = term
  for (let k = count; term > sum * negligible; k++) {
    term *= ratioAt(k, mean, spread)
    sum += term
  }
  return sum
}

function sumBelow(count: number, mean: number, spread: number): number {
  let term = Math.exp(logChance(count - 1, mean, spread))
  let sum = term
  for (let k = count - 2; k >= 0 && term > sum * negligible; k--) {
    term /= ratioAt(k, mean, spread)
    sum += term
  }
  return sum
}

/** P(k + 1) ÷ P(k). */
function ratioAt(k: number, mean: number, spread: number): number {
  if (spread < leastSpread) return mean / (k + 1)
  return (((1 + k * spread) / (k + 1)) * mean) / (1 + spread * mean)
}

function logChance(k: number, mean: number, spread: number): number {
  if (spread < leastSpread) return k * Math.log(mean) - mean - logGamma(k + 1)
  const size = 1 / spread
  return (
    logGamma(k + size) -
    logGamma(size) -
    logGamma(k + 1) -
    size * Math.log1p(spread * mean) +
    k * (Math.log(spread * mean) - Math.log1p(spread * mean))
  )
}
