import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import { setUp } from '../../contract/workspaces.ts'
import { bootProduct, type Product } from '../testing/product.ts'
import { sweepSignIn } from './sweep.ts'
import { aBrowser, aMember, givePassword } from './testing.ts'

const email = 'Lin@whale.test'
const password = 'a quiet blue whale'
const otherPassword = 'two loud red crabs'
const strings = (value: unknown) => value as string[]

let product: Product
beforeAll(async () => {
  product = await bootProduct({ rateLimits: true, now: new Date() })
  await product.as()(setUp, {
    body: { workspaceName: 'Blue Whale', business: 'store', ownerName: '林', email, password },
  })
})
afterAll(() => product.close())

/** A new address each time, so that tests do not use up each other’s tries. */
let address = 10
const browserElsewhere = () => aBrowser(product, `203.0.113.${address++}`)

describe('with a password', () => {
  test('the owner signs in, whatever the case of the address, and is known afterwards', async () => {
    const browser = browserElsewhere()
    expect((await browser.send('GET', '/api/v1/me')).status).toBe(401)
    const signedIn = await browser.signIn('lin@WHALE.test', password)
    expect(signedIn.status).toBe(200)
    const [cookie] = strings(signedIn.headers['set-cookie'])
    expect(cookie).toMatch(/^huiyin\.session_token=.*HttpOnly.*SameSite=Lax/i)
    const viewer = await browser.send('GET', '/api/v1/me')
    expect(viewer.status).toBe(200)
    expect(viewer.body.member).toMatchObject({ name: '林', role: 'owner', email: 'lin@whale.test' })
  })

  test('a wrong password and an unknown address get the same answer', async () => {
    const browser = browserElsewhere()
    const wrong = await browser.signIn(email, 'not this one at all')
    const unknown = await browser.signIn('nobody@whale.test', 'not this one at all')
    expect([wrong.status, wrong.body.code]).toEqual([401, 'INVALID_EMAIL_OR_PASSWORD'])
    expect([unknown.status, unknown.body.code]).toEqual([401, 'INVALID_EMAIL_OR_PASSWORD'])
  })

  test('signing out ends the session at once', async () => {
    const browser = browserElsewhere()
    await browser.signIn(email, password)
    const cookie = browser.cookie()
    expect((await browser.send('GET', '/api/v1/me')).status).toBe(200)
    expect((await browser.send('POST', '/api/auth/sign-out', {})).status).toBe(200)
    expect((await browser.send('GET', '/api/v1/me', undefined, { cookie })).status).toBe(401)
  })

  test('sign-up over HTTP is refused, and so is every door we do not use', async () => {
    const browser = browserElsewhere()
    for (const path of ['sign-up/email', 'request-password-reset', 'delete-user', 'update-user']) {
      const answer = await browser.send('POST', `/api/auth/${path}`, {
        email: 'new@whale.test',
        password,
        name: 'New',
      })
      expect([path, answer.status]).toEqual([path, 404])
    }
  })

  test('a host that is none is refused, as its sender’s fault', async () => {
    for (const host of ['a b/../..', '[::']) {
      const asked = await aBrowser(product).send('GET', '/api/auth/get-session', undefined, {
        host,
      })
      expect([asked.status, asked.body.code]).toEqual([400, 'invalid_input'])
    }
  })

  test('another site cannot sign someone in, and that is no failure of ours', async () => {
    const [failed, warned] = [
      vi.spyOn(product.platform.log, 'error'),
      vi.spyOn(product.platform.log, 'warn'),
    ]
    const answer = await browserElsewhere().send(
      'POST',
      '/api/auth/sign-in/email',
      { email, password },
      { origin: 'https://evil.test', cookie: 'a=b' },
    )
    expect(answer.status).toBe(403)
    expect(failed).not.toHaveBeenCalled()
    expect(warned).toHaveBeenCalledWith({ by: 'sign-in' }, 'Invalid origin: https://evil.test')
    failed.mockRestore()
    warned.mockRestore()
  })
})

