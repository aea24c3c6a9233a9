import { randomUUID } from 'node:crypto'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { isTooWeak } from './password.ts'
import { isSecret, newPlacedSecret, parsePlacedSecret, secretHash } from './placed-secret.ts'
import { sessionTokenIn, signSessionToken } from './session-cookie.ts'
import { slugOf } from './slug.ts'
import { cookiesOf } from './web-request.ts'

describe('passwords', () => {
  test.each([
    '1234567890',
    '0987654321',
    'aaaaaaaaaaaa',
    'abababababab',
    'qwertyuiop',
    'Password123',
    'PASSWORD2026',
    'abcdefghij1',
    'woaini5201314',
    'admin123456',
    'lin@whale.test',
    'lin2026whale',
  ])('%s is too easily guessed', (password) => {
    expect(isTooWeak(password, ['lin@whale.test', '林'])).toBe(true)
  })
  test.each([
    'a quiet blue whale',
    'Tr0ub4dor&3x',
    '蓝鲸在海里睡着了呀呀',
    'k7#mQ!vz2pXw',
    'qwertyuiop and then some',
  ])('%s is good enough', (password) => {
    expect(isTooWeak(password, ['lin@whale.test', '林'])).toBe(false)
  })
})

describe('placed secrets', () => {
  test('say where they belong, and nothing else is taken for one', () => {
    fc.assert(
      fc.property(fc.uuid(), fc.uuid(), (workspaceId, id) => {
        const made = newPlacedSecret('hyk', workspaceId, id)
        expect(parsePlacedSecret('hyk', made.written)).toEqual({
          id,
          workspaceId,
          secret: made.secret,
        })
        expect(parsePlacedSecret('hyi', made.written)).toBeNull()
      }),
    )
    fc.assert(
      fc.property(fc.string(), (text) => {
        expect(parsePlacedSecret('hyk', text)).toBeNull()
      }),
    )
    expect(parsePlacedSecret('hyk', `hyk_${'z'.repeat(43)}_${'a'.repeat(43)}`)).toBeNull()
  })
  test('are known by their hash', () => {
    const { secret } = newPlacedSecret('hyk', randomUUID(), randomUUID())
    const other = newPlacedSecret('hyk', randomUUID(), randomUUID())
    expect(isSecret(secret, secretHash(secret))).toBe(true)
    expect(isSecret(other.secret, secretHash(secret))).toBe(false)
  })
})

describe('the session cookie', () => {
  const cookie = `a=b; huiyin.session_token=${signSessionToken('the-token', 'secret')}; c=d`
  test('is read from among others when its signature is ours', () => {
    expect(sessionTokenIn(cookie, 'secret')).toBe('the-token')
    expect(sessionTokenIn(cookie, 'another installation')).toBeNull()
    expect(sessionTokenIn(cookie.replace('the-token', 'tha-token'), 'secret')).toBeNull()
    expect(sessionTokenIn(undefined, 'secret')).toBeNull()
  })
  test('is for TLS only where the visitor came by TLS, or the operator says so', () => {
    const headers = new Headers([
      ['set-cookie', 'a=1; Path=/'],
      ['set-cookie', 'b=2; Secure'],
    ])
    const given = (protocol: 'http' | 'https', publicUrl: string | null) =>
      cookiesOf({ headers }, { protocol }, { publicUrl })
    const forTls = ['a=1; Path=/; Secure', 'b=2; Secure']
    expect(given('https', null)).toEqual(forTls)
    expect(given('https', 'http://shop.test')).toEqual(forTls)
    expect(given('http', 'https://shop.test')).toEqual(forTls)
    expect(given('http', null)).toEqual(['a=1; Path=/', 'b=2; Secure'])
  })
  test('never throws, whatever is sent', () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        expect(sessionTokenIn(`huiyin.session_token=${text}`, 'secret')).toBeNull()
      }),
    )
  })
})

test('names become addresses', () => {
  expect(slugOf('Blue Whale Store')).toBe('blue-whale-store')
  expect(slugOf('Café Zürich!')).toBe('cafe-zurich')
  expect(slugOf('蓝鲸')).toBe('home')
  expect(slugOf('蓝鲸 Whale 2')).toBe('whale-2')
  expect(slugOf('x'.repeat(60))).toHaveLength(40)
})
