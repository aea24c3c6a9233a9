/** What a search looks through: kept beside the case and added to as more is said. */
import { sql } from 'kysely'
import { normalise, searchTerms } from '../../reading/index.ts'
import type { Tx } from '../platform/ctx.ts'

/** A conversation longer than this is found by its beginning. */
const longestText = 100_000

/** Texts read and written in one statement: each may be long. */
const rewrittenAtOnce = 100

const weekMs = 7 * 24 * 60 * 60 * 1000

/** Weeks are counted from 1970. What opened later never stands in an earlier one. */
export function weekOf(openedAt: Date): number {
  return Math.floor(openedAt.getTime() / weekMs)
}

export function weekStart(week: number): Date {
  return new Date(week * weekMs)
}

/** The week as a term: none that stands in a text holds a colon. */
export function weekTerm(week: number): string {
  return `:${week}`
}

/** How words are written into the table; `terms` separated by spaces, which no term contains. */
export function textRow(words: readonly string[], openedAt: Date): { text: string; terms: string } {
  const text = joined(words)
  return { text, terms: [...searchTerms(text), weekTerm(weekOf(openedAt))].join(' ') }
}

function joined(words: readonly string[]): string {
  return words.map(normalise).filter(Boolean).join('\n').slice(0, longestText)
}

/** Makes what was just said findable. Call with the case held. */
export async function addToCaseText(tx: Tx, caseId: string, said: string): Promise<void> {
  const text = joined([said])
  if (text === '') return
  const terms = searchTerms(text).join(' ')
  await sql`
    update case_texts
    set text = text || ${`\n${text}`}, terms = terms || array_to_tsvector(string_to_array(${terms}, ' '))
    where workspace_id = ${tx.workspaceId} and case_id = ${caseId} and length(text) < ${longestText}
  `.execute(tx.db)
}

/** Nobody finds these cases by anything that was said in them any more. */
export async function emptyTexts(
  tx: Tx,
  cases: readonly { id: string; opened_at: Date }[],
): Promise<void> {
  await write(
    tx,
    cases.map(({ id, opened_at }) => ({ id, ...textRow([], opened_at) })),
  )
}

/** Nobody finds these cases by the customer's name any more. It is a line of its own (new-case.ts). */
export async function takeNamesFromTexts(
  tx: Tx,
  names: ReadonlyMap<string, string>,
): Promise<void> {
  const ids = [...names.keys()].sort()
  for (let from = 0; from < ids.length; from += rewrittenAtOnce)
    await takeNames(tx, names, ids.slice(from, from + rewrittenAtOnce))
}

async function takeNames(tx: Tx, names: ReadonlyMap<string, string>, ids: string[]): Promise<void> {
  const rows = await tx.db
    .selectFrom('case_texts as t')
    .innerJoin('cases as c', (join) =>
      join.onRef('c.workspace_id', '=', 't.workspace_id').onRef('c.id', '=', 't.case_id'),
    )
    .select(['t.case_id', 't.text', 'c.opened_at'])
    .where('t.workspace_id', '=', tx.workspaceId)
    .where('t.case_id', 'in', ids)
    .orderBy('t.case_id')
    .forUpdate('t')
    .execute()
  const left = rows.map(({ case_id, text, opened_at }) => {
    const name = normalise(names.get(case_id) ?? '')
    const lines = text.split('\n').filter((line) => line !== name)
    return { id: case_id, ...textRow(lines, opened_at) }
  })
  await write(tx, left)
}

async function write(
  tx: Tx,
  rows: readonly { id: string; text: string; terms: string }[],
): Promise<void> {
  await sql`
    update case_texts t
    set text = l.text, terms = array_to_tsvector(string_to_array(l.terms, ' '))
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as l(id uuid, text text, terms text)
    where t.workspace_id = ${tx.workspaceId} and t.case_id = l.id`.execute(tx.db)
}
