/** Who gets in where: every endpoint as every role, as nobody, as a key, and from another workspace. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { urlOf } from '../contract/client.ts'
import type { Endpoint } from '../contract/endpoint.ts'
import { scopes } from '../contract/endpoint.ts'
import { endpoints } from '../contract/index.ts'
import { createKey } from '../contract/members.ts'
import { permits, roles } from '../contract/roles.ts'
import { type Call, callsFor, type Things } from './testing/calls.ts'
import { aFullLife, type Life } from './testing/full-life.ts'
import { bootProduct, type Product } from './testing/product.ts'

let product: Product
let ours: Life
let theirs: Life

beforeAll(async () => {
  product = await bootProduct()
  ours = await aFullLife(product, 'OURMARK')
  theirs = await aFullLife(product, 'THEIRMARK')
})
afterAll(() => product.close())

const memberEndpoints = endpoints.filter(({ audience }) => audience === 'member')
/** Answered as a stream that never ends; tested on its own. */
const endless = 'operations.live'

async function call(
  endpoint: Endpoint,
  made: Call,
  headers: Record<string, string>,
): Promise<{ status: number; text: string }> {
  const response = await product.app.inject({
    method: endpoint.method,
    url: urlOf(endpoint, made),
    headers: { 'x-requested-with': 'huiyin', ...headers },
    ...(made.body === undefined ? {} : { payload: made.body as object }),
  })
  return { status: response.statusCode, text: response.body }
}

const callOf = (endpoint: Endpoint, things: Things): Call => {
  const made = callsFor(things)[endpoint.id]
  if (!made) throw new Error(`${endpoint.id} has no valid call in testing/calls.ts`)
  return made
}

describe('every member endpoint', () => {
  it.each(memberEndpoints.map((endpoint) => [endpoint.id, endpoint] as const))(
    '%s refuses strangers',
    async (_id, endpoint) => {
      const made = callOf(endpoint, ours.things)
      expect((await call(endpoint, made, { 'x-workspace': ours.things.slug })).status).toBe(401)
      expect(
        (await call(endpoint, made, { authorization: 'Bearer hyk_nonsense_nonsense' })).status,
      ).toBe(401)
    },
  )

  it.each(
    memberEndpoints
      .filter(({ id }) => id !== endless)
      .map((endpoint) => [endpoint.id, endpoint] as const),
  )(
    '%s opens to exactly the roles of the contract',
    async (_id, endpoint) => {
      for (const role of roles) {
        const { status, text } = await call(
          endpoint,
          callOf(endpoint, ours.things),
          ours.workspace.members[role].headers,
        )
        const allowed = endpoint.permission !== undefined && permits(role, endpoint.permission)
        if (allowed)
          expect([role, status, text]).not.toEqual([
            role,
            403,
            expect.stringContaining('"code":"forbidden"'),
          ])
        else expect([role, status]).toEqual([role, 403])
        expect(status, text).toBeLessThan(500)
      }
    },
    30_000,
  )

  it('opens to a key only within its scopes', async () => {
    const owner = product.as(ours.workspace.members.owner.headers)
    for (const scope of scopes) {
      const { secret } = await owner(createKey, { body: { name: scope, scopes: [scope] } })
      for (const endpoint of memberEndpoints) {
        if (endpoint.scope === scope) continue
        const { status } = await call(endpoint, callOf(endpoint, ours.things), {
          authorization: `Bearer ${secret}`,
        })
        expect([endpoint.id, scope, status]).toEqual([endpoint.id, scope, 403])
      }
    }
  })
})

describe('another workspace', () => {
  const speaking = endpoints.filter(({ id }) => id !== endless && id !== 'workspaces.setUp')

  it.each(speaking.map((endpoint) => [endpoint.id, endpoint] as const))(
    '%s gives nothing of it away',
    async (_id, endpoint) => {
      const made = callOf(endpoint, { ...theirs.things, slug: ours.things.slug })
      const headers =
        endpoint.audience === 'customer'
          ? { authorization: `Claim ${theirs.things.claim}` }
          : ours.workspace.members.owner.headers
      const { status, text } = await call(endpoint, made, headers)
      expect(status, text).toBeLessThan(500)
      expect(text).not.toContain('THEIRMARK')
      const speaksOfTheirs = Object.keys(made.params ?? {}).some((name) => name !== 'workspace')
      if (
        speaksOfTheirs &&
        endpoint.id !== 'workspaces.readInvitation' &&
        endpoint.id !== 'workspaces.acceptInvitation'
      )
        expect([400, 401, 404]).toContain(status)
    },
  )

  it('a member of one workspace cannot choose another', async () => {
    for (const endpoint of memberEndpoints) {
      const headers = { ...ours.workspace.members.owner.headers, 'x-workspace': theirs.things.slug }
      const { status } = await call(endpoint, callOf(endpoint, theirs.things), headers)
      expect([endpoint.id, status]).toEqual([endpoint.id, 404])
    }
  })

  it('a claim opens its own case only', async () => {
    const customerEndpoints = endpoints.filter(({ audience }) => audience === 'customer')
    for (const endpoint of customerEndpoints) {
      const made = callOf(endpoint, ours.things)
      for (const authorization of [
        '',
        'Claim 1-AAAAAAAAAA',
        `Claim ${theirs.things.claim}`,
        `Claim ${ours.things.number}-0000000000`,
      ])
        expect([404, 401, 429]).toContain((await call(endpoint, made, { authorization })).status)
    }
  })
})

describe('odd ways to name a workspace', () => {
  it.each(['%00', '%E2%80%AE', 'a'.repeat(300), '../x'])(
    '?workspace=%s is nobody’s',
    async (slug) => {
      const { cookie } = ours.workspace.members.owner.headers
      const response = await product.app.inject({
        url: `/api/v1/cases?workspace=${slug}`,
        headers: { cookie: cookie ?? '' },
      })
      expect(response.statusCode).toBe(404)
    },
  )
})
