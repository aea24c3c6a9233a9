/** Requests and replies as better-auth knows them, and back. */
import type { FastifyReply, FastifyRequest } from 'fastify'
import type { Config } from '../platform/config.ts'
import { Invalid } from '../platform/errors.ts'
import type { Platform } from '../platform/platform.ts'
import { callerHeader } from './auth.ts'
import { cookieHeader } from './session-cookie.ts'

/** `cookies`: the signed ones, in place of those that the request names. */
export function asWebRequest(
  request: FastifyRequest,
  cookies: ReadonlyMap<string, string>,
): Request {
  const url = `${request.protocol}://${request.host}${request.url}`
  if (!URL.canParse(url)) throw new Invalid('invalid_input', 'host')
  const headers = new Headers()
  for (const [name, value] of Object.entries(request.headers))
    if (value !== undefined && !unsent.has(name)) headers.set(name, [value].flat().join(', '))
  headers.set(callerHeader, request.ip)
  if (cookies.size > 0) headers.set('cookie', cookieHeader(cookies))
  const sends = request.method === 'POST'
  if (sends) headers.set('content-type', 'application/json')
  return new Request(url, {
    method: request.method,
    headers,
    ...(sends ? { body: JSON.stringify(request.body ?? {}) } : {}),
  })
}
/** Of the connection or of the bytes as they came, not of the request as we pass it on; and cookies. */
const unsent = new Set([
  'connection',
  'content-length',
  'transfer-encoding',
  'expect',
  'upgrade',
  'cookie',
])

export async function answer(
  { config }: Pick<Platform, 'config'>,
  request: FastifyRequest,
  reply: FastifyReply,
  response: Response,
): Promise<FastifyReply> {
  for (const [name, value] of response.headers)
    if (name !== 'set-cookie' && name !== 'content-length') reply.header(name, value)
  const cookies = cookiesOf(response, request, config)
  if (cookies.length > 0) reply.header('set-cookie', cookies)
  reply.header('cache-control', 'no-store')
  return reply.status(response.status).send(Buffer.from(await response.arrayBuffer()))
}

/**
 * The cookies of a reply. They are for TLS only where the operator's address says so, and where the
 * request came over it, whatever the operator said.
 */
export function cookiesOf(
  response: { headers: Headers },
  request: Pick<FastifyRequest, 'protocol'>,
  { publicUrl }: Pick<Config, 'publicUrl'>,
): string[] {
  const isSecure = publicUrl?.startsWith('https:') || request.protocol === 'https'
  return response.headers
    .getSetCookie()
    .map((cookie) => (isSecure && !/;\s*secure/i.test(cookie) ? `${cookie}; Secure` : cookie))
}
