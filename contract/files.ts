/** Evidence: images, videos, logs that customers and members attach. */
import { z } from 'zod'
import { endpoint } from './endpoint.ts'
import { Id, Slug } from './values.ts'

/** What may be uploaded, in bytes. Said to customers before they choose a file. */
export const fileLimits = {
  image: 10 * 1024 * 1024,
  video: 50 * 1024 * 1024,
  log: 5 * 1024 * 1024,
  /** Sheets to import; members only. */
  sheet: 100 * 1024 * 1024,
  perFeedback: 9,
} as const
export const fileKinds = ['image', 'video', 'log', 'sheet'] as const

export const FileView = z.object({
  id: Id,
  kind: z.enum(fileKinds),
  name: z.string(),
  /** Bytes as stored. */
  size: z.number().int(),
  mime: z.string(),
  width: z.number().int().nullable(),
  height: z.number().int().nullable(),
})
export type FileView = z.infer<typeof FileView>

/** A file just uploaded; `ticket` proves to the next request that the caller is the uploader. */
export const UploadedFile = FileView.extend({ ticket: z.string() })
export type UploadedFile = z.infer<typeof UploadedFile>

/** How a create refers to an uploaded file. */
export const FileTicket = z.string().max(200)

export const fileErrors = [
  'file_missing',
  'file_empty',
  'file_too_large',
  'file_type_refused',
  'file_broken',
  'image_too_many_pixels',
] as const

export const uploadEvidence = endpoint({
  id: 'files.uploadEvidence',
  method: 'POST',
  path: '/api/portal/:workspace/files',
  audience: 'public',
  summary: 'A customer uploads one piece of evidence before submitting',
  params: z.object({ workspace: Slug }),
  carries: 'multipart',
  reply: UploadedFile,
  status: 201,
  /** `uploads_full`: the workspace holds as much that nothing refers to yet as it may. */
  errors: [...fileErrors, 'uploads_full'],
})

export const uploadFile = endpoint({
  id: 'files.upload',
  method: 'POST',
  path: '/api/v1/files',
  audience: 'member',
  permission: 'feedback.create',
  scope: 'feedback:write',
  summary: 'Upload evidence or a sheet to import',
  carries: 'multipart',
  reply: UploadedFile,
  status: 201,
  errors: fileErrors,
})

export const downloadFile = endpoint({
  id: 'files.download',
  method: 'GET',
  path: '/api/v1/files/:fileId',
  audience: 'member',
  permission: 'cases.read',
  scope: 'cases:read',
  summary: 'The bytes of a file attached to a case',
  params: z.object({ fileId: Id }),
  carries: 'stream',
  reply: z.unknown(),
})

export const downloadEvidence = endpoint({
  id: 'files.downloadEvidence',
  method: 'GET',
  path: '/api/portal/:workspace/track/:number/files/:fileId',
  audience: 'customer',
  summary: 'The bytes of a file in the customer’s own case',
  params: z.object({ workspace: Slug, number: z.coerce.number().int().positive(), fileId: Id }),
  carries: 'stream',
  reply: z.unknown(),
})
