import type { InputOf } from '../../../contract/endpoint.ts'
import type { openImport as endpoint, ImportView } from '../../../contract/imports.ts'
import type { Ctx } from '../../platform/ctx.ts'
import { json } from '../../platform/db/database.ts'
import { Invalid } from '../../platform/errors.ts'
import { lockFreeFiles, markAttached } from '../../platform/files/attach-files.ts'
import { cleanName } from '../../platform/files/file-name.ts'
import { fileIdIn } from '../../platform/files/ticket.ts'
import { loadSettings } from '../../workspaces/index.ts'
import { openChannel } from '../open-channel.ts'
import { noFindings } from './findings.ts'
import { inspectedValues } from './import.ts'
import { inspectSheet, refuseSheet } from './inspect-sheet.ts'
import { viewOf } from './present.ts'

/** A member brings a sheet: we find out how it is written and propose what its columns mean. */
export async function openImport(ctx: Ctx, input: InputOf<typeof endpoint>): Promise<ImportView> {
  const [{ channelId }, { locale }, file] = await Promise.all([
    openChannel(ctx, 'import'),
    loadSettings(ctx),
    loadSheet(ctx, input.file),
  ])
  const found = await inspectSheet(() => ctx.files.get(file.storage_key), {
    ...input,
    locale,
  }).catch(refuseSheet)
  const id = ctx.newId()
  await ctx.write(async (tx) => {
    const free = await lockFreeFiles(tx, [file.id], ['sheet'])
    if (!free.has(file.id)) throw new Invalid('evidence_unknown', 'file')
    await markAttached(tx, [file.id])
    await tx.db
      .insertInto('imports')
      .values({
        workspace_id: tx.workspaceId,
        id,
        channel_id: channelId,
        file_id: file.id,
        name: cleanName(input.name ?? '') || file.name,
        state: 'mapping',
        ...inspectedValues(found),
        rows: null,
        findings: json(noFindings),
        error: null,
        created_by: tx.actor.kind === 'member' ? tx.actor.id : null,
        created_by_name: tx.actor.name ?? '',
        created_at: tx.now(),
        finished_at: null,
      })
      .execute()
  })
  return viewOf(ctx, id)
}

async function loadSheet(ctx: Ctx, ticket: string) {
  const fileId = fileIdIn(ctx, ticket)
  const file =
    fileId &&
    (await ctx.db
      .selectFrom('files')
      .select(['id', 'name', 'storage_key'])
      .where('workspace_id', '=', ctx.workspaceId)
      .where('id', '=', fileId)
      .where('kind', '=', 'sheet')
      .where('attached_at', 'is', null)
      .executeTakeFirst())
  if (!file) throw new Invalid('evidence_unknown', 'file')
  return file
}
