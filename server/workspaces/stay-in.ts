/** What a visit of the console does to its session, and the address it came by. */
import { fromNodeHeaders } from 'better-auth/node'
import type { Http } from '../platform/http/bind.ts'
import type { Platform } from '../platform/platform.ts'
import { authOf } from './auth.ts'
import { cookiesOf } from './web-request.ts'

/** Each visit of the console moves the end of the session on, once a day. */
export async function stayIn(platform: Platform, { request, reply }: Http): Promise<void> {
  const { headers } = await authOf(platform).api.getSession({
    headers: fromNodeHeaders(request.headers),
    returnHeaders: true,
  })
  const cookies = cookiesOf({ headers }, request, platform.config)
  if (cookies.length > 0) reply.header('set-cookie', cookies)
}

export function originOf(platform: Platform, { request }: Http): string {
  return platform.config.publicUrl ?? `${request.protocol}://${request.host}`
}
