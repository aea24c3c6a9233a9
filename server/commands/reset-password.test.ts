import { spawn } from 'node:child_process'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { setUp } from '../../contract/workspaces.ts'
import { bootProduct, type Product } from '../testing/product.ts'
import { aBrowser } from '../workspaces/testing.ts'

let product: Product
beforeAll(async () => {
  product = await bootProduct()
  await product.as()(setUp, {
    body: {
      workspaceName: '蓝鲸小店',
      business: 'store',
      ownerName: '林主',
      email: 'lin@whale.test',
      password: 'forgotten long ago',
    },
  })
})
afterAll(() => product.close())

function run(args: string[], typed: string): Promise<{ code: number | null; said: string }> {
  const child = spawn(
    process.execPath,
    [join(import.meta.dirname, '../main.ts'), 'reset-password', ...args],
    {
      env: {
        ...process.env,
        DATABASE_URL: product.platform.pool.options.connectionString,
        NODE_OPTIONS: '--disable-warning=ExperimentalWarning',
      },
    },
  )
  let said = ''
  child.stdout.on('data', (data) => {
    said += data
  })
  child.stderr.on('data', (data) => {
    said += data
  })
  child.stdin.end(typed)
  return new Promise((resolve) => child.on('close', (code) => resolve({ code, said })))
}

test('an operator who locked themself out gets in again', async () => {
  const before = aBrowser(product)
  expect((await before.signIn('lin@whale.test', 'forgotten long ago')).status).toBe(200)

  const weak = await run(['lin@whale.test'], '1234567890\n')
  expect(weak.code).toBe(1)
  expect(weak.said).toMatch(/^Too easily guessed/)
  const unknown = await run(['nobody@whale.test'], 'three green turtles\n')
  expect(unknown).toEqual({ code: 1, said: 'No account has this address.\n' })
  expect((await run([], '')).code).toBe(1)

  const done = await run(['LIN@whale.test'], 'three green turtles\n')
  expect(done.said).toMatch(/^The password is changed/)
  expect(done.code).toBe(0)
  expect((await before.signIn('lin@whale.test', 'forgotten long ago')).status).toBe(401)
  product.pass(11_000)
  expect((await before.send('GET', '/api/v1/me')).status).toBe(401)
  expect((await before.signIn('lin@whale.test', 'three green turtles')).status).toBe(200)
})
