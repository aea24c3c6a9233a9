/** OpenAPI 3.1 made from the contract. */
import { z } from 'zod'
import type { Endpoint } from '../../../contract/endpoint.ts'
import { Problem } from '../../../contract/errors.ts'
import { endpoints } from '../../../contract/index.ts'

type Schema = Record<string, unknown>

export function openApi(): Schema {
  const paths: Record<string, Record<string, Schema>> = {}
  for (const endpoint of endpoints) {
    const path = endpoint.path.replace(/:(\w+)/g, '{$1}')
    paths[path] = { ...paths[path], [endpoint.method.toLowerCase()]: operation(endpoint) }
  }
  return {
    openapi: '3.1.0',
    info: {
      title: 'Huiyin 回音',
      version: '0.1.0',
      license: { name: 'Apache-2.0', identifier: 'Apache-2.0' },
    },
    paths,
    components: {
      schemas: { Problem: schemaOf(Problem, 'output') },
      securitySchemes: {
        key: { type: 'http', scheme: 'bearer', description: 'API key made in the console' },
        session: { type: 'apiKey', in: 'cookie', name: 'huiyin.session_token' },
        claim: {
          type: 'apiKey',
          in: 'header',
          name: 'authorization',
          description: '`Claim <number>-<code>`',
        },
      },
    },
  }
}

function operation(endpoint: Endpoint): Schema {
  const ok = String(endpoint.status ?? 200)
  return {
    operationId: endpoint.id,
    tags: [endpoint.id.split('.')[0]],
    summary: endpoint.summary,
    security: security(endpoint),
    parameters: [...parameters(endpoint.params, 'path'), ...parameters(endpoint.query, 'query')],
    ...requestBody(endpoint),
    responses: {
      [ok]:
        endpoint.carries === 'stream'
          ? { description: endpoint.summary }
          : {
              description: endpoint.summary,
              content: { 'application/json': { schema: schemaOf(endpoint.reply, 'output') } },
            },
      default: {
        description: ['A problem with a stable code', ...(endpoint.errors ?? [])].join('; '),
        content: {
          'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } },
        },
      },
    },
    ...(endpoint.errors ? { 'x-error-codes': endpoint.errors } : {}),
    ...(endpoint.permission ? { 'x-permission': endpoint.permission } : {}),
    ...(endpoint.scope ? { 'x-scope': endpoint.scope } : {}),
  }
}

function security(endpoint: Endpoint): Schema[] {
  if (endpoint.audience === 'customer') return [{ claim: [] }]
  if (endpoint.audience === 'public') return []
  return endpoint.scope ? [{ key: [] }, { session: [] }] : [{ session: [] }]
}

function parameters(schema: z.ZodType | undefined, place: 'path' | 'query'): Schema[] {
  if (!schema) return []
  const { properties = {}, required = [] } = schemaOf(schema, 'input') as {
    properties?: Record<string, Schema>
    required?: string[]
  }
  return Object.entries(properties).map(([name, property]) => ({
    name,
    in: place,
    required: place === 'path' || required.includes(name),
    schema: property,
  }))
}

function requestBody(endpoint: Endpoint): Schema {
  if (endpoint.carries === 'multipart') {
    const file = {
      type: 'object',
      properties: { file: { type: 'string', format: 'binary' } },
      required: ['file'],
    }
    return { requestBody: { required: true, content: { 'multipart/form-data': { schema: file } } } }
  }
  if (!endpoint.body) return {}
  return {
    requestBody: {
      required: true,
      content: { 'application/json': { schema: schemaOf(endpoint.body, 'input') } },
    },
  }
}

function schemaOf(schema: z.ZodType, io: 'input' | 'output'): Schema {
  const { $schema: _, ...rest } = z.toJSONSchema(schema, {
    io,
    unrepresentable: 'any',
    target: 'draft-2020-12',
  }) as Schema
  return rest
}
