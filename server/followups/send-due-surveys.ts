import { sql } from 'kysely'
import { type Case, casesById, offerSurveys } from '../cases/index.ts'
import { contactsOf, samePeople } from '../customers/index.ts'
import type { Ctx, Tx } from '../platform/ctx.ts'
import { surveyToken } from '../platform/ids.ts'
import type { Platform } from '../platform/platform.ts'
import type { Invitation } from './invitation.ts'
import { type Asked, askedEveryMs, expiresAt, whomToAsk } from './survey.ts'
import { surveyOf } from './survey-settings.ts'

const atOnce = 100

/** Every minute: invitations that are due go out, or are cancelled when nobody is to be asked any more. */
export async function sendDueSurveys(platform: Platform): Promise<void> {
  const due = await platform.db
    .selectFrom('survey_invitations')
    .select('workspace_id')
    .distinct()
    .where('sent_at', 'is', null)
    .where('cancelled_at', 'is', null)
    .where('due_at', '<=', platform.now())
    .execute()
  for (const { workspace_id } of due)
    await sendAll(platform.ctx(workspace_id)).catch((error: unknown) =>
      platform.log.error({ err: error, workspaceId: workspace_id }, 'due surveys'),
    )
}

async function sendAll(ctx: Ctx): Promise<void> {
  const { active } = await surveyOf(ctx)
  while ((await ctx.write((tx) => sendSome(tx, active))) === atOnce);
}

/** One round at a time: two at once would each ask the same person. Returns how many were looked at. */
async function sendSome(tx: Tx, active: boolean): Promise<number> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`surveys ${tx.workspaceId}`}, 0))`.execute(
    tx.db,
  )
  const due = await tx.db
    .selectFrom('survey_invitations')
    .selectAll()
    .where('workspace_id', '=', tx.workspaceId)
    .where('sent_at', 'is', null)
    .where('cancelled_at', 'is', null)
    .where('due_at', '<=', tx.now())
    .orderBy('due_at')
    .orderBy('id')
    .limit(atOnce)
    .forUpdate()
    .execute()
  if (due.length === 0) return 0
  const cases = await casesById(
    tx,
    due.map(({ case_id }) => case_id),
  )
  const people = await samePeople(
    tx,
    [...cases.values()].map(({ customer_id }) => customer_id),
  )
  const declined = await whoDeclined(tx, everyoneIn(people.values()))
  const standing = due.flatMap((invitation) => {
    const found = cases.get(invitation.case_id)
    const same = [...(people.get(found?.customer_id ?? '') ?? [])]
    if (!active || !found || same.some((id) => declined.has(id))) return []
    if (found.closed_at?.getTime() !== invitation.closed_at.getTime()) return []
    return [{ id: invitation.id, number: invitation.number, people: same }]
  })
  const { ask, spare } = whomToAsk(standing, await askedOfLate(tx, standing), tx.now())
  const going = due.filter(({ id }) => ask.includes(id))
  await cancel(
    tx,
    due.flatMap(({ id }) => (ask.includes(id) ? [] : [id])),
  )
  await send(tx, going, cases)
  for (const { id, askedAbout } of spare) {
    const caseId = due.find((invitation) => invitation.id === id)?.case_id ?? ''
    tx.record('survey.skipped', { caseId, invitationId: id, askedAbout })
  }
  return due.length
}

async function whoDeclined(tx: Tx, customerIds: string[]): Promise<Set<string>> {
  const contacts = await contactsOf(tx, customerIds)
  return new Set([...contacts].flatMap(([id, { surveysDeclined }]) => (surveysDeclined ? id : [])))
}

/** Customer → the last case they were asked about, where that was only days ago. */
async function askedOfLate(
  tx: Tx,
  standing: { people: readonly string[] }[],
): Promise<Map<string, Asked>> {
  const customerIds = everyoneIn(standing.map(({ people }) => people))
  if (customerIds.length === 0) return new Map()
  const rows = await tx.db
    .selectFrom('survey_invitations')
    .select(['customer_id', 'number', 'sent_at'])
    .where('workspace_id', '=', tx.workspaceId)
    .where(sql<boolean>`customer_id = any(${customerIds}::uuid[])`)
    .where('sent_at', '>', new Date(tx.now().getTime() - askedEveryMs))
    .orderBy('sent_at')
    .execute()
  return new Map(
    rows.map(({ customer_id, number, sent_at }) => [customer_id, { number, at: sent_at as Date }]),
  )
}

/** Each once: those of one address are the same for all who left it. */
function everyoneIn(groups: Iterable<Iterable<string>>): string[] {
  const everyone = new Set<string>()
  for (const group of groups) for (const one of group) everyone.add(one)
  return [...everyone]
}

async function cancel(tx: Tx, ids: string[]): Promise<void> {
  if (ids.length === 0) return
  await tx.db
    .updateTable('survey_invitations')
    .set({ cancelled_at: tx.now() })
    .where('workspace_id', '=', tx.workspaceId)
    .where('id', 'in', ids)
    .execute()
}

/** The track pages show them from now on; mails follow (mail-surveys.ts). */
async function send(tx: Tx, invitations: Invitation[], cases: Map<string, Case>): Promise<void> {
  if (invitations.length === 0) return
  const going = invitations.map((invitation) => ({
    id: invitation.id,
    caseId: invitation.case_id,
    customerId: cases.get(invitation.case_id)?.customer_id ?? invitation.customer_id,
    token: surveyToken(tx.secret, tx.workspaceId, invitation.id),
    until: expiresAt(tx.now(), invitation.open_days),
  }))
  await tx.db
    .updateTable('survey_invitations')
    .set({ expired_at: tx.now() })
    .where('workspace_id', '=', tx.workspaceId)
    .where(
      'case_id',
      'in',
      going.map(({ caseId }) => caseId),
    )
    .where('sent_at', 'is not', null)
    .where('answered_at', 'is', null)
    .where('declined_at', 'is', null)
    .where('expired_at', 'is', null)
    .execute()
  await sql`
    update survey_invitations set sent_at = ${tx.now()}, expires_at = g.until, customer_id = g."customerId"
    from jsonb_to_recordset(${JSON.stringify(going)}::jsonb) as g(id uuid, "customerId" uuid, until timestamptz)
    where workspace_id = ${tx.workspaceId} and survey_invitations.id = g.id`.execute(tx.db)
  await offerSurveys(tx, going)
  for (const { id, caseId } of going) tx.record('survey.due', { caseId, invitationId: id })
}
