/** Prints as they stand in the table: terms and weights in turn. */
import type { Print } from '../../../reading/index.ts'

export function writtenPrint({ terms, weights }: Print): string {
  return terms.map((term, at) => `${term} ${weights[at]}`).join(' ')
}

export function readPrint(written: string): Print {
  const parts = written === '' ? [] : written.split(' ')
  const terms: string[] = []
  const weights: number[] = []
  for (let at = 0; at + 1 < parts.length; at += 2) {
    terms.push(parts[at] as string)
    weights.push(Number(parts[at + 1]))
  }
  return { terms, weights }
}
