/** How members, programs and visitors are let in. */
import type { FastifyRequest } from 'fastify'
import { anyone } from '../platform/ctx.ts'
import { Forbidden, Invalid, NotFound, NotSignedIn } from '../platform/errors.ts'
import type { Caller, Gates } from '../platform/http/mount.ts'
import type { Platform } from '../platform/platform.ts'
import { type Access, accessOf, type Membership } from './access.ts'
import { keyActor, memberActor } from './actor.ts'
import { isSecret, parsePlacedSecret } from './placed-secret.ts'
import { presenceOf } from './presence.ts'
import { sessionTokenIn } from './session-cookie.ts'

const safeMethods = new Set(['GET', 'HEAD', 'OPTIONS'])

/** A session cookie, or an API key as `Authorization: Bearer hyk_…`. */
export function memberGate(platform: Platform): Gates['member'] {
  const access = accessOf(platform)
  return (request) =>
    request.headers.authorization === undefined
      ? bySession(platform, access, request)
      : byKey(platform, access, request)
}

/** The workspace a public path names. */
export function visitorGate(platform: Platform): Gates['visitor'] {
  return async (request) => {
    const { workspace } = request.params as { workspace?: string }
    return platform.ctx(await workspaceNamed(platform, workspace ?? ''), anyone)
  }
}

/** The id of a workspace, remembered for some seconds. Throws NotFound. */
export async function workspaceNamed(platform: Platform, slug: string): Promise<string> {
  const id = await accessOf(platform).workspaceId(slug)
  if (id === null) throw new NotFound()
  return id
}

async function bySession(
  platform: Platform,
  access: Access,
  request: FastifyRequest,
): Promise<Caller> {
  const token = sessionTokenIn(request.headers.cookie, platform.secret)
  const session = token === null ? null : await access.session(token)
  // Sessions live by the clock of better-auth, which is the machine's.
  if (session === null || session.expiresAt.getTime() <= Date.now()) throw new NotSignedIn()
  refuseForgery(platform, request)
  const membership = chosen(await access.memberships(session.accountId), request)
  const actor = memberActor({
    id: membership.memberId,
    name: membership.name,
    role: membership.role,
  })
  return {
    ctx: platform.ctx(membership.workspaceId, actor),
    scopes: null,
    noteVisit: () => presenceOf(platform).memberSeen(membership.workspaceId, membership.memberId),
  }
}

async function byKey(platform: Platform, access: Access, request: FastifyRequest): Promise<Caller> {
  const [scheme, written = ''] = (request.headers.authorization ?? '').split(' ', 2)
  const given = scheme?.toLowerCase() === 'bearer' ? parsePlacedSecret('hyk', written) : null
  const key = given && (await access.key(given.workspaceId, given.id))
  if (!given || !key || !isSecret(given.secret, key.secretHash)) throw new NotSignedIn()
  const slug = named(request)
  if (slug !== null && (await access.workspaceId(slug)) !== given.workspaceId) throw new NotFound()
  const actor = keyActor({ id: given.id, name: key.name })
  return {
    ctx: platform.ctx(given.workspaceId, actor),
    scopes: key.scopes,
    noteVisit: () => presenceOf(platform).keyUsed(given.workspaceId, given.id),
  }
}

/**
 * A browser sends the cookie for any page that asks. Only ours can set this header, and only ours
 * comes from this origin.
 */
function refuseForgery(platform: Platform, request: FastifyRequest): void {
  if (safeMethods.has(request.method)) return
  if (request.headers['x-requested-with'] !== 'huiyin') throw new Forbidden('csrf')
  const { origin } = request.headers
  if (origin !== undefined && !isOurs(platform, request, origin)) throw new Forbidden('csrf')
}

export function isOurs(
  platform: Platform,
  request: Pick<FastifyRequest, 'host'>,
  origin: string,
): boolean {
  if (!URL.canParse(origin)) return false
  const given = new URL(origin)
  const { publicUrl } = platform.config
  return (
    given.host === request.host ||
    (publicUrl !== null && given.origin === new URL(publicUrl).origin)
  )
}

/** Of several workspaces a reader gets the first; who changes something must say where. */
function chosen(memberships: Membership[], request: FastifyRequest): Membership {
  const slug = named(request)
  const membership =
    slug === null ? memberships[0] : memberships.find((candidate) => candidate.slug === slug)
  if (membership === undefined) throw new NotFound()
  if (slug === null && memberships.length > 1 && !safeMethods.has(request.method))
    throw new Invalid('workspace_required', 'x-workspace')
  return membership
}

function named(request: FastifyRequest): string | null {
  const header = request.headers['x-workspace']
  if (typeof header === 'string' && header !== '') return header
  const { workspace } = (request.query ?? {}) as { workspace?: unknown }
  return typeof workspace === 'string' && workspace !== '' ? workspace : null
}
