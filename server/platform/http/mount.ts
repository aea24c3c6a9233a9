/**
 * Mounts the contract on Fastify. Each audience has its own encapsulated context with its own
 * authentication, so that it cannot be forgotten; input is parsed by the endpoint's schemas before
 * the action sees it, and in tests replies are parsed too.
 */
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import type { Audience, Endpoint } from '../../../contract/endpoint.ts'
import type { Ctx } from '../ctx.ts'
import { Forbidden, Invalid, Refusal } from '../errors.ts'
import type { Platform } from '../platform.ts'
import type { Binding } from './bind.ts'
import { replayOrRun } from './idempotency.ts'

/** How each audience is recognised; given by the domains that know. Null: nobody we know. */
export interface Gates {
  /** A session or an API key. Throws NotSignedIn, NotFound. */
  member(request: FastifyRequest): Promise<Caller>
  customer(request: FastifyRequest): Promise<Ctx>
  /** The workspace a public path names. */
  visitor(request: FastifyRequest): Promise<Ctx>
}

export interface Caller {
  ctx: Ctx
  /** Null for sessions. */
  scopes: readonly string[] | null
  /** They were here. */
  noteVisit(): void
}

const bodyLimit = 256 * 1024

/** Requests a minute of one address, by audience; generous, because offices and carriers share addresses. */
const ratePerMinute: Record<Audience, number> = { public: 240, customer: 240, member: 3000 }

export function mount(
  app: FastifyInstance,
  platform: Platform,
  bindings: Binding[],
  gates: Gates,
): void {
  for (const audience of ['public', 'customer', 'member'] as const) {
    app.register(async (scope) => {
      for (const binding of bindings.filter(({ endpoint }) => endpoint.audience === audience))
        scope.route({
          method: binding.endpoint.method,
          url: binding.endpoint.path,
          bodyLimit,
          config: { rateLimit: { max: ratePerMinute[audience] } },
          handler: handlerOf(binding, platform, gates),
        })
    })
  }
}

function handlerOf(binding: Binding, platform: Platform, gates: Gates) {
  const { endpoint } = binding
  return async (request: FastifyRequest, reply: FastifyReply): Promise<unknown> => {
    // Of people, or of one moment: nobody in between keeps it. Files say otherwise themselves.
    reply.header('cache-control', 'no-store')
    // Before the gates: they look up what the path names.
    const params = endpoint.params?.parse(request.params) as object | undefined
    const ctx = binding.act ? await enter(endpoint, request, gates) : null
    const input = { ...params, ...parseInput(endpoint, request) }
    const http = { request, reply, mayStay: () => mayStay(ctx, endpoint, request, gates) }
    const run = async () => {
      const answer = ctx
        ? await binding.act?.(ctx, input as never, http)
        : await binding.open?.(platform, input as never, http)
      return endpoint.carries !== 'stream' && platform.config.checkReplies
        ? endpoint.reply.parse(answer)
        : answer
    }
    const key = request.headers['idempotency-key']
    const replays =
      endpoint.status === 201 && endpoint.carries === undefined && !binding.knowsRepeats
    if (ctx && key !== undefined && replays)
      return replayOrRun(ctx, binding, key, request, reply, run)
    const answer = await run()
    if (endpoint.carries === 'stream') return reply
    return reply.status(endpoint.status ?? 200).send(answer)
  }
}

async function enter(endpoint: Endpoint, request: FastifyRequest, gates: Gates): Promise<Ctx> {
  if (endpoint.audience === 'customer') return gates.customer(request)
  if (endpoint.audience === 'public') return gates.visitor(request)
  const caller = await gates.member(request)
  caller.noteVisit()
  return admit(endpoint, caller)
}

function admit(endpoint: Endpoint, { ctx, scopes }: Caller): Ctx {
  if (scopes !== null && (endpoint.scope === undefined || !scopes.includes(endpoint.scope)))
    throw new Forbidden('scope_missing')
  if (
    scopes === null &&
    endpoint.permission !== undefined &&
    !ctx.actor.permits(endpoint.permission)
  )
    throw new Forbidden()
  return ctx
}

/** Whoever was let out, signed out or lost the permission may not; nor may who would get elsewhere. */
async function mayStay(
  ctx: Ctx | null,
  endpoint: Endpoint,
  request: FastifyRequest,
  gates: Gates,
): Promise<boolean> {
  if (endpoint.audience !== 'member') return true
  try {
    const again = admit(endpoint, await gates.member(request))
    return again.workspaceId === ctx?.workspaceId
  } catch (error) {
    if (error instanceof Refusal) return false
    throw error
  }
}

/** Query and body merged flat; each refused as a whole when it does not fit. */
function parseInput(endpoint: Endpoint, request: FastifyRequest): Record<string, unknown> {
  if (endpoint.body !== undefined && (typeof request.body !== 'object' || request.body === null))
    throw new Invalid('malformed_body')
  return {
    ...(endpoint.query?.parse(withoutWorkspace(request.query)) as object | undefined),
    ...(endpoint.body?.parse(request.body) as object | undefined),
  }
}

/** `?workspace=` chooses the workspace where no header can be set; it is no filter. */
function withoutWorkspace(query: unknown): unknown {
  const { workspace: _, ...rest } = query as Record<string, unknown>
  return rest
}
