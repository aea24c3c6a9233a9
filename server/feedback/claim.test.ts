import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { submitFeedback } from '../../contract/feedback.ts'
import { anOpenWorkspace, aSubmission, type OpenWorkspace } from '../channels/testing.ts'
import { problemFor } from '../platform/http/problem.ts'
import { bootProduct, type Product } from '../testing/product.ts'
import { customerGate } from './customer-gate.ts'

let product: Product
let store: OpenWorkspace
let other: OpenWorkspace

beforeAll(async () => {
  product = await bootProduct()
  store = await anOpenWorkspace(product)
  other = await anOpenWorkspace(product)
})
afterAll(() => product.close())

/** What the gate says to a request for one number with one claim: the feedback's id, or a status. */
async function enter(
  gate: ReturnType<typeof customerGate>,
  claim: { slug?: string; path: number; header?: string; query?: string },
  { method = 'GET', ip = '203.0.113.9' } = {},
): Promise<string | number | null> {
  const request = {
    method,
    ip,
    headers: claim.header === undefined ? {} : { authorization: claim.header },
    params: { workspace: claim.slug ?? store.slug, number: String(claim.path) },
    query: claim.query === undefined ? {} : { claim: claim.query },
  }
  return gate(request as unknown as Parameters<typeof gate>[0]).then(
    (ctx) => ctx.actor.id,
    (error: unknown) => problemFor(error).status,
  )
}

describe('the customer’s claim', () => {
  it('opens its own number only', async () => {
    const gate = customerGate(product.platform)
    const [mine, yours] = [
      await product.as()(submitFeedback, aSubmission(store)),
      await product.as()(submitFeedback, aSubmission(store)),
    ]
    const theirs = await product.as()(submitFeedback, aSubmission(other))
    const header = `Claim ${mine.number}-${mine.claimCode}`
    expect(await enter(gate, { path: mine.number, header })).toBe(mine.feedbackId)
    expect(await enter(gate, { path: mine.number, header: header.toLowerCase() })).toBe(
      mine.feedbackId,
    )
    expect(await enter(gate, { path: yours.number, header })).toBe(404)
    expect(
      await enter(gate, { path: yours.number, header: `Claim ${yours.number}-${mine.claimCode}` }),
    ).toBe(404)
    expect(await enter(gate, { path: 999, header: `Claim 999-${mine.claimCode}` })).toBe(404)
    expect(await enter(gate, { slug: other.slug, path: mine.number, header })).toBe(404)
    expect(
      await enter(gate, {
        path: theirs.number,
        header: `Claim ${theirs.number}-${theirs.claimCode}`,
      }),
    ).toBe(404)
    for (const odd of [undefined, '', 'Claim', 'Bearer x', `Claim ${mine.claimCode}`, 'Claim 1-'])
      expect(
        await enter(gate, { path: mine.number, ...(odd === undefined ? {} : { header: odd }) }),
      ).toBe(401)
  })

  it('stands in the address only where a browser fetches by itself', async () => {
    const gate = customerGate(product.platform)
    const receipt = await product.as()(submitFeedback, aSubmission(store))
    const query = `${receipt.number}-${receipt.claimCode}`
    const path = receipt.number
    expect(await enter(gate, { path, query })).toBe(receipt.feedbackId)
    expect(await enter(gate, { path, query }, { method: 'POST' })).toBe(401)
  })

  it('answers no more guesses when they all come at once', async () => {
    const gate = customerGate(product.platform)
    const { number: path } = await product.as()(submitFeedback, aSubmission(store))
    const guesses = Array.from({ length: 60 }, (_, i) =>
      enter(gate, { path, header: `Claim ${path}-AAAAAAAA${10 + i}` }),
    )
    const answers = await Promise.all(guesses)
    expect(answers.filter((status) => status === 404)).toHaveLength(20)
    expect(answers.filter((status) => status === 429)).toHaveLength(40)
  })

  it('pauses an address that guesses, and nobody else', async () => {
    const gate = customerGate(product.platform)
    const receipt = await product.as()(submitFeedback, aSubmission(store))
    const path = receipt.number
    const right = { path, header: `Claim ${path}-${receipt.claimCode}` }
    const wrong = { path, header: `Claim ${path}-AAAAAAAAAA` }
    const guesser = (host: number) => ({ ip: `2001:db8:1:2::${host.toString(16)}` })
    for (let host = 1; host <= 20; host++) expect(await enter(gate, wrong, guesser(host))).toBe(404)
    expect(await enter(gate, wrong, guesser(99))).toBe(429)
    expect(await enter(gate, right, guesser(1))).toBe(429)
    expect(await enter(gate, right, { ip: '2001:db8:1:3::1' })).toBe(receipt.feedbackId)
    product.pass(10 * 60_000 + 1)
    expect(await enter(gate, right, guesser(1))).toBe(receipt.feedbackId)
  })
})
