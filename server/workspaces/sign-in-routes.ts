/** Mounts better-auth under /api/auth: the doors we use and no others. */
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import type { SignInError } from '../../contract/errors.ts'
import { NotFound, TooMany } from '../platform/errors.ts'
import type { Platform } from '../platform/platform.ts'
import { accessOf } from './access.ts'
import { countAttempt, forgetAttempts, type Guess } from './attempts.ts'
import { authOf } from './auth.ts'
import { deviceCookie, deviceIn } from './known-device.ts'
import { isTooWeak } from './password.ts'
import { sessionTokenIn, signedCookies } from './session-cookie.ts'
import { forgetTrustedBrowsers } from './trusted-browsers.ts'
import { giveBackCode, type SecondStep, secondStepOf, spendCode } from './used-codes.ts'
import { answer, asWebRequest } from './web-request.ts'

const base = '/api/auth'
const doors: Record<'GET' | 'POST', readonly string[]> = {
  GET: ['/get-session', '/list-sessions'],
  POST: [
    '/sign-in/email',
    '/sign-out',
    '/revoke-session',
    '/revoke-sessions',
    '/revoke-other-sessions',
    '/change-password',
    '/two-factor/enable',
    '/two-factor/disable',
    '/two-factor/get-totp-uri',
    '/two-factor/verify-totp',
    '/two-factor/generate-backup-codes',
    '/two-factor/verify-backup-code',
  ],
}
/** Ask who is signed in for their password again: somebody else may sit there now, and guess. */
const asksAgain = new Set([
  '/change-password',
  '/two-factor/enable',
  '/two-factor/disable',
  '/two-factor/get-totp-uri',
  '/two-factor/generate-backup-codes',
])
const endsTrust = new Set(['/change-password', '/two-factor/disable'])
/** A session may begin behind these. */
const leadsIn = new Set([
  '/sign-in/email',
  '/two-factor/verify-totp',
  '/two-factor/verify-backup-code',
])
const bodyLimit = 16 * 1024

export async function signInRoutes(app: FastifyInstance, platform: Platform): Promise<void> {
  for (const method of ['GET', 'POST'] as const)
    for (const door of doors[method])
      app.route({
        method,
        url: `${base}${door}`,
        bodyLimit,
        handler: (request, reply) => pass(platform, door, request, reply),
      })
  app.all(`${base}/*`, () => {
    throw new NotFound()
  })
}

async function pass(
  platform: Platform,
  door: string,
  request: FastifyRequest,
  reply: FastifyReply,
): Promise<unknown> {
  const body = (request.body ?? {}) as Record<string, unknown>
  if (door === '/change-password' && typeof body.newPassword === 'string')
    if (isTooWeak(body.newPassword)) return refuse(reply, 400, 'PASSWORD_TOO_WEAK')
  const guess = await guessOf(platform, door, request, body)
  if (guess !== null) {
    const wait = await secondsToWait(platform, guess)
    if (wait !== null) return tooMany(reply, wait)
  }
  const signed = signedCookies(request.headers.cookie, platform.secret)
  const { code, cookies }: SecondStep =
    door === '/two-factor/verify-totp'
      ? await secondStepOf(platform, body.code, signed)
      : { code: null, cookies: signed }
  if (code !== null && !(await spendCode(platform, code))) return refuse(reply, 401, 'CODE_USED')

  const response = await authOf(platform).handler(asWebRequest(request, cookies))
  if (!response.ok && code !== null) await giveBackCode(platform, code)
  if (response.status === 429)
    return tooMany(reply, Number(response.headers.get('x-retry-after') ?? 60))
  if (response.ok && guess !== null) await forgetAttempts(platform, guess)
  if (response.ok && guess !== null && 'sessionOf' in guess && endsTrust.has(door))
    await forgetTrustedBrowsers(platform.db, guess.sessionOf)
  // A session may have ended or begun.
  if (request.method === 'POST') accessOf(platform).forgetSessions()
  if (response.ok && leadsIn.has(door)) await rememberDevice(platform, response)
  return answer(platform, request, reply, response)
}

async function guessOf(
  platform: Platform,
  door: string,
  request: FastifyRequest,
  body: Record<string, unknown>,
): Promise<Guess | null> {
  const { cookie } = request.headers
  if (door === '/sign-in/email') {
    const { email } = body
    if (typeof email !== 'string') return null
    return { email, address: request.ip, device: deviceIn(cookie, email, platform.secret) }
  }
  if (!asksAgain.has(door)) return null
  const token = sessionTokenIn(cookie, platform.secret)
  const session = token === null ? null : await accessOf(platform).session(token)
  return session && { sessionOf: session.accountId }
}

async function secondsToWait(platform: Platform, guess: Guess): Promise<number | null> {
  try {
    await countAttempt(platform, guess)
    return null
  } catch (error) {
    if (error instanceof TooMany) return error.retryAfterS ?? 60
    throw error
  }
}

/** Signed in, and not only on to the second step. */
async function rememberDevice({ secret }: Platform, response: Response): Promise<void> {
  const { token, user } = (await response.clone().json()) as {
    token?: string
    user?: { email: string }
  }
  if (!token || !user) return
  response.headers.append('set-cookie', deviceCookie(user.email, { secret, path: base }))
}

function tooMany(reply: FastifyReply, seconds: number): FastifyReply {
  reply.header('retry-after', String(Math.max(1, Math.ceil(seconds))))
  return refuse(reply, 429, 'TOO_MANY_REQUESTS')
}

/** In better-auth's manner, which its client in the console understands. */
function refuse(reply: FastifyReply, status: number, code: SignInError): FastifyReply {
  return reply.status(status).send({ code, message: code.toLowerCase().replaceAll('_', ' ') })
}
