import { createHmac } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { readViewer, setUp } from '../../contract/workspaces.ts'
import { bootProduct, type Product } from '../testing/product.ts'
import { aBrowser, aSession, aWorkspace } from './testing.ts'

const email = 'lin@whale.test'
const password = 'a quiet blue whale'
const strings = (value: unknown) => value as string[]

let product: Product
beforeAll(async () => {
  product = await bootProduct({ rateLimits: true, now: new Date() })
  await product.as()(setUp, {
    body: { workspaceName: 'Blue Whale', business: 'store', ownerName: '林', email, password },
  })
})
afterAll(() => product.close())

let address = 10
const browserElsewhere = () => aBrowser(product, `203.0.113.${address++}`)

describe('a session that somebody else has', () => {
  test.each([
    ['/two-factor/disable', {}, 'password'],
    ['/change-password', { newPassword: 'a loud green heron' }, 'currentPassword'],
  ])('guesses no password at %s, from however many addresses', async (door, body, field) => {
    const owner = browserElsewhere()
    expect((await owner.signIn(email, password)).status).toBe(200)
    const cookie = owner.cookie()
    const guess = (value: string) =>
      browserElsewhere().send('POST', `/api/auth${door}`, { ...body, [field]: value }, { cookie })
    const statuses: number[] = []
    for (let i = 0; i < 12; i++) statuses.push((await guess(`a wrong guess ${i}`)).status)
    expect(statuses).toEqual([...Array(10).fill(400), 429, 429])
    expect((await guess(password)).status).toBe(429)
    // The owner, who knows it, still signs in.
    expect((await browserElsewhere().signIn(email, password)).status).toBe(200)
    await product.platform.db.deleteFrom('sign_in_attempts').execute()
  })

  test.each(Object.entries(otherSpellings))(
    'guesses nothing with its cookie in %s, which would not be counted',
    async (_how, spelt) => {
      const owner = browserElsewhere()
      await owner.signIn(email, password)
      const cookie = spelt(owner.cookie(), 'huiyin.session_token')
      const statuses: number[] = []
      for (let i = 0; i < 12; i++) {
        const body = { password: `a wrong guess ${i}` }
        const door = '/api/auth/two-factor/disable'
        statuses.push((await browserElsewhere().send('POST', door, body, { cookie })).status)
      }
      expect(statuses).toEqual(Array(12).fill(401))
    },
  )
})

describe('the second step', () => {
  test('enrol, sign in with a code, with a backup code, and switch it off', async () => {
    const browser = browserElsewhere()
    await browser.signIn(email, password)
    const enrolled = await browser.send('POST', '/api/auth/two-factor/enable', { password })
    expect(enrolled.status).toBe(200)
    const uri = new URL(enrolled.body.totpURI as string)
    const secret = secretOf(uri)
    const firstCode = codeOf(secret)
    const backupCodes = strings(enrolled.body.backupCodes)
    expect(backupCodes.length).toBeGreaterThanOrEqual(8)
    // Not yet verified: nobody is locked out by half an enrolment.
    expect(
      (await browserElsewhere().signIn(email, password)).body.twoFactorRedirect,
    ).toBeUndefined()
    expect(
      (
        await browser.send('POST', '/api/auth/two-factor/verify-totp', {
          code: firstCode,
        })
      ).status,
    ).toBe(200)
    const viewer = await product.as({ cookie: browser.cookie() })(readViewer)
    expect(viewer.twoFactor).toBe(true)

    const second = browserElsewhere()
    const stepped = await second.signIn(email, password)
    expect(stepped.body.twoFactorRedirect).toBe(true)
    // The password alone makes no device known.
    expect(strings(stepped.headers['set-cookie']).join()).not.toContain('huiyin.device_')
    expect((await second.send('GET', '/api/v1/me')).status).toBe(401)
    const again = await second.send('POST', '/api/auth/two-factor/verify-totp', {
      code: firstCode,
    })
    expect([again.status, again.body.code]).toEqual([401, 'CODE_USED'])
    const wrong = await second.send('POST', '/api/auth/two-factor/verify-totp', { code: '000000' })
    expect([wrong.status, wrong.body.code]).toEqual([401, 'INVALID_CODE'])
    for (const spelt of Object.values(otherSpellings)) {
      const cookie = spelt(second.cookie(), 'huiyin.two_factor')
      const door = '/api/auth/two-factor/verify-totp'
      const once = await browserElsewhere().send('POST', door, { code: firstCode }, { cookie })
      expect(once.status).toBe(401)
    }
    // The next one opens, also where the used one was refused; of two who come with it, for one.
    const nextCode = codeOf(secret, { next: true })
    const onlooker = browserElsewhere()
    await onlooker.signIn(email, password)
    const both = await Promise.all(
      [second, onlooker].map((browser) =>
        browser.send('POST', '/api/auth/two-factor/verify-totp', { code: nextCode }),
      ),
    )
    expect(both.map(({ status }) => status).sort()).toEqual([200, 401])
    // A browser that is trusted is asked for the password alone from then on.
    const trusted = [second, onlooker][both.findIndex(({ status }) => status !== 200)]
    const trust = { code: backupCodes[1] as string, trustDevice: true }
    await trusted?.send('POST', '/api/auth/two-factor/verify-backup-code', trust)
    await trusted?.send('POST', '/api/auth/sign-out', {})
    expect((await trusted?.signIn(email, password))?.body.twoFactorRedirect).toBeUndefined()
    expect((await trusted?.send('GET', '/api/v1/me'))?.status).toBe(200)
    // Until the password changes, or the second step.
    const [door, between] = ['/api/auth/change-password', 'a loud green heron']
    const toBetween = { currentPassword: password, newPassword: between }
    expect((await browser.send('POST', door, toBetween)).status).toBe(200)
    expect((await trusted?.signIn(email, between))?.body.twoFactorRedirect).toBe(true)
    const back = { currentPassword: between, newPassword: password }
    expect((await browser.send('POST', door, back)).status).toBe(200)
    const [winner] = both[0]?.status === 200 ? [second] : [onlooker]
    expect((await winner.send('GET', '/api/v1/me')).status).toBe(200)

    const useBackup = async () => {
      const third = browserElsewhere()
      await third.signIn(email, password)
      return third.send('POST', '/api/auth/two-factor/verify-backup-code', { code: backupCodes[0] })
    }
    expect((await useBackup()).status).toBe(200)
    expect((await useBackup()).status).toBe(401)

    const guesser = browserElsewhere()
    await guesser.signIn(email, password)
    let guess = await guesser.send('POST', '/api/auth/two-factor/verify-totp', { code: '111111' })
    for (let i = 0; i < 11 && guess.status === 401; i++)
      guess = await guesser.send('POST', '/api/auth/two-factor/verify-totp', { code: '111111' })
    expect(guess.status).not.toBe(200)
    expect([400, 429]).toContain(guess.status)

    expect((await winner.send('POST', '/api/auth/two-factor/disable', { password })).status).toBe(
      200,
    )
    expect(
      (await browserElsewhere().signIn(email, password)).body.twoFactorRedirect,
    ).toBeUndefined()
  })
})

