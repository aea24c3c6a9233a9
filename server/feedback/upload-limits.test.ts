import { readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { anOpenWorkspace, type OpenWorkspace } from '../channels/testing.ts'
import { bootProduct, type Product } from '../testing/product.ts'

let product: Product
let store: OpenWorkspace

beforeAll(async () => {
  product = await bootProduct()
  store = await anOpenWorkspace(product)
})
afterAll(() => product.close())

describe('uploads of strangers', () => {
  it.each([
    [
      'ends too early',
      'boundary=b',
      '--b\r\ncontent-disposition: form-data; name="file"; filename="a.txt"\r\n\r\nhalf',
    ],
    ['does not say how it is divided', '', 'x'],
  ])('refuses a form that %s', async (_, parameter, payload) => {
    const url = `/api/portal/${store.slug}/files`
    const headers = { 'content-type': `multipart/form-data; ${parameter}` }
    const answer = await product.app.inject({ method: 'POST', url, headers, payload })
    expect([answer.statusCode, answer.json().code]).toEqual([400, 'malformed_body'])
    expect(await readdir(join(product.platform.config.dataDir, 'incoming'))).toEqual([])
  })

  it('takes only so much of one address, also all at once', async () => {
    const form =
      '--b\r\ncontent-disposition: form-data; name="file"; filename="a.txt"\r\n\r\nx\r\n--b--\r\n'
    const upload = () =>
      product.app.inject({
        method: 'POST',
        url: `/api/portal/${store.slug}/files`,
        remoteAddress: '198.51.100.9',
        headers: { 'content-type': 'multipart/form-data; boundary=b' },
        payload: form,
      })
    const statuses = (await Promise.all(Array.from({ length: 40 }, upload))).map(
      ({ statusCode }) => statusCode,
    )
    // One gigabyte, of which each may turn out to be a video of the largest size.
    expect(statuses.filter((status) => status === 201)).toHaveLength(21)
    expect(statuses.filter((status) => status === 429)).toHaveLength(19)
    // They were small: what they did not take is free again.
    expect((await upload()).statusCode).toBe(201)
  })
})
