/** Does what is being written resemble something this device has submitted? Nothing leaves the device. */
import type { KeptReceipt } from '../receipts/receipts.ts'

const RECENT_MS = 30 * 24 * 60 * 60 * 1000
const FEWEST_PAIRS = 4
/** Share of the pairs of characters that the shorter text has in common with the longer. */
const ALIKE = 0.34
/** Of the same category, less is enough. */
const ALIKE_IN_CATEGORY = 0.2

export function similarReceipt(
  receipts: readonly KeptReceipt[],
  draft: { text: string; categoryId: string | null },
  now = Date.now(),
): KeptReceipt | undefined {
  const written = pairsOf(draft.text)
  if (written.size < FEWEST_PAIRS) return undefined
  const [best] = receipts
    .filter(({ receivedAt }) => now - Date.parse(receivedAt) < RECENT_MS)
    .map((receipt) => {
      const isSame = draft.categoryId !== null && receipt.categoryId === draft.categoryId
      const line = isSame ? ALIKE_IN_CATEGORY : ALIKE
      return { receipt, share: sharedBy(written, pairsOf(receipt.title)) / line }
    })
    .filter(({ share }) => share >= 1)
    .sort((one, other) => other.share - one.share)
  return best?.receipt
}

function sharedBy(one: Set<string>, other: Set<string>): number {
  const least = Math.min(one.size, other.size)
  if (least < FEWEST_PAIRS) return 0
  return [...one].filter((pair) => other.has(pair)).length / least
}

function pairsOf(text: string): Set<string> {
  const plain = text.normalize('NFKC').toLowerCase()
  const pairs = new Set<string>()
  for (const word of plain.match(/[\p{L}\p{N}]+/gu) ?? [])
    for (let at = 0; at + 1 < word.length; at += 1) pairs.add(word.slice(at, at + 2))
  return pairs
}
