import { spawn } from 'node:child_process'
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import iconv from 'iconv-lite'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { createFirstChannels } from '../channels/index.ts'
import { ConfigError, readConfig } from '../platform/config.ts'
import { makeLog } from '../platform/log.ts'
import { type Running, run as runProcess } from '../process.ts'
import { bootProduct, type Product } from '../testing/product.ts'
import { aWorkspace, type TestWorkspace } from '../workspaces/testing.ts'
import { mappingFor, readImportOptions } from './import-options.ts'

let product: Product
let shop: TestWorkspace
let folder: string
beforeAll(async () => {
  product = await bootProduct({ now: new Date() })
  shop = await aWorkspace(product)
  await shop.ctx().write((tx) => createFirstChannels(tx, 'zh-CN'))
  folder = await mkdtemp(join(tmpdir(), 'huiyin-import-'))
})
afterAll(async () => {
  await product.close()
  await rm(folder, { recursive: true })
})

/** No service runs on this database: the command does all the work itself. */
function run(args: string[]): Promise<{ code: number | null; said: string }> {
  const child = spawn(
    process.execPath,
    [join(import.meta.dirname, '../main.ts'), 'import', ...args],
    {
      stdio: ['ignore', 'pipe', 'pipe'],
      env: {
        ...process.env,
        INIT_CWD: folder,
        DATA_DIR: join(folder, 'data'),
        DATABASE_URL: product.platform.pool.options.connectionString,
        NODE_OPTIONS: '--disable-warning=ExperimentalWarning',
      },
    },
  )
  let said = ''
  for (const stream of [child.stdout, child.stderr])
    stream.on('data', (data) => {
      said += data
    })
  return new Promise((resolve) => child.on('close', (code) => resolve({ code, said })))
}

async function count(table: 'cases' | 'imports' | 'feedback'): Promise<number> {
  const rows = await product.platform.db.selectFrom(table).select('id').execute()
  return rows.length
}

test('a sheet is brought in from a terminal, tried out first, with its rejected rows on the side', async () => {
  const rows = [
    '单号,说了什么,何时',
    'A1,打不开,2020-01-02',
    'A2,,2020-01-03',
    'A3,很慢,2020-01-04',
  ]
  await writeFile(join(folder, '一月.csv'), iconv.encode(rows.join('\r\n'), 'gb18030'))
  const map = ['--map', '说了什么=text,3=said_at']

  const tried = await run(['一月.csv', ...map, '--dry-run'])
  expect(tried.said).toContain('CSV, gb18030')
  expect(tried.said).toContain('2 would be imported')
  expect(tried.code).toBe(0)
  expect(await Promise.all([count('imports'), count('feedback')])).toEqual([0, 0])

  const done = await run(['一月.csv', ...map, '--as', 'history', '--rejected', '坏行.csv'])
  expect(done.said).toContain('何时 → said_at')
  expect(done.said).toContain('2 imported')
  expect(done.said).toContain('1 × text_empty')
  expect(done.code).toBe(0)
  // All that follows has happened too.
  expect(await Promise.all([count('imports'), count('cases')])).toEqual([1, 2])
  expect(await readFile(join(folder, '坏行.csv'), 'utf8')).toContain('2,text_empty,没有内容')
})

test('a dry run names the categories that are none, and the rows that repeat', async () => {
  const rows = ['编号,内容,类别', '1,迟了,外星物流', '2,又迟了,外星物流', '1,迟了,外星物流']
  await writeFile(join(folder, '类别.csv'), rows.join('\n'))
  const map = ['--map', '编号=external_id,内容=text,类别=category']
  const { said } = await run(['类别.csv', ...map, '--dry-run'])
  expect(said).toContain('1 were there already (rows 3)')
  expect(said).toContain('2 would be imported without category and team')
  expect(said).toContain('2 × 外星物流 (feedback)')
})