test('a code is of the account that it opens, whoever else was signed in', async () => {
  const owner = browserElsewhere()
  await owner.signIn(email, password)
  const enrolled = await owner.send('POST', '/api/auth/two-factor/enable', { password })
  const code = codeOf(secretOf(new URL(enrolled.body.totpURI as string)))
  const door = '/api/auth/two-factor/verify-totp'
  expect((await owner.send('POST', door, { code })).status).toBe(200)

  const thief = browserElsewhere()
  await thief.signIn(email, password)
  const workspace = await aWorkspace(product)
  const { accountId } = workspace.members.agent
  const ended = await aSession(product, accountId)
  const cookie = `${ended}; ${thief.cookie()}`
  // Signed out by another process: this one remembers the session for some seconds.
  await product.as({ cookie: ended })(readViewer)
  await product.platform.db.deleteFrom('sessions').where('account_id', '=', accountId).execute()
  const replayed = await browserElsewhere().send('POST', door, { code }, { cookie })
  expect(replayed.status).toBe(401)
})

/** How a browser never writes what it was given, and a reader of cookies may still understand it. */
const otherSpellings: Record<string, (cookies: string, name: string) => string> = {
  quotes: (cookies, name) => cookies.replace(new RegExp(`(${name}=)([^;]*)`), '$1"$2"'),
  // The last digit of 32 bytes in base 64 has two bits to spare.
  'another digit': (cookies, name) =>
    cookies.replace(
      new RegExp(`(${name}=[^;]*)(.)(%3D|=)(?=;|$)`),
      (_all, before, digit, end) => `${before}${nextDigit(digit)}${end}`,
    ),
}
function nextDigit(digit: string): string {
  const digits = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/'
  return digits[digits.indexOf(digit) ^ 1] as string
}

function secretOf(uri: URL): Buffer {
  const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'
  let bits = ''
  for (const letter of (uri.searchParams.get('secret') ?? '').replaceAll('=', ''))
    bits += alphabet.indexOf(letter).toString(2).padStart(5, '0')
  return Buffer.from((bits.match(/.{8}/g) ?? []).map((byte) => Number.parseInt(byte, 2)))
}

/** RFC 6238, as an authenticator app works it out. */
function codeOf(secret: Buffer, { next = false } = {}): string {
  const step = Buffer.alloc(8)
  step.writeBigUInt64BE(BigInt(Math.floor(Date.now() / 30_000) + Number(next)))
  const digest = createHmac('sha1', secret).update(step).digest()
  const at = (digest.at(-1) as number) & 15
  return String((digest.readUInt32BE(at) & 0x7fffffff) % 1_000_000).padStart(6, '0')
}
