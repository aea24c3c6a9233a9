/** Which column of the sheet a refusal of feedback's speaks of. Pure. */
import type { ImportTarget } from '../../../contract/imports.ts'
import type { Import } from './import.ts'

const targets: Record<string, readonly ImportTarget[]> = {
  text: ['text', 'title'],
  categoryId: ['category'],
  submissionKey: ['external_id'],
  'author.name': ['customer_name'],
  'author.email': ['customer_email'],
  'author.phone': ['customer_phone'],
  'author.external': ['customer_id'],
}

/** `field` is a property of NewFeedback; a context value is called as its column. */
export function columnAtFault(
  field: string,
  { columns, mapping }: Pick<Import, 'columns' | 'mapping'>,
): string | null {
  if (field.startsWith('context.')) return field.slice('context.'.length)
  const index = (targets[field] ?? [])
    .map((target) => mapping.columns.indexOf(target))
    .find((at) => at >= 0)
  return index === undefined ? null : (columns[index] ?? null)
}
