import { contactColumns, eraseAddressees } from '../channels/index.ts'
import { eraseContacts } from '../customers/index.ts'
import { eraseAuthors } from '../feedback/index.ts'
import type { Tx } from '../platform/ctx.ts'
import { takeNamesFromTexts } from './case-texts.ts'
import { feedbackOfCases } from './cases-by-id.ts'
import type { OldCase } from './closings-of-age.ts'

/**
 * Name, e-mail and phone of these customers go, wherever they stand; `cases` are all of theirs. The case
 * of each feedback that said anything of the kind states it.
 */
export async function eraseEverywhere(
  tx: Tx,
  customerIds: readonly string[],
  cases: readonly OldCase[],
  why: { asked?: true } = {},
): Promise<void> {
  if (cases.length === 0) return
  const caseIds = cases.map(({ id }) => id)
  const caseOf = await feedbackOfCases(tx, caseIds)
  const columns = await contactColumns(tx, [
    ...new Set(cases.flatMap(({ import_id }) => import_id ?? [])),
  ])
  const authors = await eraseAuthors(tx, [...caseOf.keys()], columns)
  await eraseContacts(tx, customerIds)
  await eraseAddressees(tx, caseIds)
  await takeNamesFromTexts(
    tx,
    new Map(
      authors.flatMap(({ feedbackId, name }) =>
        name === null ? [] : [[feedbackId, name] as const],
      ),
    ),
  )
  for (const caseId of new Set(authors.map(({ feedbackId }) => caseOf.get(feedbackId) as string)))
    tx.record('case.contacts_erased', { caseId, ...why })
}
