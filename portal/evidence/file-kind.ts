/** What a chosen file is, and whether it may come, before anything is sent. */
import type { PortalView } from '../../contract/feedback.ts'
import { fileLimits } from '../../contract/files.ts'
import { isHeic } from './image-size.ts'

export type EvidenceKind = 'image' | 'video' | 'log'
export type EvidenceLimits = Omit<PortalView['limits'], 'text'>

/** What the contract says where the workspace's own limits are not known yet. */
export const standingLimits: EvidenceLimits = {
  image: fileLimits.image,
  video: fileLimits.video,
  log: fileLimits.log,
  files: fileLimits.perFeedback,
}

const BY_ENDING: Record<string, string> = {
  heic: 'image/heic',
  heif: 'image/heif',
  jpg: 'image/jpeg',
  jpeg: 'image/jpeg',
  png: 'image/png',
  webp: 'image/webp',
  gif: 'image/gif',
  mp4: 'video/mp4',
  mov: 'video/quicktime',
  webm: 'video/webm',
  log: 'text/plain',
  txt: 'text/plain',
  json: 'application/json',
}

/** For the file chooser. */
export const ACCEPTED = 'image/*,video/*,.log,.txt,.json'

/** Some phones hand over files without a type; the ending tells. */
export function mimeOf(file: { name: string; type: string }): string {
  const ending = /\.([a-z0-9]+)$/i.exec(file.name)?.[1]?.toLowerCase() ?? ''
  return file.type || (BY_ENDING[ending] ?? '')
}

export function kindOf(mime: string): EvidenceKind | null {
  if (/^image\/(jpeg|png|webp|gif|bmp|avif)$/.test(mime) || isHeic(mime)) return 'image'
  if (/^video\//.test(mime)) return 'video'
  if (/^text\/|^application\/json$/.test(mime)) return 'log'
  return null
}

/**
 * Why a file cannot come at all, as an error code. Photos are measured after shrinking, so a large
 * one is only refused then.
 */
export function refusalOf(mime: string, bytes: number, limits: EvidenceLimits): string | null {
  const kind = kindOf(mime)
  if (!kind) return 'file_type_refused'
  if (bytes === 0) return 'file_empty'
  if (kind !== 'image' && bytes > limits[kind]) return 'file_too_large'
  return null
}

/** `10 MB`, `640 kB`. */
export function sizeWords(bytes: number): string {
  const mega = bytes / (1024 * 1024)
  if (mega >= 10) return `${Math.round(mega)} MB`
  if (mega >= 1) return `${Number(mega.toFixed(1))} MB`
  return `${Math.max(1, Math.round(bytes / 1024))} kB`
}
