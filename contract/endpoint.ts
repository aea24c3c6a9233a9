/**
 * What an endpoint is: a value that says method, path, who may call it, what goes in, what comes
 * out and which errors to expect. Server, clients, OpenAPI and tests all read these values; nothing
 * restates them.
 */
import type { z } from 'zod'
import type { Permission } from './roles.ts'

/** Who calls. `member` signs in or holds an API key; `customer` shows a claim; `public` is anyone. */
export type Audience = 'public' | 'customer' | 'member'

export type Method = 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE'

/** What an API key may be allowed to do. */
export const scopes = ['feedback:write', 'cases:read', 'cases:write', 'insights:read'] as const
export type Scope = (typeof scopes)[number]

type Shape = z.ZodType | undefined

export interface Endpoint<
  P extends Shape = Shape,
  Q extends Shape = Shape,
  B extends Shape = Shape,
  R extends z.ZodType = z.ZodType,
> {
  /** `domain.verb`, the operation id in OpenAPI. */
  id: string
  method: Method
  /** With `:name` parameters, from the root of the server. */
  path: string
  audience: Audience
  /** What a member must be permitted to do. Required for `member`, absent otherwise. */
  permission?: Permission
  /** Which scope lets an API key call it. Absent: keys may not. */
  scope?: Scope
  summary: string
  params?: P
  query?: Q
  body?: B
  reply: R
  /** Success status; 200 unless said. */
  status?: 200 | 201 | 202 | 204
  /** Domain error codes beyond the standing ones (see errors.ts). */
  errors?: readonly string[]
  /** `multipart`: one file in the field `file`. `stream`: the reply is not JSON. */
  carries?: 'multipart' | 'stream'
}

/** Declares an endpoint; exists for its types. */
export function endpoint<
  R extends z.ZodType,
  P extends Shape = undefined,
  Q extends Shape = undefined,
  B extends Shape = undefined,
>(declared: Endpoint<P, Q, B, R>): Endpoint<P, Q, B, R> {
  return declared
}

type Out<S> = S extends z.ZodType ? z.output<S> : Record<never, never>
type In<S> = S extends z.ZodType ? z.input<S> : undefined

/** Everything a handler receives: params, query and body merged flat (their names never clash). */
export type InputOf<E> =
  E extends Endpoint<infer P, infer Q, infer B, z.ZodType> ? Out<P> & Out<Q> & Out<B> : never
export type ReplyOf<E> = E extends Endpoint<Shape, Shape, Shape, infer R> ? z.output<R> : never

/** What a client passes; `multipart` endpoints take a FormData with the field `file`. */
export type CallOf<E> =
  E extends Endpoint<infer P, infer Q, infer B, z.ZodType>
    ? (P extends z.ZodType ? { params: In<P> } : { params?: undefined }) &
        (Q extends z.ZodType ? { query?: In<Q> } : { query?: undefined }) &
        (B extends z.ZodType ? { body: In<B> } : { body?: FormData })
    : never