describe('sessions', () => {
  test('are listed with their browser, and revoked one by one', async () => {
    const [here, there] = [browserElsewhere(), browserElsewhere()]
    await here.signIn(email, password)
    await there.send(
      'POST',
      '/api/auth/sign-in/email',
      { email, password },
      { 'user-agent': 'Elsewhere/1.0' },
    )
    expect((await there.send('GET', '/api/v1/me')).status).toBe(200)
    const listed = (await here.send('GET', '/api/auth/list-sessions')).body as unknown as {
      token: string
      userAgent: string
      ipAddress: string
    }[]
    const elsewhere = listed.find(({ userAgent }) => userAgent === 'Elsewhere/1.0')
    expect(elsewhere?.ipAddress).toMatch(/^203\.0\.113\./)
    await here.send('POST', '/api/auth/revoke-session', { token: elsewhere?.token })
    expect((await there.send('GET', '/api/v1/me')).status).toBe(401)
    expect((await here.send('GET', '/api/v1/me')).status).toBe(200)
  })

  test('the others end when the password changes', async () => {
    const [here, there] = [browserElsewhere(), browserElsewhere()]
    await here.signIn(email, password)
    await there.signIn(email, password)
    const change = (currentPassword: string, newPassword: string) =>
      here.send('POST', '/api/auth/change-password', {
        currentPassword,
        newPassword,
        revokeOtherSessions: true,
      })
    expect((await change('not the right one', otherPassword)).body.code).toBe('INVALID_PASSWORD')
    expect((await change(password, 'short')).body.code).toBe('PASSWORD_TOO_SHORT')
    expect((await change(password, 'password1234')).body.code).toBe('PASSWORD_TOO_WEAK')
    expect((await change(password, otherPassword)).status).toBe(200)
    expect((await here.send('GET', '/api/v1/me')).status).toBe(200)
    expect((await there.send('GET', '/api/v1/me')).status).toBe(401)
    expect((await browserElsewhere().signIn(email, password)).status).toBe(401)
    expect((await change(otherPassword, password)).status).toBe(200)
  })

  test('a session that is over, or whose cookie was made up, lets nobody in', async () => {
    const browser = browserElsewhere()
    await browser.signIn(email, password)
    const forged = browser.cookie().replace(/%3D.*$/, 'x%3D')
    expect((await browser.send('GET', '/api/v1/me', undefined, { cookie: forged })).status).toBe(
      401,
    )
    await product.platform.db
      .updateTable('sessions')
      .set({ expires_at: new Date(Date.now() - 1000) })
      .execute()
    product.pass(11_000)
    expect((await browser.send('GET', '/api/v1/me')).status).toBe(401)
  })

  test('a visit moves the end of an older session on', async () => {
    const browser = browserElsewhere()
    await browser.signIn(email, password)
    const inADay = new Date(Date.now() + 86_400_000)
    await product.platform.db.updateTable('sessions').set({ expires_at: inADay }).execute()
    const visit = await browser.send('GET', '/api/v1/me')
    expect(strings(visit.headers['set-cookie'])[0]).toMatch(
      /huiyin\.session_token=.*Max-Age=2592000/,
    )
    const rows = await product.platform.db.selectFrom('sessions').select('expires_at').execute()
    expect(rows.some(({ expires_at }) => expires_at.getTime() > Date.now() + 29 * 86_400_000)).toBe(
      true,
    )
  })
})

test('sessions that ended and counters of old are swept away', async () => {
  const { db } = product.platform
  const browser = browserElsewhere()
  await browser.signIn(email, password)
  await browserElsewhere().signIn(email, 'wrong wrong wrong')
  const old = new Date(Date.now() - 86_400_000)
  const kept = await db
    .selectFrom('sessions')
    .select('id')
    .orderBy('created_at', 'desc')
    .executeTakeFirstOrThrow()
  await db.updateTable('sessions').set({ expires_at: old }).where('id', '!=', kept.id).execute()
  await db.updateTable('sign_in_attempts').set({ last_request: old.getTime() }).execute()
  await sweepSignIn(product.platform)
  expect(await db.selectFrom('sessions').select('id').execute()).toEqual([kept])
  expect(await db.selectFrom('sign_in_attempts').select('id').execute()).toEqual([])
  expect((await browser.send('GET', '/api/v1/me')).status).toBe(200)
})

test('who is a member nowhere any more cannot sign in', async () => {
  const { id, slug } = await theWorkspace()
  const gone = await aMember(product, { id, slug }, 'agent', {
    name: '何',
    email: 'gone@whale.test',
  })
  await givePassword(product, gone.accountId, password)
  expect((await browserElsewhere().signIn('gone@whale.test', password)).status).toBe(200)
  await gone.ctx.db
    .updateTable('members')
    .set({ active: false })
    .where('workspace_id', '=', id)
    .where('id', '=', gone.id)
    .execute()
  const refused = await browserElsewhere().signIn('gone@whale.test', password)
  expect([refused.status, refused.body.code]).toEqual([403, 'NO_WORKSPACE'])
})

async function theWorkspace() {
  return product.platform.db
    .selectFrom('workspaces')
    .select(['id', 'slug'])
    .executeTakeFirstOrThrow()
}
