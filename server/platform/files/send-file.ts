import type { Ctx } from '../ctx.ts'
import { NotFound } from '../errors.ts'
import type { Http } from '../http/bind.ts'
import { disposition } from './file-name.ts'

/** Browsers may keep it this long; nobody in between may. */
const cacheSeconds = 3600

/**
 * Sends the bytes of a file of this workspace. The caller has checked that this viewer may see it.
 * Only pictures and videos open in the browser; all else is saved, and nothing can run.
 */
export async function sendFile(ctx: Ctx, fileId: string, { request, reply }: Http): Promise<void> {
  const file = await ctx.db
    .selectFrom('files')
    .select(['kind', 'name', 'mime', 'size', 'sha256', 'storage_key'])
    .where('workspace_id', '=', ctx.workspaceId)
    .where('id', '=', fileId)
    .executeTakeFirst()
  if (!file) throw new NotFound()
  const shown = file.kind === 'image' || file.kind === 'video'
  const etag = `"${file.sha256}"`
  reply.headers({
    'content-type': file.mime.startsWith('text/') ? `${file.mime}; charset=utf-8` : file.mime,
    'content-disposition': disposition(shown ? 'inline' : 'attachment', file.name),
    'content-security-policy': "default-src 'none'; sandbox",
    'x-content-type-options': 'nosniff',
    'cache-control': `private, max-age=${cacheSeconds}`,
    'accept-ranges': 'bytes',
    etag,
  })
  if (request.headers['if-none-match'] === etag) {
    reply.status(304).send()
    return
  }
  const asked = request.headers['if-range']
  const part =
    asked === undefined || asked === etag ? partOf(request.headers.range, file.size) : 'whole'
  if (part === 'unsatisfiable') {
    reply.status(416).header('content-range', `bytes */${file.size}`).send()
    return
  }
  const bytes = await ctx.files
    .get(file.storage_key, part === 'whole' ? undefined : part)
    .catch((cause: unknown) => {
      if ((cause as { code?: string }).code === 'ENOENT') throw new NotFound(cause)
      throw cause
    })
  if (part === 'whole') {
    reply.header('content-length', file.size).send(bytes)
    return
  }
  reply
    .status(206)
    .header('content-range', `bytes ${part.start}-${part.end}/${file.size}`)
    .header('content-length', part.end - part.start + 1)
    .send(bytes)
}

/** One range of bytes (RFC 9110 §14); several at once, or none that we understand, mean the whole. */
export function partOf(
  header: string | undefined,
  size: number,
): { start: number; end: number } | 'whole' | 'unsatisfiable' {
  const [, first = '', last = ''] = /^bytes=(\d{0,15})-(\d{0,15})$/.exec(header ?? '') ?? []
  if (first === '' && last === '') return 'whole'
  if (first === '') {
    const length = Math.min(Number(last), size)
    return length === 0 ? 'unsatisfiable' : { start: size - length, end: size - 1 }
  }
  const start = Number(first)
  const end = last === '' ? size - 1 : Math.min(Number(last), size - 1)
  if (last !== '' && Number(last) < start) return 'whole'
  return start >= size ? 'unsatisfiable' : { start, end }
}
