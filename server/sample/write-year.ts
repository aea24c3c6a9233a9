/** The year as rows in the tables of every domain. */
import { identitiesOf } from '../customers/index.ts'
import type { Ctx } from '../platform/ctx.ts'
import type { Life, Row } from './life/life.ts'
import { textOf } from './life/life.ts'
import type { KeptReading, Said } from './life/said.ts'
import type { World } from './life/world.ts'
import type { Told } from './life/year.ts'
import { writeImprovements } from './write-improvements.ts'
import { writeKnowledge } from './write-knowledge.ts'
import { writeRows, writeTexts } from './write-rows.ts'

/** Cases whose rows are made and written together. */
const atOnce = 250

const caseColumns = [
  ...[
    'id',
    'number',
    'feedback_id',
    'customer_id',
    'channel_id',
    'import_id',
    'entry',
    'category_id',
  ],
  ...['title', 'kind', 'sentiment', 'urgency', 'risks', 'state', 'resolution', 'priority'],
  ...[
    'priority_decided',
    'team_id',
    'assignee_id',
    'problem_id',
    'problem_number',
    'problem_title',
  ],
  ...['urges', 'urged_at', 'opened_at', 'active_at', 'last_in_id', 'first_reply_at', 'promised_at'],
  ...['promise', 'closed_at', 'confirmed', 'confirmed_at', 'score', 'score_comment', 'scored_at'],
  ...['app_version', 'platform', 'device', 'region', 'order_no', 'amount'],
  ...['survey_token', 'survey_until', 'answer_due_at', 'version'],
]

export async function writeYear(
  ctx: Ctx,
  world: World,
  { lives, readings, sheets }: Told,
  progress: (done: number) => Promise<void>,
): Promise<void> {
  await writeRows(ctx, 'imports', sheets)
  await writeKnowledge(ctx, world)
  await writeImprovements(ctx, world, lives)
  await writePeople(ctx, world, lives)
  for (let from = 0; from < lives.length; from += atOnce) {
    const some = lives.slice(from, from + atOnce)
    const said = some.map((life) => life.said)
    await writeRows(ctx, 'feedback', said.map(feedbackRow))
    await writeRows(
      ctx,
      'readings',
      said.map((one) => readingRow(one, readings.get(one.id) as KeptReading)),
    )
    await writeRows(ctx, 'cases', some.map(caseRow))
    await writeTexts(ctx, some.map(textOf))
    await writeRows(
      ctx,
      'messages',
      some.flatMap(({ messages }) => messages),
    )
    await writeRows(
      ctx,
      'deliveries',
      some.flatMap(({ deliveries }) => deliveries),
    )
    await writeRows(
      ctx,
      'events',
      some.flatMap(({ events }) => events),
    )
    await writeRows(
      ctx,
      'survey_invitations',
      some.flatMap(({ invitations }) => invitations),
    )
    await progress((from + some.length) / lives.length)
  }
  await writeRows(ctx, 'counters', [
    { name: 'feedback', value: lives.length },
    { name: 'problem', value: world.problems.length },
  ])
}

/** Once each, however often they wrote. */
async function writePeople(ctx: Ctx, { dice }: World, lives: readonly Life[]): Promise<void> {
  const people = new Map<string, Row>()
  const identities: Row[] = []
  for (const { said, row } of lives) {
    const { id, author } = said.person
    const known = people.get(id ?? '')
    if (known) {
      known.surveys_declined_at ??= row.declined_at ?? null
      continue
    }
    people.set(id ?? '', {
      id,
      name: author.name ?? null,
      locale: author.locale ?? null,
      surveys_declined_at: row.declined_at ?? null,
      created_at: said.saidAt,
    })
    for (const identity of identitiesOf(author))
      identities.push({
        id: dice.id(said.receivedAt.getTime()),
        customer_id: id,
        ...identity,
        created_at: said.receivedAt,
      })
  }
  await writeRows(ctx, 'customers', [...people.values()])
  await writeRows(ctx, 'identities', identities)
}

function feedbackRow(said: Said): Row {
  return {
    id: said.id,
    number: said.number,
    channel_id: said.channelId,
    channel_kind: said.channelKind,
    import_id: said.importId,
    entry: said.entry,
    category_id: said.categoryId,
    text: said.text,
    fields: said.answers,
    context: said.context,
    author: said.author,
    said_at: said.saidAt,
    received_at: said.receivedAt,
    promised_at: said.promisedAt,
    history: said.history,
  }
}

function readingRow(said: Said, reading: KeptReading): Row {
  return {
    feedback_id: said.id,
    kind: reading.kind.label,
    sentiment: reading.sentiment.label,
    urgency: reading.urgency.label,
    risks: reading.risks.map(({ label }) => label),
    reading,
    model: reading.model,
    read_at: new Date(said.receivedAt.getTime() + 300),
  }
}

function caseRow({ row }: Life): Row {
  return Object.fromEntries(caseColumns.map((name) => [name, row[name] ?? null]))
}
