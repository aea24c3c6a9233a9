/** What a search looks through: kept beside the case and added to as more is said. */
import { sql } from 'kysely'
import { normalise, searchTerms } from '../../reading/index.ts'
import type { Tx } from '../platform/ctx.ts'

/** A conversation longer than this is found by its beginning. */
const longestText = 100_000

const weekMs = 7 * 24 * 60 * 60 * 1000

/** Weeks cut a search into pieces of time; what opened later never stands in an earlier one. */
export function weekOf(openedAt: Date): number {
  return Math.floor(openedAt.getTime() / weekMs)
}

/** How words are written into the table; `terms` separated by spaces, which no term contains. */
export function textRow(words: readonly string[]): { text: string; terms: string } {
  const text = words.map(normalise).filter(Boolean).join('\n').slice(0, longestText)
  return { text, terms: searchTerms(text).join(' ') }
}

/** Makes what was just said findable. Call with the case held. */
export async function addToCaseText(tx: Tx, caseId: string, said: string): Promise<void> {
  const { text, terms } = textRow([said])
  if (text === '') return
  await sql`
    update case_texts
    set text = text || ${`\n${text}`}, terms = terms || array_to_tsvector(string_to_array(${terms}, ' '))
    where workspace_id = ${tx.workspaceId} and case_id = ${caseId} and length(text) < ${longestText}
  `.execute(tx.db)
}
