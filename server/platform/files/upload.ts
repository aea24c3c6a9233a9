import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { mkdir, rm } from 'node:fs/promises'
import { join } from 'node:path'
import type { MultipartFile } from '@fastify/multipart'
import { fileLimits, type UploadedFile } from '../../../contract/files.ts'
import type { Ctx } from '../ctx.ts'
import { Invalid } from '../errors.ts'
import { addressBudget } from '../http/address-budget.ts'
import type { Http } from '../http/bind.ts'
import type { FilesTable } from '../tables.ts'
import { catchUpload } from './catch-upload.ts'
import { cleanImage } from './clean-image.ts'
import { cleanFileName, withEnding } from './file-name.ts'
import { presentFile } from './present.ts'
import { ticketOf } from './ticket.ts'
import { refuseWhenFull, unattachedLimits } from './unattached-limits.ts'

type Kind = FilesTable['kind']

const evidence: readonly Kind[] = ['image', 'video', 'log']
/** Bytes that one address may leave with us unasked. */
const publicBytes = 1024 ** 3
const publicWindowMs = 10 * 60_000
const budget = addressBudget({ most: publicBytes, windowMs: publicWindowMs, now: () => new Date() })
/** However small: one address must not use up what a workspace takes (unattached-limits.ts). */
const publicFiles = 600
const counted = addressBudget({
  most: publicFiles,
  windowMs: unattachedLimits.windowMs,
  now: () => new Date(),
})

/** A customer uploads a piece of evidence; it is theirs to attach for a day. */
export async function uploadEvidence(ctx: Ctx, _input: unknown, http: Http): Promise<UploadedFile> {
  const { ip } = http.request
  budget.refuseSpent(ip)
  counted.refuseSpent(ip)
  // As large as it may be until it is known how large it is: those on their way at once count too.
  budget.spend(ip, fileLimits.video)
  counted.spend(ip, 1)
  let kept = 0
  try {
    await refuseWhenFull(ctx, 0)
    const file = await keepUpload(ctx, await partOf(http), evidence, (size) =>
      refuseWhenFull(ctx, size),
    )
    kept = file.size
    return file
  } finally {
    budget.spend(ip, kept - fileLimits.video)
    if (kept === 0) counted.spend(ip, -1)
  }
}

/** A member or a program uploads evidence; who may import, sheets too. */
export async function uploadFile(ctx: Ctx, _input: unknown, http: Http): Promise<UploadedFile> {
  const mayImport = ctx.actor.kind === 'member' && ctx.actor.permits('imports.manage')
  return keepUpload(ctx, await partOf(http), mayImport ? [...evidence, 'sheet'] : evidence)
}

async function partOf({ request }: Http): Promise<Pick<MultipartFile, 'file' | 'filename'>> {
  const part = await request.file({ limits: { fileSize: fileLimits.sheet } }).catch(refuseBroken)
  if (part?.fieldname !== 'file') throw new Invalid('file_missing', 'file')
  return part
}

/** A form that ends too early or says not how it is divided; the parser has words for it, but no code. */
function refuseBroken(error: unknown): never {
  const isBroken =
    error instanceof Error &&
    /^(?:Unexpected end of multipart data|Part terminated early|Multipart: Boundary)/.test(
      error.message,
    )
  throw isBroken ? new Invalid('malformed_body', 'file') : error
}

/** Takes the bytes in, looks at what they are, cleans them, and keeps them until they are attached. */
export async function keepUpload(
  ctx: Ctx,
  part: Pick<MultipartFile, 'file' | 'filename'>,
  kinds: readonly Kind[],
  /** Asked before it is kept. */
  admit: (size: number) => Promise<void> = async () => {},
): Promise<UploadedFile> {
  const id = ctx.newId()
  const folder = join(ctx.config.dataDir, 'incoming')
  await mkdir(folder, { recursive: true })
  const [caught, drawn] = [join(folder, id), join(folder, `${id}-drawn`)]
  try {
    const found = await catchUpload(part.file, part.filename ?? '', caught, kinds).catch(
      refuseBroken,
    )
    const image = found.kind === 'image' ? await cleanImage(caught, drawn) : null
    const ending = image?.ending ?? found.endings[0]
    const storageKey = `${ctx.workspaceId}/${id.slice(0, 8)}/${id}`
    const path = image ? drawn : caught
    const row: FilesTable = {
      workspace_id: ctx.workspaceId,
      id,
      kind: found.kind,
      name: withEnding(cleanFileName(part.filename ?? '', found.kind), ending, found.endings),
      mime: image?.mime ?? found.mime,
      size: image?.size ?? found.size,
      sha256: await hashOf(path),
      width: image?.width ?? null,
      height: image?.height ?? null,
      storage_key: storageKey,
      created_at: ctx.now(),
      attached_at: null,
    }
    await admit(row.size)
    await ctx.files.put(storageKey, createReadStream(path))
    await ctx.db.insertInto('files').values(row).execute()
    return { ...presentFile(row), ticket: ticketOf(ctx, id) }
  } finally {
    await rm(caught, { force: true })
    await rm(drawn, { force: true })
  }
}

async function hashOf(path: string): Promise<string> {
  const hash = createHash('sha256')
  for await (const chunk of createReadStream(path)) hash.update(chunk as Buffer)
  return hash.digest('hex')
}
