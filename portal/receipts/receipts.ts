/** What was submitted from this device: the numbers and the codes that open them. */
import type { Receipt } from '../../contract/feedback.ts'
import type { Entry } from '../../contract/values.ts'
import type { Keeping } from '../keeping.ts'
import { type Claim, trackPath } from '../routes.ts'

const LIMIT = 50

export interface KeptReceipt {
  number: number
  code: string
  entry: Entry
  /** Left out by receipts of before it was kept. */
  categoryId?: string | null
  /** First words, to recognise it by. */
  title: string
  receivedAt: string
  promisedAt: string
  link: string
  isRepeated: boolean
}

const TITLE_LENGTH = 60
const keyOf = (workspace: string) => `receipts.${workspace}`

export function receiptsOf(keeping: Keeping, workspace: string): KeptReceipt[] {
  return keeping.read<KeptReceipt[]>(keyOf(workspace)) ?? []
}

/** The newest comes first; one number is there once. */
export function keepReceipt(
  keeping: Keeping,
  workspace: string,
  receipt: Receipt,
  said: { entry: Entry; text: string; categoryId?: string | null },
): KeptReceipt {
  const kept: KeptReceipt = {
    number: receipt.number,
    code: receipt.claimCode,
    entry: said.entry,
    categoryId: said.categoryId ?? null,
    title: said.text.replace(/\s+/g, ' ').slice(0, TITLE_LENGTH),
    receivedAt: receipt.receivedAt,
    promisedAt: receipt.promisedAt,
    link: receipt.trackUrl,
    isRepeated: receipt.repeated,
  }
  const others = receiptsOf(keeping, workspace).filter(({ number }) => number !== kept.number)
  keeping.write(keyOf(workspace), [kept, ...others].slice(0, LIMIT))
  return kept
}

export function forgetReceipt(keeping: Keeping, workspace: string, number: number): void {
  const others = receiptsOf(keeping, workspace).filter((kept) => kept.number !== number)
  keeping.write(keyOf(workspace), others)
}

/** The whole link to a case, to copy and keep. */
export function linkTo(workspace: string, claim: Claim, origin: string): string {
  return new URL(trackPath(workspace, claim), origin).href
}
