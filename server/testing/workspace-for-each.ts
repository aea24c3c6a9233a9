import { afterAll, beforeAll, beforeEach } from 'vitest'
import { aWorkspace, type TestWorkspace } from '../workspaces/testing.ts'
import { bootProduct, type Product, type ProductOptions } from './product.ts'

/** For the tests of a file one product, and for each of them a workspace of its own, with no mail sent. */
export function aWorkspaceForEach(
  use: (product: Product, workspace: TestWorkspace) => void,
  { workspace, ...options }: ProductOptions & { workspace?: Parameters<typeof aWorkspace>[1] } = {},
): void {
  let product: Product
  beforeAll(async () => {
    product = await bootProduct(options)
  })
  afterAll(() => product.close())
  beforeEach(async () => {
    product.outbox.length = 0
    use(product, await aWorkspace(product, workspace))
  })
}
