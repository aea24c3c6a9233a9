/** The limit of intake: the same rows, one transaction each, through pg, no HTTP. Prints rows a second. */
import pg from 'pg'
import { newId } from '../server/platform/ids.ts'

const [url = '', connections = '1', seconds = '3', shape = 'statement', text = ''] =
  process.argv.slice(2)
const pool = new pg.Pool({ connectionString: url, max: Number(connections) })
const workspace = newId()
const channel = newId()
const until = performance.now() + Number(seconds) * 1000
let done = 0

const takeNumber = `insert into counters (workspace_id, name, value) values ($1, 'feedback', 1)
  on conflict (workspace_id, name) do update set value = counters.value + 1 returning value`
const feedback = (
  number: string,
) => `insert into feedback (workspace_id, id, number, channel_id, channel_kind, submission_key, entry, text, fields, context, author, said_at, received_at, promised_at, history)
  ${number}`
const values = `'api', $4, 'feedback', $5, '[]', '{}', '{}', $6, $6, $6, false`
const actor = JSON.stringify({ kind: 'key', id: workspace, name: 'bench' })

const oneStatement = `with n as (${takeNumber}),
  f as (${feedback(`select $1, $2, n.value, $3, ${values} from n`)} returning id),
  e as (insert into events (workspace_id, id, type, data, actor, at)
        select $1, $7, 'feedback.received', jsonb_build_object('feedbackId', f.id), $8, $6 from f returning id)
  insert into outbox (workspace_id, event_id) select $1, e.id from e`

async function asStatement(client: pg.PoolClient): Promise<void> {
  await client.query({
    name: 'intake',
    text: oneStatement,
    values: [workspace, newId(), channel, newId(), text, new Date(), newId(), actor],
  })
}

async function asTransaction(client: pg.PoolClient): Promise<void> {
  const [id, event, at] = [newId(), newId(), new Date()]
  await client.query('begin')
  const { rows } = await client.query({ name: 'number', text: takeNumber, values: [workspace] })
  await client.query({
    name: 'feedback',
    text: feedback(`values ($1, $2, $7, $3, ${values})`),
    values: [workspace, id, channel, newId(), text, at, rows[0].value],
  })
  await client.query({
    name: 'event',
    text: `insert into events (workspace_id, id, type, data, actor, at) values ($1, $2, 'feedback.received', $3, $4, $5)`,
    values: [workspace, event, { feedbackId: id }, actor, at],
  })
  await client.query({
    name: 'outbox',
    text: 'insert into outbox (workspace_id, event_id) values ($1, $2)',
    values: [workspace, event],
  })
  await client.query('commit')
}

const work = shape === 'statement' ? asStatement : asTransaction
const started = performance.now()
await Promise.all(
  Array.from({ length: Number(connections) }, async () => {
    const client = await pool.connect()
    while (performance.now() < until) {
      await work(client)
      done += 1
    }
    client.release()
  }),
)
process.stdout.write(String(done / ((performance.now() - started) / 1000)))
await pool.end()
