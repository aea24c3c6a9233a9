/** Builders for tests: a sheet brought in as a member would, and the import of it. */
import { Readable } from 'node:stream'
import type { ImportView } from '../../../contract/imports.ts'
import * as contract from '../../../contract/imports.ts'
import type { Ctx } from '../../platform/ctx.ts'
import { keepUpload } from '../../platform/files/upload.ts'
import type { Product } from '../../testing/product.ts'
import type { TestWorkspace } from '../../workspaces/testing.ts'
import { createFirstChannels } from '../create-first-channels.ts'
import { channelsOf } from '../open-channel.ts'
import { openImport } from './open-import.ts'

/** Uploads a sheet; returns its ticket. Rows become CSV. */
export async function aSheet(
  ctx: Ctx,
  content: string | Buffer | readonly (readonly string[])[],
  name = 'sheet.csv',
): Promise<string> {
  if ((await channelsOf(ctx)).length === 0)
    await ctx.write((tx) => createFirstChannels(tx, 'zh-CN'))
  const bytes = typeof content === 'string' || Buffer.isBuffer(content) ? content : csv(content)
  const file = Object.assign(Readable.from([Buffer.from(bytes)]), {
    truncated: false,
    bytesRead: 0,
  })
  return (await keepUpload(ctx, { file, filename: name }, ['sheet'])).ticket
}

/** The import of a sheet, opened and not started. */
export async function anImport(
  ctx: Ctx,
  content: Parameters<typeof aSheet>[1],
  name?: string,
): Promise<ImportView> {
  return openImport(ctx, { file: await aSheet(ctx, content, name) })
}

export function csv(rows: readonly (readonly string[])[]): string {
  return rows
    .map((row) => row.map((cell) => `"${cell.replaceAll('"', '""')}"`).join(','))
    .join('\r\n')
}

export type Desk = ReturnType<typeof importDesk>

/** A supervisor of the workspace at work, over HTTP. */
export function importDesk(product: Product, workspace: TestWorkspace) {
  const call = product.as(workspace.members.supervisor.headers)
  const named = (importId: string) => ({ params: { importId }, body: {} })
  const show = (importId: string) => call(contract.showImport, { params: { importId } })
  const start = (importId: string) => call(contract.startImport, named(importId))
  return {
    call,
    show,
    start,
    check: (importId: string) => call(contract.checkImport, named(importId)),
    undo: (importId: string) => call(contract.undoImport, named(importId)),
    discard: (importId: string) => call(contract.discardImport, { params: { importId } }),
    map: (importId: string, body: contract.ImportMapping) =>
      call(contract.mapImport, { params: { importId }, body }),
    bring: (content: Parameters<typeof aSheet>[1], name?: string) =>
      anImport(workspace.ctx('supervisor'), content, name),
    async carriedOut(importId: string) {
      await start(importId)
      await product.drain()
      return show(importId)
    },
    feedbackOf: (importId: string) =>
      product.platform.db
        .selectFrom('feedback')
        .selectAll()
        .where('import_id', '=', importId)
        .orderBy('number')
        .execute(),
    async count(table: 'feedback' | 'cases' | 'customers'): Promise<number> {
      return (await product.platform.db.selectFrom(table).select('id').execute()).length
    },
  }
}

/** Rows 1…n; every 50th says nothing, every 200th repeats the id of the row before. */
export function manyRows(n: number, prefix: string): string {
  const rows = Array.from({ length: n }, (_, index) => {
    const row = index + 1
    const id = row % 200 === 0 ? `${prefix}${row - 1}` : `${prefix}${row}`
    return [id, row % 50 === 25 ? '' : `第 ${row} 位客户说：打不开，请尽快处理。`]
  })
  return csv([['编号', '内容'], ...rows])
}
