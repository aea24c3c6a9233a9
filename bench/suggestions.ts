import { join } from 'node:path'
import pg from 'pg'
import { noise, sentence } from './dataset-rows.ts'
import { freshDatabase, serve, serveApi, startDatabase } from './ground.ts'
import { load, settled } from './load.ts'
import { against, type Benchmark, type Finding, under } from './report.ts'

const runs = 5
const seconds = 2
const articles = 500
const variants = 12
const problems = 100
const mostMs = 50

/** What somebody has typed by the time they pause. */
const body = JSON.stringify({
  text: '上周买的空气炸锅打开就闪退，客服一直不回消息，第三次反馈了，麻烦查一下',
  entry: 'complaint',
})

/** What is known of a text while it is written, beside Fastify that parses the same body. */
export const suggestions: Benchmark = {
  name: 'suggestions',
  async run(say) {
    const server = await startDatabase()
    try {
      const url = await freshDatabase(server, 'bench_suggestions')
      const bare = await serve([join(import.meta.dirname, 'bare-fastify.ts')], {}, '/')
      const api = await serveApi(url)
      await fill(url)
      const path = `${api.origin}/api/portal/home/suggestions`
      const startedAt = performance.now()
      await ask(path)
      const firstMs = performance.now() - startedAt
      const findings: Finding[] = []
      for (const connections of [1, 8]) {
        say(`${connections} at once`)
        const post = { method: 'POST', body, connections, seconds } as const
        const limit = await settled(() => load({ ...post, url: bare.origin, status: 201 }), runs)
        const took = await settled(
          () =>
            load({
              ...post,
              url: path,
              status: 200,
              headers: { 'x-requested-with': 'huiyin' },
            }),
          runs,
        )
        findings.push(
          under(`${connections} at once`, 'ms p95', took.p95, mostMs, {
            p50: took.p50,
            'per second': took.perSecond,
            'bare HTTP p95': limit.p95,
          }),
          against(
            `${connections} at once, against HTTP alone`,
            'requests/s',
            took.perSecond,
            { what: 'Fastify answering 201', figure: limit.perSecond },
            null,
          ),
        )
      }
      findings.push(
        under('the first question after a start, shelves gathered', 'ms', firstMs, 5000, {
          'memory MiB': api.rssMiB(),
        }),
      )
      await api.stop()
      await bare.stop()
      return findings
    } finally {
      await server.stop()
    }
  },
}

async function ask(path: string): Promise<void> {
  const response = await fetch(path, {
    method: 'POST',
    body,
    headers: { 'content-type': 'application/json', 'x-requested-with': 'huiyin' },
  })
  const { answers } = (await response.json()) as { answers: unknown[] }
  if (answers.length === 0) throw new Error('nothing was found: the figures would mean nothing')
}

/** As many answers as a large help centre has, each asked for in many ways. */
async function fill(url: string): Promise<void> {
  const random = noise(7)
  const clauses = () => sentence(random).split('，').slice(0, 2).join('，')
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  const { rows } = await client.query("select id from workspaces where slug = 'home'")
  const workspaceId = rows[0].id
  for (let n = 0; n < articles; n++) {
    const { rows: made } = await client.query(
      `insert into articles (workspace_id, id, title, body, entries, state, changed_at, created_at)
       values ($1, gen_random_uuid(), $2, $3, '{}', 'published', now(), now()) returning id`,
      [workspaceId, clauses(), `${sentence(random)}。\n${sentence(random)}。`],
    )
    const texts = Array.from({ length: variants }, (_, at) => `${clauses()} ${n}-${at}`)
    await client.query(
      `insert into article_variants (workspace_id, id, article_id, text, folded, source, position, created_at)
       select $1, gen_random_uuid(), $2, text, text, 'written', 0, now() from unnest($3::text[]) as text`,
      [workspaceId, made[0].id, texts],
    )
  }
  await client.query(
    `insert into problems (workspace_id, id, number, title, description, state, created_at,
       public_title, public_note, public_since, public_changed_at)
     select $1, gen_random_uuid(), 1000 + n, text, '', 'open', now(), text, '', now(), now()
     from unnest($2::text[]) with ordinality as t(text, n)`,
    [workspaceId, Array.from({ length: problems }, clauses)],
  )
  await client.query('update knowledge_versions set version = version + 1')
  await client.end()
}
