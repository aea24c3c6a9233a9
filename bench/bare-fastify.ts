/** The limit of HTTP: Fastify answering 201 to a parsed body, or one indexed select, and nothing else. */
import Fastify from 'fastify'
import pg from 'pg'

const app = Fastify()
app.post('/', async (_request, reply) => reply.status(201).send({ ok: true }))
app.get('/', async () => ({ ok: true }))

if (process.env.DATABASE_URL) {
  const pool = new pg.Pool({ connectionString: process.env.DATABASE_URL, max: 10 })
  app.get('/list/:workspace', async (request) => {
    const { workspace } = request.params as { workspace: string }
    const { rows } = await pool.query({
      name: 'list',
      text: 'select * from cases where workspace_id = $1 order by opened_at desc, id desc limit 50',
      values: [workspace],
    })
    return { items: rows }
  })
}
await app.listen({ port: Number(process.env.PORT), host: '127.0.0.1' })
process.once('SIGTERM', () => process.exit(0))
