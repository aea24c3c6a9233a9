import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterAll, beforeAll, describe, expect, it, test } from 'vitest'
import { faultOfUrl, isPublic, post } from './outgoing.ts'

let server: Server
let address: string
let asked = 0
beforeAll(async () => {
  server = createServer((request, response) => {
    asked += 1
    if (request.url === '/moved') response.writeHead(302, { location: '/elsewhere' }).end()
    else if (request.url === '/no') response.writeHead(500).end('no')
    else response.writeHead(204).end()
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  address = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
})
afterAll(() => server.close())

const to = (url: string, allowed: 'allowed' | 'refused' = 'refused') =>
  post({ url, headers: {}, body: '{}', private: allowed })

test.each([
  ...[
    '127.0.0.1',
    '10.1.2.3',
    '172.31.0.1',
    '192.168.1.1',
    '169.254.169.254',
    '100.64.0.1',
    '0.0.0.0',
  ],
  ...[
    '::1',
    '::',
    'fe80::1',
    'fc00::1',
    'fd12::1',
    '::ffff:10.0.0.1',
    '::ffff:7f00:1',
    '64:ff9b::a00:1',
    '2002:7f00:1::',
  ],
  ...['224.0.0.1', '255.255.255.255', 'nonsense'],
])('%s is not public', (one) => {
  expect(isPublic(one)).toBe(false)
})

test.each(['1.1.1.1', '8.8.8.8', '2606:4700::1111'])('%s is public', (one) => {
  expect(isPublic(one)).toBe(true)
})

describe('an address that an operator typed', () => {
  it.each([
    ['http://example.com/hook', 'url_invalid'],
    ['https://user:secret@example.com/', 'url_invalid'],
    ['file:///etc/passwd', 'url_invalid'],
    ['nonsense', 'url_invalid'],
    ['https://127.0.0.1/', 'address_private'],
    ['https://[::1]/', 'address_private'],
    ['https://2130706433/', 'address_private'],
    ['https://0x7f.1/', 'address_private'],
    ['https://localhost:8787/', 'address_private'],
    ['https://metadata.google.internal/', 'address_private'],
  ])('%s is refused', (url, error) => {
    expect(faultOfUrl(url, { private: 'refused' })).toBe(error)
  })

  it('is not connected to when it leads inside', async () => {
    const before = asked
    expect(await to(address.replace('http:', 'https:'))).toEqual({
      status: null,
      error: 'address_private',
    })
    expect(asked).toBe(before)
  })

  it('is reached inside where the installation allows it', async () => {
    expect(await to(address, 'allowed')).toEqual({ status: 204, error: null })
    expect(await to(`${address}/no`, 'allowed')).toEqual({ status: 500, error: 'refused' })
  })

  it('leads nowhere else', async () => {
    const before = asked
    expect(await to(`${address}/moved`, 'allowed')).toEqual({ status: 302, error: 'redirected' })
    expect(asked).toBe(before + 1)
  })

  it('that nobody answers is told as such', async () => {
    expect(await to('http://127.0.0.1:9', 'allowed')).toEqual({
      status: null,
      error: 'unreachable',
    })
  })
})
