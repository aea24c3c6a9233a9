/** The API reference as one page of HTML, made from the OpenAPI document: no script, nothing to fetch. */
import type { FastifyInstance } from 'fastify'
import { escaped } from '../html.ts'
import { openApi } from './openapi.ts'

interface Schema {
  type?: string | string[]
  properties?: Record<string, Schema>
  required?: string[]
  additionalProperties?: boolean | Schema
  items?: Schema
  enum?: unknown[]
  const?: unknown
  anyOf?: Schema[]
  description?: string
  format?: string
  default?: unknown
  minimum?: number
  maximum?: number
  minLength?: number
  maxLength?: number
  minItems?: number
  maxItems?: number
}

interface Operation {
  operationId: string
  tags: string[]
  summary: string
  security: Record<string, unknown>[]
  parameters: { name: string; in: string; required: boolean; schema: Schema }[]
  requestBody?: { content: Record<string, { schema: Schema }> }
  responses: Record<string, { content?: Record<string, { schema: Schema }> }>
  'x-permission'?: string
  'x-scope'?: string
  'x-error-codes'?: string[]
}

/** Deeper than this a schema is only named. */
const deepest = 4

/** `/api/openapi.json` for programs, `/api` for people. Both made once, when first asked for. */
export function serveReference(app: FastifyInstance): void {
  let document: string | undefined
  let page: string | undefined
  app.get('/api/openapi.json', async (_request, reply) => {
    document ??= JSON.stringify(openApi())
    return reply.type('application/json').send(document)
  })
  app.get('/api', async (_request, reply) => {
    page ??= referencePage()
    return reply.type('text/html; charset=utf-8').send(page)
  })
}

export function referencePage(): string {
  const { paths } = openApi() as { paths: Record<string, Record<string, Operation>> }
  const operations = Object.entries(paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, operation]) => ({
      path,
      method: method.toUpperCase(),
      operation,
    })),
  )
  const tags = [...new Set(operations.map(({ operation }) => operation.tags[0] ?? ''))].sort()
  const sections = tags.map((tag) => {
    const own = operations.filter(({ operation }) => operation.tags[0] === tag)
    return `<section id="${escaped(tag)}"><h2>${escaped(tag)}</h2>${own.map((one) => endpoint(one.path, one.method, one.operation)).join('')}</section>`
  })
  return `<!doctype html><html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1"><title>Huiyin API</title><style>${style}</style></head>
<body><header><h1>Huiyin API</h1><p>${intro}</p><nav>${tags.map((tag) => `<a href="#${escaped(tag)}">${escaped(tag)}</a>`).join(' ')}</nav></header><main>${sections.join('')}</main></body></html>`
}

const intro = `Base: this server. Members’ endpoints take an API key (<code>Authorization: Bearer hyk_…</code>, made under Settings → API keys) where a scope is named.
Send <code>Idempotency-Key</code> with creates to retry safely. Lists are paged by <code>cursor</code>. Failures are <code>application/problem+json</code> with a stable <code>code</code>;
<code>429</code> and <code>503</code> say when to come back in <code>Retry-After</code>. The same as data: <a href="/api/openapi.json">openapi.json</a>.`

function endpoint(path: string, method: string, operation: Operation): string {
  const body = operation.requestBody && Object.entries(operation.requestBody.content)[0]
  const [status, reply] = Object.entries(operation.responses)[0] ?? ['200', {}]
  const replySchema = reply.content?.['application/json']?.schema
  return `<details id="${escaped(operation.operationId)}"><summary><b class="${method}">${method}</b> <code>${escaped(path)}</code> <span>${escaped(operation.summary)}</span></summary>
<p class="who">${who(operation)}</p>
${operation.parameters.length > 0 ? `<h3>Parameters</h3><ul>${operation.parameters.map((one) => field(`${one.name} <i>${one.in}</i>`, one.schema, one.required, 1)).join('')}</ul>` : ''}
${body ? `<h3>Body <i>${escaped(body[0])}</i></h3>${shape(body[1].schema, 0)}` : ''}
<h3>Reply <i>${escaped(status)}</i></h3>${replySchema ? shape(replySchema, 0) : '<p>A stream.</p>'}
${operation['x-error-codes'] ? `<h3>Codes of its own</h3><p>${operation['x-error-codes'].map((code) => `<code>${escaped(code)}</code>`).join(' ')}</p>` : ''}</details>`
}

