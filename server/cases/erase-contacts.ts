/**
 * Contact details are kept until the workspace's days have passed since a customer's last case was
 * closed, and not longer: name, e-mail and phone, wherever they stand. What was said stays, and so do
 * the ids by which the operator's own system knows them. While a case of theirs is open, nothing goes;
 * nor while something is on its way to them: a mail, a survey not sent yet, the news of a release.
 *
 * Each night looks at the closings that have come of age and are not settled (`cases_contacts_due`),
 * oldest first. A closing is settled when the details are erased, or when a later case of the same
 * customer keeps them: that one will come of age itself. Each round is one transaction, so a night that
 * is interrupted goes on where it was.
 */
import { casesWithWaitingMail, eraseSheets } from '../channels/index.ts'
import { holdCustomers } from '../customers/index.ts'
import type { Ctx, Tx } from '../platform/ctx.ts'
import type { Platform } from '../platform/platform.ts'
import { loadSettings } from '../workspaces/index.ts'
import {
  type Closing,
  closingsAtOnce,
  closingsOfAge,
  customersWithLaterCases,
  type OldCase,
  oldCasesOf,
  settleClosings,
  theFirst,
} from './closings-of-age.ts'
import { eraseEverywhere } from './erase-everywhere.ts'

const dayMs = 86_400_000

/** Which of these cases have something on its way to their customers. Domains to the right know more. */
export type Owing = (tx: Tx, caseIds: readonly string[]) => Promise<Set<string>>

/** Every night, in all workspaces: contact details that were kept as long as promised are erased. */
export async function eraseContacts(platform: Platform, owing: readonly Owing[]): Promise<void> {
  for (const { id } of await platform.db.selectFrom('workspaces').select('id').execute())
    await eraseIn(platform.ctx(id), owing).catch((error: unknown) =>
      platform.log.error({ err: error, workspaceId: id }, 'contact details'),
    )
}

async function eraseIn(ctx: Ctx, owing: readonly Owing[]): Promise<void> {
  const { contactRetentionDays } = await loadSettings(ctx)
  const before = new Date(ctx.now().getTime() - contactRetentionDays * dayMs)
  // Without a mail server no mail that waits will ever leave.
  const all = ctx.mail ? [casesWithWaitingMail, ...owing] : owing
  for (let after: Closing | null = theFirst; after !== null; ) {
    const from: Closing = after
    after = await ctx.write((tx) => eraseSome(tx, before, from, all))
  }
  await eraseSheets(ctx, before)
}

/** One round. Returns the last closing it looked at, or null when there are no more. */
async function eraseSome(
  tx: Tx,
  before: Date,
  after: Closing,
  owing: readonly Owing[],
): Promise<Closing | null> {
  const closings = await closingsOfAge(tx, before, after)
  if (closings.length === 0) return null
  // Whom something is being done for just now is left for the next night.
  const held = await holdCustomers(
    tx,
    closings.map(({ customer_id }) => customer_id),
  )
  const kept = await customersWithLaterCases(tx, [...held], before)
  const over = [...held].filter((id) => !kept.has(id))
  const cases = await oldCasesOf(tx, over)
  const owed = await customersOwed(tx, cases, owing)
  const erased = cases.filter(({ customer_id }) => !owed.has(customer_id))
  await eraseEverywhere(
    tx,
    over.filter((id) => !owed.has(id)),
    erased,
  )
  await settleClosings(tx, [
    ...closings.filter(({ customer_id }) => kept.has(customer_id)).map(({ id }) => id),
    ...erased.map(({ id }) => id),
  ])
  return closings.length < closingsAtOnce ? null : (closings.at(-1) ?? null)
}

async function customersOwed(
  tx: Tx,
  cases: readonly OldCase[],
  owing: readonly Owing[],
): Promise<Set<string>> {
  const owed = new Set<string>()
  if (cases.length === 0) return owed
  const ids = cases.map(({ id }) => id)
  for (const isOwed of owing) for (const id of await isOwed(tx, ids)) owed.add(id)
  return new Set(cases.filter(({ id }) => owed.has(id)).map(({ customer_id }) => customer_id))
}
