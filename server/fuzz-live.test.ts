/** Whatever is asked of the live line, over a real connection: it opens or refuses, and never breaks. */
import { request } from 'node:http'
import type { AddressInfo } from 'node:net'
import fc from 'fast-check'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { headerValue } from './testing/arbitrary.ts'
import { expectSense } from './testing/expect-sense.ts'
import { bootProduct, type Product } from './testing/product.ts'
import { aWorkspace, type TestWorkspace } from './workspaces/testing.ts'

const lines = Number(process.env.FUZZ_REQUESTS ?? 1000)
const withinMs = 120_000
const answerMs = 10_000

let product: Product
let workspace: TestWorkspace
let port: number
beforeAll(async () => {
  product = await bootProduct()
  workspace = await aWorkspace(product)
  await product.app.listen({ port: 0, host: '127.0.0.1' })
  port = (product.app.server.address() as AddressInfo).port
})
afterAll(async () => {
  product.platform.endStreams()
  await product.close()
})

const asked = fc.record({
  query: fc.oneof(
    { weight: 3, arbitrary: fc.constant('') },
    fc.webQueryParameters().map((query) => `?${query}`),
    fc.webQueryParameters().map((query) => `?workspace=${query}`),
    fc.constantFrom('?workspace', '?workspace=%00', '?workspace=a&workspace=b', '?%ff', '?[]=1'),
  ),
  headers: fc.dictionary(
    fc.constantFrom('last-event-id', 'accept', 'x-workspace', 'authorization', 'cookie', 'range'),
    headerValue,
    { maxKeys: 3 },
  ),
})

it(
  'the live line opens or refuses',
  async () => {
    let opened = 0
    await fc.assert(
      fc.asyncProperty(asked, async ({ query, headers }) => {
        const answer = await ask(`/api/v1/live${query}`, headers)
        if (answer.statusCode !== 200) return expectSense(answer)
        expect(answer.body).toBe('event: hello\ndata: {}\n\n')
        opened += 1
      }),
      {
        numRuns: lines,
        timeout: answerMs,
        interruptAfterTimeLimit: withinMs - 5000,
        endOnFailure: true,
      },
    )
    expect(opened).toBeGreaterThan(lines / 50)
  },
  withinMs,
)

/** The whole refusal, or the first words of an open line, which is then left. */
function ask(path: string, stray: Record<string, string>) {
  const headers = { ...workspace.members.owner.headers, ...stray }
  return new Promise<{ statusCode: number; body: string }>((resolve, reject) => {
    const sent = request({ port, path, headers, agent: false }, (got) => {
      const statusCode = got.statusCode ?? 0
      let body = ''
      got.setEncoding('utf8')
      got.on('data', (data) => {
        body += data
        if (statusCode !== 200) return
        resolve({ statusCode, body })
        sent.destroy()
      })
      got.on('end', () => resolve({ statusCode, body }))
      got.on('error', () => {})
    })
    sent.on('error', reject)
    sent.end()
  })
}
