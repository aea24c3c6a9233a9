/** What a row says beside the text. Pure. */
import { feedbackLimits } from '../../../contract/feedback.ts'
import type { ImportTarget } from '../../../contract/imports.ts'
import type { FeedbackContext } from '../../feedback/index.ts'
import type { Reading } from './row.ts'

/** Told under one name, whatever the sheet calls it. */
const circumstances: Partial<Record<ImportTarget, string>> = {
  version: 'version',
  platform: 'system',
  device: 'model',
  region: 'region',
  order_no: 'orderNo',
  amount: 'amount',
}

export function contextOf(
  { columns, mapping }: Pick<Reading, 'columns' | 'mapping'>,
  cells: string[],
): FeedbackContext {
  const context: FeedbackContext = {}
  for (const [index, target] of mapping.columns.entries()) {
    const cell = cells[index] ?? ''
    if (target === 'context') keep(context, columns[index] ?? null, cell)
    const name = circumstances[target]
    if (name) keep(context, name, cell)
    if (target === 'rating' && cell !== '')
      context[columns[index] ?? 'rating'] = /^-?\d{1,9}(\.\d{1,6})?$/.test(cell)
        ? Number(cell)
        : clipped(cell)
  }
  return context
}

export function keep(context: FeedbackContext, name: string | null, cell: string): void {
  if (cell !== '') context[name ?? 'other'] = clipped(cell)
}

function clipped(cell: string): string {
  const limit = feedbackLimits.contextValue
  return cell.length > limit ? `${cut(cell, limit - 1)}…` : cell
}

/** Never through the middle of a character. */
export function cut(text: string, length: number): string {
  return text.slice(0, length).replace(/[\uD800-\uDBFF]$/, '')
}
