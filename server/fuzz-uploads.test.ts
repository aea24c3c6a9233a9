/** A thousand uploads per door, of forms and files that make no sense: none may end in a 5xx, or not at all. */
import { existsSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { UploadedFile } from '../contract/files.ts'
import { furnishWorkspace } from './set-up.ts'
import { strayHeaders } from './testing/arbitrary.ts'
import { expectSense } from './testing/expect-sense.ts'
import { forms } from './testing/forms.ts'
import { bootProduct, type Product } from './testing/product.ts'
import { aWorkspace, type TestWorkspace } from './workspaces/testing.ts'

const uploadsPerDoor = Number(process.env.FUZZ_REQUESTS ?? 1000)
const withinMs = 120_000
const answerMs = 10_000

let product: Product
let workspace: TestWorkspace
beforeAll(async () => {
  product = await bootProduct()
  workspace = await aWorkspace(product, { furnish: furnishWorkspace })
})
afterAll(() => product.close())

it.each(['customers', 'members'] as const)(
  'what %s upload is taken or refused',
  async (who) => {
    const door =
      who === 'members'
        ? { url: '/api/v1/files', headers: workspace.members.owner.headers }
        : { url: `/api/portal/${workspace.slug}/files`, headers: {} }
    let taken = 0
    await fc.assert(
      fc.asyncProperty(await forms(), strayHeaders, async ({ contentType, body }, stray) => {
        const response = await product.app.inject({
          method: 'POST',
          url: door.url,
          headers: {
            ...door.headers,
            ...(contentType === null ? {} : { 'content-type': contentType }),
            ...stray,
          },
          payload: body,
        })
        expectSense(response)
        if (response.statusCode !== 201) return
        UploadedFile.parse(response.json())
        taken += 1
      }),
      {
        numRuns: uploadsPerDoor,
        timeout: answerMs,
        interruptAfterTimeLimit: withinMs - 5000,
        endOnFailure: true,
      },
    )
    // Else all were stopped at the first gate, and nothing was tried.
    expect(taken).toBeGreaterThan(uploadsPerDoor / 50)
    const incoming = join(product.platform.config.dataDir, 'incoming')
    expect(existsSync(incoming) ? readdirSync(incoming) : []).toEqual([])
  },
  withinMs,
)
