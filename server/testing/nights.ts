/** Days end: what happens by itself happens, and contact details that were kept long enough go last. */
import { sql } from 'kysely'
import { tenantTables } from '../sample/tenant-tables.ts'
import { schedule } from '../schedule.ts'
import type { Product } from './product.ts'

const hourMs = 3_600_000
const erasing = schedule.filter(({ name }) => name === 'kept-contacts')

/** All else that happens by itself: what waits to be sent is sent. */
export async function evening(product: Product): Promise<void> {
  for (const one of schedule) if (!erasing.includes(one)) await one.run(product.platform)
  await product.drain()
  product.pass(hourMs)
}

export async function eraseKeptContacts(product: Product): Promise<void> {
  for (const { run } of erasing) await run(product.platform)
  await product.drain()
}

export async function night(product: Product): Promise<void> {
  await evening(product)
  await eraseKeptContacts(product)
}

/** Tables of the workspace in which any of these words stands in any column. */
export async function tablesSaying(
  { platform }: Product,
  workspaceId: string,
  words: readonly string[],
): Promise<string[]> {
  const found: string[] = []
  for (const table of await tenantTables(platform)) {
    const { rows } = await sql<{ row: string }>`
      select t::text as row from ${sql.table(table)} t where workspace_id = ${workspaceId}`.execute(
      platform.db,
    )
    if (rows.some(({ row }) => words.some((word) => row.includes(word)))) found.push(table)
  }
  return found.sort()
}
