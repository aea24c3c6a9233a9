import { sql } from 'kysely'
import { identifyCustomers } from '../customers/index.ts'
import {
  addMessages,
  catalogueKnowing,
  type FeedbackFacts,
  holdFeedback,
  loadFeedback,
} from '../feedback/index.ts'
import type { Ctx, Tx } from '../platform/ctx.ts'
import { reaction } from '../platform/events/reactions.ts'
import { type Labels, readNow } from '../understanding/index.ts'
import { loadSettings, membersById } from '../workspaces/index.ts'
import { caseIdsOfFeedback } from './cases-by-id.ts'
import { findOpenCases, joinCases, mayJoin, meetAtTheirCustomers } from './join-cases.ts'
import { type NewCase, newCase } from './new-case.ts'
import { type Notice, noticeText } from './notices.ts'
import { homeOf, routeOf } from './route-case.ts'

/** Feedback that arrived opens a case, or joins the one its customer has open for the same matter. */
export const openCases = reaction<'feedback.received'>({
  name: 'cases.open',
  batch: 250,
  async run(ctx, events) {
    await openCasesOf(
      ctx,
      events.map(({ data }) => data.feedbackId),
    )
  },
})

/** The same at once, for a customer who comes back before the reaction has run. */
export async function openCasesOf(ctx: Ctx, feedbackIds: readonly string[]): Promise<void> {
  const ids = [...new Set(feedbackIds)]
  const known = await caseIdsOfFeedback(ctx, ids)
  const said = await loadFeedback(
    ctx,
    ids.filter((id) => !known.has(id)),
  )
  if (said.length === 0) return
  const [labels, { categories }, { locale, timeZone }] = await Promise.all([
    understood(ctx, said),
    catalogueKnowing(
      ctx,
      said.map(({ categoryId }) => categoryId),
    ),
    loadSettings(ctx),
  ])
  const assigned = said.flatMap(
    ({ categoryId }) => categories.get(categoryId ?? '')?.assigneeId ?? [],
  )
  const members = await membersById(ctx, [...new Set(assigned)])
  const route = ({ entry, categoryId, importId }: FeedbackFacts) => {
    const category = categories.get(categoryId ?? '')
    // What a sheet brings goes where its importer says, or nowhere.
    if (!category && importId === null) return homeOf(entry, categories.values())
    return routeOf(category, (id) => members.get(id)?.active === true)
  }

  await ctx.write(async (tx) => {
    const { opening, joining } = await divide(tx, await notTakenBack(tx, said))
    const opened = await insertCases(
      tx,
      opening.map(({ one, customerId }) =>
        newCase(one, customerId, labels.get(one.id), route(one)),
      ),
    )
    await joinCases(tx, joining)
    const isNew = ({ one }: Opening) => opened.has(one.id)
    for (const { one } of opening.filter(isNew)) {
      const caseId = one.id
      tx.record('case.opened', { caseId, feedbackId: caseId })
      const { teamId, assigneeId } = route(one)
      if (assigneeId !== null && one.importId === null)
        tx.record('case.assigned', { caseId, teamId, assigneeId })
    }
    const waiting = [
      ...opening.filter(isNew).map(({ one }) => ({ one, caseId: one.id })),
      ...joining,
    ]
    const told = waiting.filter(({ one }) => isAcknowledged(one))
    await addMessages(
      tx,
      told.map(({ one, caseId }) => {
        const notice: Notice = {
          name: 'received',
          values: { number: one.number, promisedAt: one.promisedAt.toISOString() },
        }
        const text = noticeText(notice, one.author.locale ?? locale, timeZone)
        return { caseId, direction: 'notice', notice, text }
      }),
    )
  })
}

/** A case begins with what its text means; when that cannot be said now, it follows (applyReadings). */
async function understood(
  ctx: Ctx,
  said: readonly FeedbackFacts[],
): Promise<ReadonlyMap<string, Labels>> {
  try {
    return await readNow(ctx, said)
  } catch (error) {
    ctx.log.warn({ err: error, feedback: said.length }, 'cases open before they are read')
    return new Map()
  }
}

