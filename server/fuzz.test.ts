/** A thousand requests per endpoint, made from the OpenAPI and then spoilt: none may end in a 5xx. */
import fc from 'fast-check'
import { afterAll, beforeAll, describe, it } from 'vitest'
import { urlOf } from '../contract/client.ts'
import { endpoints } from '../contract/index.ts'
import { openApi } from './platform/http/openapi.ts'
import { off, type Schema, strayHeaders } from './testing/arbitrary.ts'
import { callsFor } from './testing/calls.ts'
import { expectSense } from './testing/expect-sense.ts'
import { aFullLife, type Life } from './testing/full-life.ts'
import { bootProduct, type Product } from './testing/product.ts'

const requestsPerEndpoint = Number(process.env.FUZZ_REQUESTS ?? 1000)
const withinMs = 120_000

interface Operation {
  parameters: { name: string; in: 'path' | 'query'; schema: Schema }[]
  requestBody?: { content: Record<string, { schema: Schema }> }
}

const paths = (openApi() as { paths: Record<string, Record<string, Operation>> }).paths
/** Uploads and the live line are not asked by `inject` and a JSON body: fuzz-uploads and fuzz-live. */
const fuzzed = endpoints.filter(
  ({ carries, id }) => carries !== 'multipart' && id !== 'operations.live',
)

let product: Product
let life: Life

beforeAll(async () => {
  product = await bootProduct()
  life = await aFullLife(product, 'FUZZ')
})
afterAll(() => product.close())

describe('requests that make no sense', () => {
  it.each(fuzzed.map((endpoint) => [endpoint.id, endpoint] as const))(
    '%s answers without breaking',
    async (_id, endpoint) => {
      const operation = paths[endpoint.path.replace(/:(\w+)/g, '{$1}')]?.[
        endpoint.method.toLowerCase()
      ] as Operation
      const known = callsFor(life.things)[endpoint.id] ?? {}
      const headers = {
        'x-requested-with': 'huiyin',
        'content-type': 'application/json',
        ...(endpoint.audience === 'customer'
          ? { authorization: `Claim ${life.things.claim}` }
          : life.workspace.members.owner.headers),
      }
      await fc.assert(
        fc.asyncProperty(
          requests(operation, known.params ?? {}),
          strayHeaders,
          async ({ params, query, body }, stray) => {
            const response = await product.app.inject({
              method: endpoint.method,
              url: urlOf(endpoint, { params, query }).slice(0, 8000),
              headers: { ...headers, ...stray },
              ...(body === undefined
                ? {}
                : { payload: typeof body === 'string' ? body : JSON.stringify(body) }),
            })
            expectSense(response)
          },
        ),
        {
          numRuns: requestsPerEndpoint,
          interruptAfterTimeLimit: withinMs - 5000,
          endOnFailure: true,
        },
      )
    },
    withinMs,
  )
})

/** Ids of things that exist half of the time, so that requests reach beyond the door. */
function requests(
  operation: Operation,
  known: Record<string, unknown>,
): fc.Arbitrary<{
  params: Record<string, unknown>
  query: Record<string, unknown>
  body: unknown
}> {
  const place = (where: 'path' | 'query') => operation.parameters.filter((one) => one.in === where)
  const params = fc.record(
    Object.fromEntries(
      place('path').map(({ name, schema }) => [
        name,
        fc.oneof(fc.constant(known[name]), off(schema).map(inUrl)),
      ]),
    ),
  )
  const query = fc.record(
    Object.fromEntries(place('query').map(({ name, schema }) => [name, off(schema).map(inUrl)])),
    { requiredKeys: [] },
  )
  const schema = operation.requestBody?.content['application/json']?.schema
  // Where none is asked for, one may come all the same.
  const body = schema
    ? fc.oneof({ weight: 20, arbitrary: off(schema) }, { weight: 1, arbitrary: fc.string() })
    : fc.option(off({}), { freq: 2, nil: undefined })
  return fc.record({ params, query, body })
}

/** As text that a URL can carry. */
function inUrl(value: unknown): string {
  const text = typeof value === 'object' ? JSON.stringify(value) : String(value)
  return text.toWellFormed().slice(0, 300).toWellFormed() || '-'
}
