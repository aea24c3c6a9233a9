import Fastify from 'fastify'
import { describe, expect, it } from 'vitest'
import { trustedProxies } from './proxies.ts'

/** Whom the application takes for the client. */
async function addressSeen(proxies: number, forwarded?: string): Promise<string> {
  const app = Fastify({ trustProxy: trustedProxies(proxies) })
  app.get('/', async ({ ip, protocol, host }) => `${ip} ${protocol}://${host}`)
  const response = await app.inject({
    url: '/',
    remoteAddress: '10.0.0.1',
    headers: {
      host: 'inside',
      ...(forwarded === undefined
        ? {}
        : {
            'x-forwarded-for': forwarded,
            'x-forwarded-proto': 'https',
            'x-forwarded-host': 'outside',
          }),
    },
  })
  return response.body
}

describe('the address of the client', () => {
  it.each([
    [
      'no proxy: what the request says of itself is nothing',
      0,
      '6.6.6.6',
      '10.0.0.1 http://inside',
    ],
    ['one proxy: the address it saw', 1, '203.0.113.7', '203.0.113.7 https://outside'],
    [
      'one proxy: not what the client told it',
      1,
      '6.6.6.6, 203.0.113.7',
      '203.0.113.7 https://outside',
    ],
    [
      'two proxies: the address the outer one saw',
      2,
      '203.0.113.7, 10.0.0.2',
      '203.0.113.7 https://outside',
    ],
    [
      'two proxies: not what the client told them',
      2,
      '6.6.6.6, 203.0.113.7, 10.0.0.2',
      '203.0.113.7 https://outside',
    ],
    ['one proxy that says nothing', 1, undefined, '10.0.0.1 http://inside'],
  ] as const)('%s', async (_what, proxies, forwarded, seen) => {
    expect(await addressSeen(proxies, forwarded)).toBe(seen)
  })
})
