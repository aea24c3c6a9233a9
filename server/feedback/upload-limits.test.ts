import { readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { anOpenWorkspace, type OpenWorkspace } from '../channels/testing.ts'
import { unattachedLimits } from '../platform/files/unattached-limits.ts'
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
    const upload = () => uploadFrom('198.51.100.9')
    const statuses = (await Promise.all(Array.from({ length: 40 }, upload))).map(
      ({ statusCode }) => statusCode,
    )
    // One gigabyte, of which each may turn out to be a video of the largest size.
    expect(statuses.filter((status) => status === 201)).toHaveLength(21)
    expect(statuses.filter((status) => status === 429)).toHaveLength(19)
    // They were small: what they did not take is free again.
    expect((await upload()).statusCode).toBe(201)
  })

  it('takes only so many of one address, however small, so that it fills no workspace alone', async () => {
    let taken = 0
    for (let i = 0; i < 40; i++) {
      const statuses = await Promise.all(
        Array.from({ length: 20 }, () => uploadFrom('198.51.100.10')),
      )
      taken += statuses.filter(({ statusCode }) => statusCode === 201).length
    }
    expect(taken).toBe(600)
    expect(taken).toBeLessThan(unattachedLimits.files / 5)
    expect((await uploadFrom('198.51.100.11')).statusCode).toBe(201)
  })

  it('takes only so much for one workspace in an hour, from wherever it comes, until it is attached', async () => {
    const ctx = product.ctx(store.id)
    const { storage_key: _, ...file } = await ctx.db
      .selectFrom('files')
      .selectAll()
      .where('workspace_id', '=', store.id)
      .limit(1)
      .executeTakeFirstOrThrow()
    const fill = (rows: number, more: Partial<typeof file>) =>
      ctx.db
        .insertInto('files')
        .values(
          Array.from({ length: rows }, () => {
            const id = ctx.newId()
            return { ...file, ...more, id, storage_key: `none/${id}`, created_at: ctx.now() }
          }),
        )
        .execute()
    const empty = () =>
      ctx.db
        .updateTable('files')
        .set({ attached_at: ctx.now() })
        .where('workspace_id', '=', store.id)
        .execute()
    const { files, bytes } = unattachedLimits
    const kept = () => readdir(join(product.platform.config.dataDir, 'files', store.id))

    await empty()
    await fill(1, { size: bytes - 1 })
    await fill(1, { size: bytes, kind: 'sheet' })
    expect((await uploadFrom('203.0.113.1')).statusCode).toBe(201)
    const before = await kept()
    const full = await uploadFrom('203.0.113.2')
    expect([full.statusCode, full.json().code]).toEqual([429, 'uploads_full'])
    expect(Number(full.headers['retry-after'])).toBeGreaterThan(3500)
    expect(await kept()).toEqual(before)
    // A file too large for what is left is not kept either.
    await empty()
    await fill(1, { size: bytes - 5 })
    expect((await uploadFrom('203.0.113.3', 'six by')).json().code).toBe('uploads_full')
    expect((await uploadFrom('203.0.113.4', 'five!')).statusCode).toBe(201)

    await empty()
    await fill(files, { size: 1 })
    expect((await uploadFrom('203.0.113.5')).json().code).toBe('uploads_full')
    // Another workspace has its own, and an hour later there is room again.
    const other = await anOpenWorkspace(product)
    expect((await uploadFrom('203.0.113.6', 'x', other.slug)).statusCode).toBe(201)
    product.pass(61 * 60_000)
    expect((await uploadFrom('203.0.113.7')).statusCode).toBe(201)
  })

  function uploadFrom(remoteAddress: string, content = 'x', slug = store.slug) {
    return product.app.inject({
      method: 'POST',
      url: `/api/portal/${slug}/files`,
      remoteAddress,
      headers: { 'content-type': 'multipart/form-data; boundary=b' },
      payload: `--b\r\ncontent-disposition: form-data; name="file"; filename="a.txt"\r\n\r\n${content}\r\n--b--\r\n`,
    })
  }
})
