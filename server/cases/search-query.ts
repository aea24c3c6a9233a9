/** What someone typed into the search box. Pure. */
import { queryTerms } from '../../reading/index.ts'

export interface SearchQuery {
  /** `1042`, `HY-1042`: the case with this number. */
  number: number | null
  /** The last digits of a phone, or all of them. */
  phoneEnding: string | null
  /** Only the number is meant. */
  isNumber: boolean
  /** Each must stand in the text. */
  needles: string[]
  /** Terms every such text is indexed under; empty for a single Chinese character. */
  terms: string[]
}

const ourNumber = /^hy[\s-]*(\d{1,12})$/
const plainNumber = /^#?\s*(\d{1,12})$/
const phone = /^\+?\d[\d\s()-]*$/
const shortestEnding = 4
const longestEnding = 15

export function parseSearch(q: string): SearchQuery {
  const { terms, needle } = queryTerms(q)
  const ours = ourNumber.exec(needle)?.[1]
  const number = ours ?? plainNumber.exec(needle)?.[1]
  const digits = phone.test(needle) ? needle.replace(/\D/g, '') : ''
  const isEnding = digits.length >= shortestEnding && digits.length <= longestEnding
  return {
    number: number === undefined ? null : Number(number),
    phoneEnding: isEnding ? digits : null,
    isNumber: ours !== undefined,
    needles: needle.split(' ').filter((part) => part !== ''),
    terms,
  }
}
