/** What a look found out about a spike, as its alert keeps it. */
import type { Cause } from './find-cause.ts'
import type { WindowMinutes } from './find-spikes.ts'
import type { NewWord } from './new-words.ts'

export interface Found {
  /** In the window that stood out most: cases, what is usual, and how likely that is by chance. */
  minutes: WindowMinutes
  seen: number
  usual: number
  chance: number
  /** Since it began: its cases, their customers, and the orders they speak of, in cents. */
  cases: number
  customers: number
  orders: number
  amount: number
  cause: Cause | null
  words: NewWord[]
  /** Other series in which the same cases stand out. */
  also: string[]
}
