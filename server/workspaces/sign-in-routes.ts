/** Mounts better-auth under /api/auth: the doors we use and no others. */
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import type { SignInError } from '../../contract/errors.ts'
import { NotFound, TooMany } from '../platform/errors.ts'
import type { Platform } from '../platform/platform.ts'
import { accessOf } from './access.ts'
import { countAttempt, forgetAttempts } from './attempts.ts'
import { authOf, callerHeader } from './auth.ts'
import { isTooWeak } from './password.ts'
import { sessionTokenIn } from './session-cookie.ts'

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
  const guessed = await whosePassword(platform, door, request, body)
  if (guessed !== null) {
    const wait = await secondsToWait(platform, guessed)
    if (wait !== null) return tooMany(reply, wait)
  }

  const response = await authOf(platform).handler(asWebRequest(request))
  if (response.status === 429)
    return tooMany(reply, Number(response.headers.get('x-retry-after') ?? 60))
  if (response.ok && guessed !== null) await forgetAttempts(platform, guessed)
  // A session may have ended or begun.
  if (request.method === 'POST') accessOf(platform).forgetSessions()
  return answer(request, reply, response)
}

/** Whose tries are counted. Those of a session count apart: they must not keep its owner from signing in. */
async function whosePassword(
  platform: Platform,
  door: string,
  request: FastifyRequest,
  body: Record<string, unknown>,
): Promise<string | null> {
  if (door === '/sign-in/email') return typeof body.email === 'string' ? body.email : null
  if (!asksAgain.has(door)) return null
  const token = sessionTokenIn(request.headers.cookie, platform.secret)
  const session = token === null ? null : await accessOf(platform).session(token)
  return session && `session ${session.accountId}`
}

async function secondsToWait(platform: Platform, whose: string): Promise<number | null> {
  try {
    await countAttempt(platform, whose)
    return null
  } catch (error) {
    if (error instanceof TooMany) return error.retryAfterS ?? 60
    throw error
  }
}

function tooMany(reply: FastifyReply, seconds: number): FastifyReply {
  reply.header('retry-after', String(Math.max(1, Math.ceil(seconds))))
  return refuse(reply, 429, 'TOO_MANY_REQUESTS')
}

/** In better-auth's manner, which its client in the console understands. */
function refuse(reply: FastifyReply, status: number, code: SignInError): FastifyReply {
  return reply.status(status).send({ code, message: code.toLowerCase().replaceAll('_', ' ') })
}

function asWebRequest(request: FastifyRequest): Request {
  const headers = new Headers()
  for (const [name, value] of Object.entries(request.headers))
    if (value !== undefined && !unsent.has(name)) headers.set(name, [value].flat().join(', '))
  headers.set(callerHeader, request.ip)
  const sends = request.method === 'POST'
  if (sends) headers.set('content-type', 'application/json')
  return new Request(`${request.protocol}://${request.host}${request.url}`, {
    method: request.method,
    headers,
    ...(sends ? { body: JSON.stringify(request.body ?? {}) } : {}),
  })
}
/** Of the connection or of the bytes as they came, not of the request as we pass it on. */
const unsent = new Set(['connection', 'content-length', 'transfer-encoding', 'expect', 'upgrade'])

async function answer(
  request: FastifyRequest,
  reply: FastifyReply,
  response: Response,
): Promise<FastifyReply> {
  for (const [name, value] of response.headers)
    if (name !== 'set-cookie' && name !== 'content-length') reply.header(name, value)
  const cookies = cookiesOf(response, request)
  if (cookies.length > 0) reply.header('set-cookie', cookies)
  reply.header('cache-control', 'no-store')
  return reply.status(response.status).send(Buffer.from(await response.arrayBuffer()))
}

/** Over TLS cookies are for TLS only, also where the operator has not said so. */
export function cookiesOf(
  response: { headers: Headers },
  request: Pick<FastifyRequest, 'protocol'>,
): string[] {
  return response.headers
    .getSetCookie()
    .map((cookie) =>
      request.protocol === 'https' && !/;\s*secure/i.test(cookie) ? `${cookie}; Secure` : cookie,
    )
}