/** An import may be undone while its cases open: what is gone opens none, what opens is removed after. */
async function notTakenBack(tx: Tx, said: readonly FeedbackFacts[]): Promise<FeedbackFacts[]> {
  const imported = said.flatMap(({ id, importId }) => (importId === null ? [] : id))
  const there = await holdFeedback(tx, imported)
  return said.filter(({ id, importId }) => importId === null || there.has(id))
}

interface Opening {
  one: FeedbackFacts
  customerId: string
}

/** Who said it, and which of it belongs to a case that is there or is opened by a neighbour. */
async function divide(tx: Tx, said: readonly FeedbackFacts[]) {
  const customers = await identifyCustomers(
    tx,
    said.map(({ id, author, saidAt }) => ({ feedbackId: id, author, at: saidAt })),
  )
  const customerOf = ({ id }: FeedbackFacts) => customers.get(id) as string
  const social = said.filter(mayJoin)
  await meetAtTheirCustomers(tx, social.map(customerOf))
  const handled =
    social.length > 0
      ? await caseIdsOfFeedback(
          tx,
          said.map(({ id }) => id),
        )
      : new Map()
  const open = await findOpenCases(tx, social.map(customerOf))
  const opening: Opening[] = []
  const joining: { one: FeedbackFacts; caseId: string }[] = []
  for (const one of said) {
    if (handled.has(one.id)) continue
    const customerId = customerOf(one)
    const caseId = mayJoin(one) ? open.find(customerId, one) : undefined
    if (caseId !== undefined) {
      joining.push({ one, caseId })
      continue
    }
    opening.push({ one, customerId })
    if (mayJoin(one)) open.add(customerId, one)
  }
  return { opening, joining }
}

/** In one statement however many. Returns the ids of those that were not there. */
async function insertCases(tx: Tx, cases: readonly NewCase[]): Promise<Set<string>> {
  if (cases.length === 0) return new Set()
  const { rows } = await sql<{ id: string }>`
    with incoming as materialized (
      select * from json_to_recordset(${JSON.stringify(cases)}::json) as r(
        id uuid, number bigint, customer_id uuid, channel_id uuid, import_id uuid, entry text,
        category_id uuid, title text, kind text, sentiment text, urgency text, risks json, state text,
        resolution text, priority text, team_id uuid, assignee_id uuid, opened_at timestamptz,
        promised_at timestamptz, promise text, closed_at timestamptz, app_version text, platform text,
        device text, region text, order_no text, amount numeric, text text, terms text)
    ), opened as (
      insert into cases (workspace_id, id, number, feedback_id, customer_id, channel_id, import_id, entry,
        category_id, title, kind, sentiment, urgency, risks, state, resolution, priority,
        priority_decided, team_id, assignee_id, urges, opened_at, active_at, promised_at, promise,
        closed_at, app_version, platform, device, region, order_no, amount, version)
      select ${tx.workspaceId}::uuid, id, number, id, customer_id, channel_id, import_id, entry,
        category_id, title, kind, sentiment, urgency, array(select json_array_elements_text(risks)),
        state, resolution, priority, false, team_id, assignee_id, 0, opened_at, opened_at,
        promised_at, promise, closed_at, app_version, platform, device, region, order_no, amount, 1
      from incoming
      on conflict (workspace_id, id) do nothing
      returning id
    )
    insert into case_texts (workspace_id, case_id, text, terms)
    select ${tx.workspaceId}::uuid, i.id, i.text, array_to_tsvector(string_to_array(i.terms, ' '))
    from incoming i join opened o on o.id = i.id
    returning case_id as id`.execute(tx.db)
  return new Set(rows.map(({ id }) => id))
}

/** Nobody reads a receipt for the past, or for what somebody else's sheet brought. */
function isAcknowledged({ history, channelKind }: FeedbackFacts): boolean {
  return !history && channelKind !== 'import'
}
