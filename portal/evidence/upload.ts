/** One file to the server, with progress, which `fetch` cannot tell. */
import { CallError, urlOf } from '../../contract/client.ts'
import { type UploadedFile, uploadEvidence } from '../../contract/files.ts'
import { networkFailed, unsafeHeaders } from '../calling.ts'

/** Nothing moved for this long: the connection is dead. */
const STALLED_MS = 45_000

export interface UploadOptions {
  onProgress?: (fraction: number) => void
  signal?: AbortSignal
}

export function upload(workspace: string, blob: Blob, name: string, options: UploadOptions = {}) {
  return new Promise<UploadedFile>((resolve, reject) => {
    const request = new XMLHttpRequest()
    let timer = setTimeout(() => request.abort(), STALLED_MS)
    const moved = () => {
      clearTimeout(timer)
      timer = setTimeout(() => request.abort(), STALLED_MS)
    }
    request.open(uploadEvidence.method, urlOf(uploadEvidence, { params: { workspace } }))
    for (const [header, value] of Object.entries(unsafeHeaders))
      request.setRequestHeader(header, value)
    request.upload.onprogress = ({ loaded, total }) => {
      moved()
      options.onProgress?.(total > 0 ? loaded / total : 0)
    }
    request.onload = () => settle(request, resolve, reject)
    request.onerror = request.onabort = () => reject(networkFailed())
    request.onloadend = () => clearTimeout(timer)
    options.signal?.addEventListener('abort', () => request.abort())
    const form = new FormData()
    form.set('file', blob, name)
    request.send(form)
  })
}

function settle(
  request: XMLHttpRequest,
  resolve: (file: UploadedFile) => void,
  reject: (error: Error) => void,
) {
  const { status } = request
  const reply = parsed(request.responseText)
  if (status >= 200 && status < 300 && isUploaded(reply)) return resolve(reply)
  const code = typeof reply?.code === 'string' ? reply.code : standingCode(status)
  reject(new CallError(status, { type: 'about:blank', status, code }))
}

function standingCode(status: number): string {
  if (status === 413) return 'file_too_large'
  return status === 429 ? 'too_many' : 'internal'
}

type Reply = Partial<UploadedFile> & { code?: unknown }

function isUploaded(reply: Reply | null): reply is UploadedFile {
  return typeof reply?.ticket === 'string' && typeof reply.id === 'string'
}

function parsed(text: string): Reply | null {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}
