/** Guessing at passwords is slowed, and does not keep the owner of an account out. */
import { afterAll, beforeAll, expect, test } from 'vitest'
import { bootProduct, type Product } from '../testing/product.ts'
import { countAttempt } from './attempts.ts'
import { resetPassword } from './reset-password.ts'
import { aBrowser, aMember, aWorkspace, givePassword, type TestWorkspace } from './testing.ts'

const password = 'a quiet blue whale'
const otherPassword = 'two loud red crabs'

let product: Product
let workspace: TestWorkspace
beforeAll(async () => {
  product = await bootProduct({ rateLimits: true, now: new Date() })
  workspace = await aWorkspace(product)
})
afterAll(() => product.close())

/** A new address each time, so that tests do not use up each other’s tries. */
let address = 10
const browserElsewhere = () => aBrowser(product, `203.0.113.${address++}`)

async function aMemberWithPassword(email: string): Promise<string> {
  const { accountId } = await aMember(product, workspace, 'agent', { name: '周', email })
  await givePassword(product, accountId, password)
  return email
}

/** Each from an address of its own. */
async function strangersGuess(victim: string, times: number) {
  for (let i = 0; i < times; i++)
    await countAttempt(product.platform, {
      email: victim,
      address: `192.0.2.${i}`,
      device: null,
    })
}

test('one address that tries many accounts is slowed', async () => {
  const browser = browserElsewhere()
  const statuses: number[] = []
  let last: Awaited<ReturnType<typeof browser.signIn>> | undefined
  for (let i = 0; i < 25 && last?.status !== 429; i++) {
    last = await browser.signIn(`someone${i}@whale.test`, 'a wrong password')
    statuses.push(last.status)
  }
  expect(statuses.at(-1)).toBe(429)
  expect(last?.body.code).toBe('TOO_MANY_REQUESTS')
  expect(Number(last?.headers['retry-after'])).toBeGreaterThan(0)
})

test('who guesses at one address is held up there; the owner signs in anywhere else', async () => {
  const victim = await aMemberWithPassword('near@whale.test')
  const guesser = browserElsewhere()
  const statuses: number[] = []
  for (let i = 0; i < 11; i++)
    statuses.push((await guesser.signIn(victim, 'wrong wrong wrong')).status)
  expect(statuses).toEqual([...Array(10).fill(401), 429])
  const right = await guesser.signIn(victim, password)
  expect(right.status).toBe(429)
  expect(Number(right.headers['retry-after'])).toBeGreaterThan(800)
  expect((await browserElsewhere().signIn(victim, password)).status).toBe(200)
})

test('many addresses together are held up; where the owner was signed in before, they are not', async () => {
  const victim = await aMemberWithPassword('victim@whale.test')
  const [known, foreign] = [browserElsewhere(), browserElsewhere()]
  expect((await known.signIn(victim, password)).status).toBe(200)
  await known.send('POST', '/api/auth/sign-out', {})
  await foreign.signIn(await aMemberWithPassword('foreign@whale.test'), password)
  await strangersGuess(victim, 60)

  const held = await browserElsewhere().signIn(victim, password)
  expect(held.status).toBe(429)
  expect(Number(held.headers['retry-after'])).toBeGreaterThan(3000)
  // A device counts for the account that was signed in there, and nobody can make one up.
  expect((await foreign.signIn(victim, password)).status).toBe(429)
  const made = known.cookie().replace(/\.[0-9A-Z]{26}/, `.${'0'.repeat(26)}`)
  expect(made).not.toBe(known.cookie())
  expect((await browserElsewhere().signIn(victim, password, { cookie: made })).status).toBe(429)
  expect((await known.signIn(victim, password)).status).toBe(200)

  expect(await resetPassword(product.platform, victim, otherPassword)).toBe('done')
  expect((await browserElsewhere().signIn(victim, otherPassword)).status).toBe(200)
})

test('a device that is known has only so many tries too', async () => {
  const victim = await aMemberWithPassword('careless@whale.test')
  const thief = browserElsewhere()
  await thief.signIn(victim, password)
  const cookie = thief.cookie()
  const statuses: number[] = []
  for (let i = 0; i < 11; i++)
    statuses.push((await browserElsewhere().signIn(victim, `guess ${i}`, { cookie })).status)
  expect(statuses).toEqual([...Array(10).fill(401), 429])
})

test('one address, however often it tries, does not use up what all have together', async () => {
  const victim = await aMemberWithPassword('steady@whale.test')
  const guess = { email: victim, address: '198.51.100.7', device: null }
  for (let i = 0; i < 80; i++) await countAttempt(product.platform, guess).catch(() => {})
  expect((await browserElsewhere().signIn(victim, password)).status).toBe(200)
})

test('right passwords are not counted', async () => {
  const email = await aMemberWithPassword('sure@whale.test')
  for (let i = 0; i < 15; i++)
    expect((await browserElsewhere().signIn(email, password)).status).toBe(200)
})
