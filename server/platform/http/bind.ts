/** Ties an endpoint of the contract to the action that answers it. A domain's routes.ts is a list of these. */
import type { FastifyReply, FastifyRequest } from 'fastify'
import type { Endpoint, InputOf, ReplyOf } from '../../../contract/endpoint.ts'
import type { Ctx } from '../ctx.ts'
import type { Platform } from '../platform.ts'

/** For the few handlers that stream, upload or set cookies. */
export interface Http {
  request: FastifyRequest
  reply: FastifyReply
  /** For replies that last: would the caller be let in again? Asking does not count as a visit. */
  mayStay(): Promise<boolean>
}

// biome-ignore lint/suspicious/noExplicitAny: any endpoint whatever
type AnyEndpoint = Endpoint<any, any, any, any>

export interface Binding {
  endpoint: AnyEndpoint
  /** With a workspace: `ctx` says whose and who acts. */
  act?: (ctx: Ctx, input: never, http: Http) => Promise<unknown>
  /** Before there is a workspace: set-up, invitations, health. */
  open?: (platform: Platform, input: never, http: Http) => Promise<unknown>
  /** The action keeps the promise of `Idempotency-Key` by itself, for good and without queries. */
  knowsRepeats?: boolean
  /** The reply holds a secret shown once: a repeat is refused instead of answered from memory. */
  showsSecret?: boolean
}

export function bind<E extends AnyEndpoint>(
  endpoint: E,
  act: (ctx: Ctx, input: InputOf<E>, http: Http) => Promise<ReplyOf<E>>,
  options: Pick<Binding, 'knowsRepeats' | 'showsSecret'> = {},
): Binding {
  return { endpoint, act: act as Binding['act'], ...options }
}

export function bindOpen<E extends AnyEndpoint>(
  endpoint: E,
  open: (platform: Platform, input: InputOf<E>, http: Http) => Promise<ReplyOf<E>>,
): Binding {
  return { endpoint, open: open as Binding['open'] }
}
