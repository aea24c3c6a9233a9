/** Requests and replies as better-auth knows them, and back. */
import type { FastifyReply, FastifyRequest } from 'fastify'
import { Invalid } from '../platform/errors.ts'
import { callerHeader } from './auth.ts'
import { cookieHeader } from './session-cookie.ts'

/** `cookies`: the signed ones, in place of those that the request names. */
export function asWebRequest(request: FastifyRequest, cookies: Map<string, string>): Request {
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
