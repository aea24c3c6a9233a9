/** What a file is, by its bytes; its name decides only between kinds of text. */
import { fileTypeFromBuffer } from 'file-type'
import type { FilesTable } from '../tables.ts'

export interface Recognised {
  kind: FilesTable['kind']
  mime: string
  /** How files of this sort end; the first one is given to those that end otherwise. */
  endings: readonly [string, ...string[]]
}

/** Bytes of the beginning that are enough. */
export const headSize = 4100

const byMime: Readonly<Record<string, Recognised>> = {
  'image/jpeg': { kind: 'image', mime: 'image/jpeg', endings: ['jpg', 'jpeg'] },
  'image/png': { kind: 'image', mime: 'image/png', endings: ['png'] },
  'image/apng': { kind: 'image', mime: 'image/png', endings: ['png'] },
  'image/webp': { kind: 'image', mime: 'image/webp', endings: ['webp'] },
  'image/gif': { kind: 'image', mime: 'image/gif', endings: ['gif'] },
  'image/avif': { kind: 'image', mime: 'image/avif', endings: ['avif'] },
  'video/mp4': { kind: 'video', mime: 'video/mp4', endings: ['mp4'] },
  'video/x-m4v': { kind: 'video', mime: 'video/mp4', endings: ['mp4', 'm4v'] },
  'video/quicktime': { kind: 'video', mime: 'video/quicktime', endings: ['mov'] },
  'video/webm': { kind: 'video', mime: 'video/webm', endings: ['webm'] },
  'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet': {
    kind: 'sheet',
    mime: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
    endings: ['xlsx'],
  },
}

const byEnding: Readonly<Record<string, Recognised>> = {
  txt: { kind: 'log', mime: 'text/plain', endings: ['txt'] },
  log: { kind: 'log', mime: 'text/plain', endings: ['log'] },
  json: { kind: 'log', mime: 'application/json', endings: ['json'] },
  har: { kind: 'log', mime: 'application/json', endings: ['har'] },
  csv: { kind: 'sheet', mime: 'text/csv', endings: ['csv'] },
  tsv: { kind: 'sheet', mime: 'text/tab-separated-values', endings: ['tsv'] },
}

/** Null for what we do not take: documents, archives, programs, SVG, HTML, HEIC, and the unknown. */
export async function recognise(head: Uint8Array, name: string): Promise<Recognised | null> {
  const found = await fileTypeFromBuffer(head)
  if (found) return byMime[found.mime] ?? null
  const ending = /\.([a-z0-9]{1,12})$/i.exec(name.trim())?.[1]?.toLowerCase() ?? ''
  const text = byEnding[ending]
  return text && !looksLikeMarkup(head) ? text : null
}

function looksLikeMarkup(head: Uint8Array): boolean {
  const start = Buffer.from(head.subarray(0, 512)).toString('latin1')
  return /^[\s\0\xef\xbb\xbf\xff\xfe]*<(?:!doctype|html|head|body|script|svg|\?xml|iframe)/i.test(
    start,
  )
}

const decoders = ['utf-8', 'gb18030'] as const

/** Text as people and programs write it: UTF-8 or GB18030, without NULs. */
export function isText(bytes: Uint8Array): boolean {
  if (bytes.includes(0)) return false
  return decoders.some((encoding) => {
    try {
      new TextDecoder(encoding, { fatal: true }).decode(bytes)
      return true
    } catch {
      return false
    }
  })
}
