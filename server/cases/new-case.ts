/** A case as it begins, pure: from the feedback that opens it. */
import { excerpt, maskPersonalData } from '../../reading/index.ts'
import type { Circumstances, FeedbackFacts } from '../feedback/index.ts'
import type { Labels } from '../understanding/index.ts'
import { textRow } from './case-texts.ts'
import { firstPriority } from './priority.ts'
import type { Route } from './route-case.ts'

/** Graphemes of a title, and the UTF-16 units of a text that can matter for them. */
const titleLength = 80
const titleWindow = 2000

/** Words that are history arrive as what they are: over and done with, with nothing owed. */
export function newCase(
  said: FeedbackFacts,
  customerId: string,
  labels: Labels | undefined,
  route: Route,
) {
  return {
    id: said.id,
    number: said.number,
    customer_id: customerId,
    channel_id: said.channelId,
    import_id: said.importId,
    entry: said.entry,
    category_id: said.categoryId,
    title: titleOf(said.text),
    kind: labels?.kind ?? null,
    sentiment: labels?.sentiment ?? null,
    urgency: labels?.urgency ?? null,
    risks: labels?.risks ?? [],
    state: said.history ? 'closed' : 'open',
    resolution: said.history ? 'explained' : null,
    priority: firstPriority(said.entry, labels?.urgency ?? null),
    team_id: route.teamId,
    assignee_id: route.assigneeId,
    opened_at: said.saidAt,
    promised_at: said.promisedAt,
    promise: said.history ? 'void' : 'running',
    closed_at: said.history ? said.saidAt : null,
    ...columnsOf(said.circumstances),
    ...textRow([said.words, said.author.name ?? ''], said.saidAt),
  } as const
}
export type NewCase = ReturnType<typeof newCase>

/** What lists are filtered and problems are added up by. */
function columnsOf({ appVersion, platform, device, region, orderNo, amount }: Circumstances) {
  return { app_version: appVersion, platform, device, region, order_no: orderNo, amount }
}

export function titleOf(text: string): string {
  return excerpt(maskPersonalData(text.slice(0, titleWindow)), titleLength)
}