test('what is not found out right is said: encoding, header, order of dates', async () => {
  const rows = ['熱線登記', '單號,說了甚麼,何時', 'Z1,打不開,1/3/2020', 'Z2,很慢,2/4/2020']
  await writeFile(join(folder, '熱線.csv'), iconv.encode(rows.join('\n'), 'big5'))
  const how = ['--encoding', 'big5', '--header-row', '2', '--map', '說了甚麼=text,何時=said_at']
  const unsure = await run(['熱線.csv', ...how, '--dry-run'])
  expect(unsure.said).toContain('CSV, big5, header in row 2')
  expect(unsure.said).toContain('say --dates')
  expect(unsure.said).toContain('2 × date_ambiguous')
  const sure = await run(['熱線.csv', ...how, '--dates', 'dmy', '--dry-run'])
  expect(sure.said).toContain('Dates are day/month/year.')
  expect(sure.said).toContain('2 would be imported')
  const bare = await run(['熱線.csv', '--encoding', 'big5', '--header-row', 'none', '--dry-run'])
  expect(bare.said).toContain('CSV, big5, no header')
  expect(bare.said).toContain('4 would be imported')
})

test.each([
  ['a file that is not there', ['没有.csv'], 'There is no file'],
  ['what is no sheet', ['图.png'], 'This is no sheet'],
  [
    'a workspace that is not there',
    ['好.csv', '--workspace', 'nobody'],
    'There is no workspace "nobody"',
  ],
  ['a column that is not there', ['好.csv', '--map', '天气=text'], 'has no column "天气"'],
])(
  'it ends with a sentence and a failure for %s',
  async (_, args, sentence) => {
    await writeFile(join(folder, '图.png'), Buffer.from('89504e470d0a1a0a', 'hex'))
    await writeFile(join(folder, '好.csv'), '内容\n好\n')
    const before = await Promise.all([count('imports'), count('feedback')])
    const { code, said } = await run(args)
    expect(said).toContain(sentence)
    expect(said).not.toContain('    at ')
    expect(code).toBe(1)
    expect(await Promise.all([count('imports'), count('feedback')])).toEqual(before)
  },
  30_000,
)

describe('where the service answers but no worker runs', () => {
  let parts: Running[] = []
  const part = async (role: 'api' | 'worker') => {
    const config = readConfig({
      PORT: '0',
      DATA_DIR: join(folder, 'data'),
      DATABASE_URL: product.platform.pool.options.connectionString,
    })
    parts.push(await runProcess(config, role, makeLog('silent')))
  }
  afterAll(async () => {
    for (const { stop } of parts) await stop()
    parts = []
  })

  test('it says so and how to start one, and the import goes on when one runs', async () => {
    await writeFile(join(folder, '三月.csv'), '内容\n等人来做\n')
    const before = await count('feedback')
    await part('api')

    const tried = await run(['三月.csv', '--dry-run'])
    expect(tried.said).toContain('No worker is running')
    expect(tried.said).toContain('The dry run goes on')
    expect(tried.code).toBe(1)

    const started = await run(['三月.csv'])
    expect(started.said).toContain('npm run huiyin -- serve --role worker')
    expect(started.code).toBe(1)
    expect(await count('feedback')).toBe(before)

    await part('worker')
    await expect.poll(() => count('feedback'), { timeout: 20_000 }).toBe(before + 1)
  })
})

test('what is asked for goes before what is proposed', () => {
  const proposed = {
    columns: ['text', 'category', 'context'] as const,
    entry: 'feedback',
    categoryId: null,
    categories: [],
    as: 'open',
    dateOrder: 'auto',
  } as const
  const options = readImportOptions(['f.csv', '--map', 'c=text,2=ignore', '--entry', 'complaint'])
  expect(
    mappingFor(
      { ...proposed, columns: [...proposed.columns], categories: [] },
      ['a', 'b', 'c'],
      options,
    ),
  ).toEqual({
    columns: ['context', 'ignore', 'text'],
    entry: 'complaint',
    categoryId: null,
    categories: [],
    as: 'open',
    dateOrder: 'auto',
  })
  for (const args of [
    [],
    ['a', 'b'],
    ['a', '--entry', 'x'],
    ['a', '--map', 'text'],
    ['a', '--map', 'b=weather'],
    ['a', '--force'],
    ['a', '--encoding', 'latin1'],
    ['a', '--header-row', '0'],
    ['a', '--header-row', '21'],
    ['a', '--dates', 'ydm'],
  ])
    expect(() => readImportOptions(args)).toThrow(ConfigError)
})
