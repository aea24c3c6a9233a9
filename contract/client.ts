/** A typed client for any endpoint, over `fetch`. Used by the faces, the stories, the benchmarks. */
import type { CallOf, Endpoint, ReplyOf } from './endpoint.ts'
import { Problem } from './errors.ts'

/** What an endpoint refused, with its stable code. `status` 0: the network failed. */
export class CallError extends Error {
  readonly status: number
  readonly problem: Problem
  constructor(status: number, problem: Problem) {
    super(`${status} ${problem.code}`)
    this.status = status
    this.problem = problem
  }
  get code(): string {
    return this.problem.code
  }
}

export interface ClientOptions {
  /** Origin of the server, `''` in a browser. */
  base?: string
  /** Sent with every call: workspace, authorization, cookie. */
  headers?: () => Record<string, string>
  fetch?: typeof fetch
}

// biome-ignore lint/suspicious/noExplicitAny: any endpoint whatever
type AnyEndpoint = Endpoint<any, any, any, any>

export type Client = <E extends AnyEndpoint>(
  endpoint: E,
  ...call: Record<never, never> extends CallOf<E>
    ? [CallOf<E>?, RequestInit?]
    : [CallOf<E>, RequestInit?]
) => Promise<ReplyOf<E>>

export function client(options: ClientOptions = {}): Client {
  const send = options.fetch ?? fetch
  return async (endpoint, ...rest) => {
    const [call, init] = rest as [Call?, RequestInit?]
    const body = bodyOf(call?.body)
    const response = await send(`${options.base ?? ''}${urlOf(endpoint, call)}`, {
      credentials: 'same-origin',
      ...init,
      method: endpoint.method,
      headers: {
        ...body.headers,
        ...options.headers?.(),
        ...(init?.headers as Record<string, string>),
      },
      ...(body.body === undefined ? {} : { body: body.body }),
    }).catch((cause: unknown) => {
      if (init?.signal?.aborted) throw cause
      throw new CallError(0, { type: 'about:blank', status: 0, code: 'network' })
    })
    if (!response.ok) throw new CallError(response.status, await problemOf(response))
    return response.json() as Promise<ReplyOf<typeof endpoint>>
  }
}

interface Call {
  params?: Record<string, unknown>
  query?: Record<string, unknown>
  body?: unknown
}

/** The path of a call with its parameters and query filled in. */
export function urlOf(endpoint: Pick<Endpoint, 'path'>, call: Call = {}): string {
  const path = endpoint.path.replace(/:(\w+)/g, (_, name) =>
    encodeURIComponent(String(call.params?.[name])),
  )
  const query = new URLSearchParams()
  for (const [name, value] of Object.entries(call.query ?? {})) {
    if (value !== undefined && value !== null && value !== '') query.set(name, String(value))
  }
  return query.size > 0 ? `${path}?${query}` : path
}

function bodyOf(body: unknown): { body?: string | FormData; headers: Record<string, string> } {
  if (body === undefined) return { headers: {} }
  if (body instanceof FormData) return { body, headers: {} }
  return { body: JSON.stringify(body), headers: { 'content-type': 'application/json' } }
}

async function problemOf(response: Response): Promise<Problem> {
  const parsed = Problem.safeParse(await response.json().catch(() => null))
  if (parsed.success) return parsed.data
  return {
    type: 'about:blank',
    status: response.status,
    code: response.status === 429 ? 'too_many' : 'internal',
  }
}
