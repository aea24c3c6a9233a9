import { addMessage } from '../feedback/index.ts'
import type { Tx } from '../platform/ctx.ts'
import type { Case } from './case.ts'
import { addToCaseText } from './case-texts.ts'

/** What a customer says in passing: why they take it back, what is still wrong. Null: nothing. */
export async function addCustomerWords(tx: Tx, held: Case, text: string): Promise<string | null> {
  if (text === '') return null
  const { id } = await addMessage(tx, { caseId: held.id, direction: 'in', text })
  await addToCaseText(tx, held.id, text)
  return id
}

/** The newest message of the customer, as the case remembers it. */
export function lastIn(held: Case, messageId: string | null): Pick<Case, 'last_in_id'> {
  return { last_in_id: messageId ?? held.last_in_id }
}
