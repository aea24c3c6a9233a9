/** Builders for tests: a sheet brought in as a member would, and the import of it. */
import { Readable } from 'node:stream'
import type { ImportView } from '../../../contract/channels.ts'
import type { Ctx } from '../../platform/ctx.ts'
import { keepUpload } from '../../platform/files/upload.ts'
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
