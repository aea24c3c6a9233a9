/** Who is let out or signs out hears nothing more; what nobody heard is not passed over in silence. */
import { once } from 'node:events'
import { type IncomingMessage, request } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { changeMember, listMembers } from '../../../contract/members.ts'
import { bootProduct, type Product } from '../../testing/product.ts'
import { aWorkspace, type TestMember, type TestWorkspace } from '../../workspaces/testing.ts'

/** A line is asked again every three seconds. */
const onceAskedMs = 4000
const withinMs = 2 * onceAskedMs

let product: Product
let port: number
let whale: TestWorkspace
beforeAll(async () => {
  product = await bootProduct()
  await product.platform.live.start()
  await product.app.listen({ port: 0, host: '127.0.0.1' })
  port = (product.app.server.address() as AddressInfo).port
})
afterAll(async () => {
  product.platform.endStreams()
  await product.close()
})
beforeEach(async () => {
  whale = await aWorkspace(product)
})

async function aLine({ headers }: TestMember): Promise<{ isOpen(): boolean }> {
  const sent = request({ port, path: '/api/v1/live', headers, agent: false }).end()
  const [line] = (await once(sent, 'response')) as [IncomingMessage]
  expect(line.statusCode).toBe(200)
  line.on('error', () => {}).resume()
  return { isOpen: () => !line.readableEnded && !line.destroyed }
}

async function expectOnly(open: { isOpen(): boolean }, ended: { isOpen(): boolean }) {
  await expect.poll(() => ended.isOpen(), { timeout: withinMs }).toBe(false)
  expect(open.isOpen()).toBe(true)
}

test('a member who is let out hears nothing more, and the others go on', async () => {
  const { admin, agent } = whale.members
  const [theirs, ours] = [await aLine(agent), await aLine(admin)]
  await product.as(admin.headers)(changeMember, {
    params: { memberId: agent.id },
    body: { active: false },
  })
  await expectOnly(ours, theirs)
})

test('nor does one who signed out', async () => {
  const { admin, agent } = whale.members
  const [theirs, ours] = [await aLine(agent), await aLine(admin)]
  const { statusCode } = await product.app.inject({
    method: 'POST',
    url: '/api/auth/sign-out',
    headers: { ...agent.headers, host: 'huiyin.test', origin: 'http://huiyin.test' },
    payload: {},
  })
  expect(statusCode).toBe(200)
  await expectOnly(ours, theirs)
})

test('an open line alone is no visit', async () => {
  const { admin, agent } = whale.members
  const seenAt = async () => {
    const { items } = await product.as(admin.headers)(listMembers)
    return items.find(({ id }) => id === agent.id)?.lastSeenAt
  }
  await aLine(agent)
  await expect.poll(seenAt).not.toBeNull()
  const before = await seenAt()
  product.pass(60 * 60_000)
  await new Promise((resolve) => setTimeout(resolve, onceAskedMs))
  expect(await seenAt()).toBe(before)
})

test('when what happens was not heard for a while, lines end, so that consoles fetch anew', async () => {
  const line = await aLine(whale.members.agent)
  await product.platform.pool.query(
    `select pg_terminate_backend(pid) from pg_stat_activity
      where application_name like 'huiyin%' and datname = current_database() and pid <> pg_backend_pid()`,
  )
  await expect.poll(() => line.isOpen(), { timeout: withinMs }).toBe(false)
})
