/** What every answer carries, whoever asks and however it ends. */
import { Agent, request } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { fileLimits } from '../contract/files.ts'
import { bootProduct, type Product } from './testing/product.ts'
import { aWorkspace, type TestWorkspace } from './workspaces/testing.ts'

let product: Product
let workspace: TestWorkspace

beforeAll(async () => {
  product = await bootProduct()
  workspace = await aWorkspace(product)
})
afterAll(async () => {
  product.platform.endStreams()
  await product.close()
})

async function listening(): Promise<number> {
  if (!product.app.server.listening) await product.app.listen({ port: 0, host: '127.0.0.1' })
  return (product.app.server.address() as AddressInfo).port
}

const ask = (url: string, headers: Record<string, string> = {}) =>
  product.app.inject({ url, headers })

describe('every answer', () => {
  it.each([
    ['200', '/api/v1/me', 200],
    ['401', '/api/v1/members', 401],
    ['a portal', '/api/portal/nobody', 404],
    ['bad input', '/api/v1/cases?limit=none', 400],
    ['no such path', '/nowhere', 404],
    ['a closed door of sign-in', '/api/auth/list-accounts', 404],
  ])('%s cannot be framed, sniffed or run', async (what, url, status) => {
    const member = what === '200' || what === 'bad input' ? workspace.members.agent.headers : {}
    const { statusCode, headers } = await ask(url, member)
    expect(statusCode).toBe(status)
    expect(headers['content-type']).toMatch(/json/)
    expect(headers['x-content-type-options']).toBe('nosniff')
    expect(headers['content-security-policy']).toContain("frame-ancestors 'none'")
    expect(headers['content-security-policy']).not.toMatch(/script-src[^;]*unsafe/)
  })

  it('of the API is kept by nobody in between', async () => {
    const { headers: who } = workspace.members.agent
    for (const url of ['/api/v1/me', '/api/v1/cases', '/api/v1/cases?limit=none', '/api/v1/keys'])
      expect((await ask(url, who)).headers['cache-control']).toBe('no-store')
    const track = `/api/portal/${workspace.slug}/track/1`
    expect((await ask(track)).headers['cache-control']).toBe('no-store')
  })
})

describe('a path that is none', () => {
  it.each(['/%', '/api/portal/%ff', '/console/%ZZ'])(
    '%s is a problem like any other',
    async (url) => {
      const response = await ask(url)
      expect(response.headers['content-type']).toContain('application/problem+json')
      expect(response.json()).toMatchObject({ status: 400, code: 'invalid_input' })
      expect(response.body).not.toContain(url)
    },
  )
})

it('goes on answering on a line where it refused an upload half-way', async () => {
  const port = await listening()
  const agent = new Agent({ keepAlive: true, maxSockets: 1 })
  const send = (method: string, path: string, body?: Buffer) =>
    new Promise<number | undefined>((resolve, reject) => {
      const type = { 'content-type': 'multipart/form-data; boundary=b' }
      const sent = request({ port, agent, method, path, timeout: 5000, headers: body ? type : {} })
      sent.on('response', (got) => got.resume().on('end', () => resolve(got.statusCode)))
      sent.on('timeout', () => reject(new Error('no answer')))
      sent.on('error', reject)
      sent.end(body)
    })
  const part = '--b\r\ncontent-disposition: form-data; name="file"; filename="a.txt"\r\n\r\n'
  const large = Buffer.concat([Buffer.from(part), Buffer.alloc(fileLimits.log + 1024 ** 2, 97)])
  expect(await send('POST', `/api/portal/${workspace.slug}/files`, large)).toBe(413)
  expect(await send('GET', '/healthz')).toBe(200)
  agent.destroy()
})

it('keeps so many live lines for one member, and no more', async () => {
  const port = await listening()
  const headers = workspace.members.agent.headers
  const line = () =>
    new Promise<{ status?: number; close(): void }>((resolve, reject) => {
      const sent = request({ port, path: '/api/v1/live', headers, agent: false })
      sent.on('response', (got) => {
        got.on('error', () => {})
        resolve({ status: got.statusCode ?? 0, close: () => sent.destroy() })
      })
      sent.on('error', reject)
      sent.end()
    })
  const lines = await Promise.all(Array.from({ length: 30 }, line))
  expect(new Set(lines.map(({ status }) => status))).toEqual(new Set([200]))
  expect((await line()).status).toBe(429)
  for (const { close } of lines) close()
  await expect.poll(async () => (await line()).status).toBe(200)
})

it('does not wait for ever for a request that never ends', () => {
  const { server } = product.app
  expect(server.requestTimeout).toBeGreaterThan(60_000)
  expect(server.headersTimeout).toBeGreaterThan(0)
})
