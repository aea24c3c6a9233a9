/** Requests and replies as better-auth knows them, and back. */
import type { FastifyReply, FastifyRequest } from 'fastify'
import { callerHeader } from './auth.ts'

export function asWebRequest(request: FastifyRequest): Request {
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
