import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { standingErrors } from '../contract/errors.ts'
import { events, eventTypes } from '../contract/events.ts'
import { importFailures } from '../contract/imports.ts'
import { endpoints } from '../contract/index.ts'
import { journey } from './journey.ts'
import { openApi } from './platform/http/openapi.ts'
import { bindingsOf } from './routes.ts'
import { bootProduct, type Product } from './testing/product.ts'

let product: Product
beforeAll(async () => {
  product = await bootProduct()
})
afterAll(() => product.close())

describe('the contract', () => {
  it('every endpoint is bound exactly once', () => {
    const bound = bindingsOf(product.platform)
      .map(({ endpoint }) => endpoint.id)
      .sort()
    expect(bound).toEqual(endpoints.map(({ id }) => id).sort())
  })

  it('ids and addresses are unique', () => {
    expect(new Set(endpoints.map(({ id }) => id)).size).toBe(endpoints.length)
    const addresses = endpoints.map(({ method, path }) => `${method} ${path.replace(/:\w+/g, ':')}`)
    expect(addresses.filter((address, i) => addresses.indexOf(address) !== i)).toEqual([])
  })

  it('every member endpoint names its permission, and no other does', () => {
    expect(
      endpoints
        .filter(
          ({ audience, permission }) => (audience === 'member') !== (permission !== undefined),
        )
        .map(({ id }) => id),
    ).toEqual([])
  })

  it('names of params, query and body never clash', () => {
    for (const endpoint of endpoints) {
      const names = [endpoint.params, endpoint.query, endpoint.body].flatMap((schema) =>
        Object.keys((schema as { shape?: object } | undefined)?.shape ?? {}),
      )
      expect(
        names.filter((name, i) => names.indexOf(name) !== i),
        endpoint.id,
      ).toEqual([])
    }
  })

  it('every event has a line in the journey, and reactions have stable, unique names', () => {
    expect(Object.keys(journey).sort()).toEqual([...eventTypes].sort())
    const byName = new Map<string, unknown>()
    for (const reaction of Object.values(journey).flat()) {
      expect(reaction.name).toMatch(/^[a-z]+\.[a-zA-Z]+$/)
      expect(byName.get(reaction.name) ?? reaction).toBe(reaction)
      byName.set(reaction.name, reaction)
    }
  })

  it('events are past-tense facts of a known subject', () => {
    for (const type of Object.keys(events)) expect(type).toMatch(/^[a-z]+\.[a-z_]+$/)
  })

  it('every refusal that is thrown is promised', () => {
    const promised = new Set<string>([
      ...Object.keys(standingErrors),
      ...importFailures,
      ...endpoints.flatMap(({ errors }) => errors ?? []),
    ])
    const thrown = readdirSync(import.meta.dirname, { recursive: true, encoding: 'utf8' })
      .filter((file) => file.endsWith('.ts') && !file.endsWith('.test.ts'))
      .flatMap((file) => [
        ...readFileSync(join(import.meta.dirname, file), 'utf8').matchAll(
          /new (?:Invalid|Conflict|Forbidden|TooMany|TooLarge|SheetError)\(\s*'(\w+)'/g,
        ),
      ])
      .map(([, code = '']) => code)
    expect(thrown.length).toBeGreaterThan(50)
    expect(thrown.filter((code) => !promised.has(code))).toEqual([])
  })

  it('OpenAPI describes every endpoint', () => {
    const document = openApi() as { paths: Record<string, Record<string, { operationId: string }>> }
    const described = Object.values(document.paths).flatMap((methods) =>
      Object.values(methods).map(({ operationId }) => operationId),
    )
    expect(described.sort()).toEqual(endpoints.map(({ id }) => id).sort())
  })

  it('the reference page shows every endpoint', async () => {
    const { body } = await product.app.inject('/api')
    for (const { id, summary } of endpoints) {
      expect(body).toContain(`id="${id}"`)
      expect(body).toContain(summary.replaceAll('&', '&amp;'))
    }
  })
})
