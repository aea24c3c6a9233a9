import { join } from 'node:path'
import { expect, test } from 'vitest'
import { contractWithoutSchemas } from './contract-without-schemas.ts'
import { darkByMedia } from './dark-by-media.ts'

const contract = join(import.meta.dirname, '../../contract')

async function loaded(file: string): Promise<string> {
  const { load } = contractWithoutSchemas() as unknown as {
    load: (id: string) => Promise<{ code: string } | null>
  }
  return (await load(join(contract, file)))?.code ?? ''
}

test('endpoints keep their addresses, constants their values, and zod stays at home', async () => {
  const files = await loaded('files.ts')
  expect(files).toContain('"path":"/api/portal/:workspace/files"')
  expect(files).toContain('"perFeedback":9')
  expect(files).not.toContain('zod')
})

test('a problem is still recognised by its required keys', async () => {
  const errors = await loaded('errors.ts')
  expect(errors).toContain('looksLike(["type","status","code"])')
})

test('the client is compiled as it is', async () => {
  expect(await loaded('client.ts')).toBe('')
})

test('dark values follow the phone, without a script', () => {
  const { transform } = darkByMedia() as unknown as {
    transform: (code: string, id: string) => { code: string } | null
  }
  const css = ':root { --ink: #000; }\n[data-theme="dark"] { --ink: #fff; }'
  expect(transform(css, '/design/tokens.css')?.code).toContain(
    '@media (prefers-color-scheme: dark) { :root { --ink: #fff; } }',
  )
  expect(transform(css, '/other.css')).toBeNull()
  expect(() => transform('', '/design/tokens.css')).toThrow()
})
