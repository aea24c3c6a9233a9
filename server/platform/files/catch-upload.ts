import { open, readFile } from 'node:fs/promises'
import type { Readable } from 'node:stream'
import { fileLimits } from '../../../contract/files.ts'
import { Invalid, TooLarge } from '../errors.ts'
import type { FilesTable } from '../tables.ts'
import { headSize, isText, type Recognised, recognise } from './recognise.ts'
import { utf16In } from './utf16.ts'
import { blankPlaces } from './video-places.ts'

/** What of a large sheet is looked at; whoever imports it reads it all. */
const sheetSample = 64 * 1024

/**
 * Writes an upload to `path` and says what it is. Stops reading as soon as it is a kind we do not
 * take or larger than its kind may be.
 */
export async function catchUpload(
  bytes: Readable,
  name: string,
  path: string,
  kinds: readonly FilesTable['kind'][],
): Promise<Recognised & { size: number }> {
  const file = await open(path, 'wx')
  let size = 0
  let head = Buffer.alloc(0)
  let found: Recognised | null = null
  try {
    for await (const chunk of bytes as AsyncIterable<Buffer>) {
      size += chunk.length
      if (!found) {
        head = Buffer.concat([head, chunk])
        if (head.length >= headSize) found = await admit(head, name, kinds)
      }
      if (found && size > fileLimits[found.kind])
        throw new TooLarge('file_too_large', fileLimits[found.kind])
      await file.write(chunk)
    }
    if (size === 0) throw new Invalid('file_empty', 'file')
    found ??= await admit(head, name, kinds)
  } catch (error) {
    // The rest is read and forgotten, so that the caller hears the answer.
    bytes.resume()
    throw error
  } finally {
    await file.close()
  }
  await lookInside(found, path)
  return { ...found, size }
}

async function admit(
  head: Buffer,
  name: string,
  kinds: readonly FilesTable['kind'][],
): Promise<Recognised> {
  const found = await recognise(head, name)
  if (!found || !kinds.includes(found.kind)) throw new Invalid('file_type_refused', 'file')
  return found
}

async function lookInside(found: Recognised, path: string): Promise<void> {
  if (found.kind === 'log' && !isText(await readFile(path)))
    throw new Invalid('file_type_refused', 'file')
  if (found.kind === 'sheet' && found.mime !== byZip && (await looksBinary(path)))
    throw new Invalid('file_type_refused', 'file')
  if (found.kind === 'video' && found.mime !== 'video/webm') await blankPlaces(path)
}

const byZip = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'

/** NULs, and no UTF-16 that would explain them. */
async function looksBinary(path: string): Promise<boolean> {
  const file = await open(path)
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(sheetSample), 0, sheetSample, 0)
    const sample = buffer.subarray(0, bytesRead)
    return sample.includes(0) && utf16In(sample) === null
  } finally {
    await file.close()
  }
}
