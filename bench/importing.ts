import pg from 'pg'
import { countCases } from '../contract/cases.ts'
import { uploadFile } from '../contract/files.ts'
import { mapImport, openImport, showImport, startImport } from '../contract/imports.ts'
import { noise, sentence } from './dataset-rows.ts'
import { freshDatabase, serveApi, startDatabase } from './ground.ts'
import { type Benchmark, plain } from './report.ts'

const rows = 20_000
const longestMs = 300_000

export const importing: Benchmark = {
  name: 'importing',
  async run(say) {
    const server = await startDatabase()
    try {
      const url = await freshDatabase(server, 'bench_importing')
      const api = await serveApi(url, 'all')
      const random = noise(1)
      const sheet = `内容,评分\n${Array.from({ length: rows }, () => `${sentence(random)},${Math.ceil(random() * 5)}`).join('\n')}\n`
      const form = new FormData()
      form.append('file', new File([sheet], 'rows.csv', { type: 'text/csv' }))
      const { ticket } = await api.call(uploadFile, { body: form })
      const { id } = await api.call(openImport, { body: { file: ticket } })
      await api.call(mapImport, {
        params: { importId: id },
        body: { columns: ['text', 'rating'], entry: 'feedback', categoryId: null, as: 'open' },
      })
      const before = performance.now()
      await api.call(startImport, { params: { importId: id }, body: {} })
      await until(
        async () => (await api.call(showImport, { params: { importId: id } })).state === 'done',
      )
      const taken = (performance.now() - before) / 1000
      say('waiting for every case to be opened, read and counted')
      await until(async () => (await pending(url)) === 0)
      const settled = (performance.now() - before) / 1000
      const { views } = await api.call(countCases)
      await api.stop()
      return [
        plain(`rows taken, of ${rows.toLocaleString('en')}`, 'rows/s', rows / taken),
        plain('rows opened as cases, read and counted', 'rows/s', rows / settled, {
          'open cases counted (capped)': views.open,
        }),
      ]
    } finally {
      await server.stop()
    }
  },
}

async function until(done: () => Promise<boolean>): Promise<void> {
  const end = performance.now() + longestMs
  while (!(await done())) {
    if (performance.now() > end) throw new Error('not done in time')
    await new Promise((resolve) => setTimeout(resolve, 200))
  }
}

/** Events not relayed yet and jobs not finished. */
async function pending(url: string): Promise<number> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  const { rows } = await client.query<{ n: string }>(
    `select (select count(*) from outbox) + (select count(*) from jobs.job where name in ('reactions', 'long-reactions') and state in ('created', 'retry', 'active')) as n`,
  )
  await client.end()
  return Number(rows[0]?.n)
}