function who(operation: Operation): string {
  if (operation.security.length === 0) return 'Anyone'
  if ('claim' in (operation.security[0] ?? {}))
    return 'A customer, with <code>Authorization: Claim &lt;number&gt;-&lt;code&gt;</code>'
  const scope = operation['x-scope']
  return `Members permitted <code>${escaped(operation['x-permission'] ?? '')}</code>${scope ? `, or a key with <code>${escaped(scope)}</code>` : ''}`
}

function shape(schema: Schema, depth: number): string {
  if (depth >= deepest) return ''
  const inner = schema.type === 'array' ? schema.items : schema
  const properties = Object.entries(inner?.properties ?? {})
  if (properties.length === 0) return depth === 0 ? `<p>${typeOf(schema)}</p>` : ''
  return `<ul>${properties.map(([name, property]) => field(escaped(name), property, inner?.required?.includes(name) ?? false, depth + 1)).join('')}</ul>`
}

function field(name: string, schema: Schema, required: boolean, depth: number): string {
  const given =
    schema.default === undefined ? '' : ` <i>default ${escaped(JSON.stringify(schema.default))}</i>`
  const told = schema.description ? ` ${escaped(schema.description)}` : ''
  const nested = schema.anyOf?.find(({ properties }) => properties) ?? schema
  return `<li><code>${name}</code>${required ? '' : '?'} ${typeOf(schema)}${given}${told}${shape(nested, depth)}</li>`
}

function typeOf(schema: Schema): string {
  if (schema.const !== undefined) return escaped(JSON.stringify(schema.const))
  if (schema.enum)
    return schema.enum.map((value) => `<em>${escaped(String(value))}</em>`).join(' · ')
  if (schema.anyOf) return schema.anyOf.map(typeOf).join(' or ')
  if (schema.type === 'array')
    return `list of ${schema.items ? typeOf(schema.items) : 'anything'}${limits(schema.minItems, schema.maxItems)}`
  const name =
    schema.format ??
    (Array.isArray(schema.type) ? schema.type.join(' or ') : (schema.type ?? 'anything'))
  return `${escaped(name)}${limits(schema.minLength ?? schema.minimum, schema.maxLength ?? schema.maximum)}`
}

function limits(least: number | undefined, most: number | undefined): string {
  const big = (value: number | undefined) =>
    value === undefined || Math.abs(value) >= Number.MAX_SAFE_INTEGER
  if (big(least) && big(most)) return ''
  return ` <i>${big(least) ? '' : least}…${big(most) ? '' : most}</i>`
}

const style = `:root{color-scheme:light dark;--line:#e6e3dc;--soft:#565d66;--jade:#0f766a}
@media (prefers-color-scheme:dark){:root{--line:#2a2f36;--soft:#a9b0b9;--jade:#3fb5a3}}
body{font:15px/1.6 system-ui,"Noto Sans CJK SC",sans-serif;max-width:880px;margin:0 auto;padding:24px}
nav{display:flex;flex-wrap:wrap;gap:6px 14px}a{color:var(--jade)}h1,h2{font-weight:600}h3{font-size:13px;color:var(--soft);margin:12px 0 2px}
details{border-top:1px solid var(--line);padding:8px 0}summary{cursor:pointer;overflow-wrap:anywhere}summary span,i,.who{color:var(--soft)}i,em{font-style:normal;font-size:13px}
b{display:inline-block;min-width:58px;font-size:12px;color:var(--jade)}code{font-size:13px}ul{margin:2px 0;padding-left:20px}`
