import { leastForShare } from '../../contract/quality.ts'

/** A share as people read it; null where it rests on too little to mean anything. */
export function shareOf(right: number, judged: number): string | null {
  return judged < leastForShare ? null : percent(right / judged)
}

/** `86%`; one decimal close to the ends, where it matters. */
export function percent(share: number): string {
  const hundred = share * 100
  const isEnd = hundred > 99 || hundred < 1
  return `${isEnd && hundred !== 0 && hundred !== 100 ? hundred.toFixed(1) : Math.round(hundred)}%`
}
