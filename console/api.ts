/** How the console speaks to the server: one typed client, one rule for links to bytes. */
import { CallError, client } from '../contract/client.ts'
import type { UploadedFile } from '../contract/files.ts'
import { uploadFile } from '../contract/files.ts'
import { askToSignIn } from './session.ts'

/** The workspace is part of every console address: `/console/w/<slug>/…`. */
export function workspaceIn(path: string): string | null {
  return /^\/console\/w\/([^/]+)/.exec(path)?.[1] ?? null
}

function headers(): Record<string, string> {
  const workspace = workspaceIn(location.pathname)
  return { 'x-requested-with': 'huiyin', ...(workspace ? { 'x-workspace': workspace } : {}) }
}

export const call = client({
  headers,
  fetch: async (input, init) => {
    const response = await fetch(input, init)
    if (response.status === 401) askToSignIn()
    return response
  },
})

/** An address the browser fetches by itself (image, download, event stream) and so without headers. */
export function linkTo(path: string, query: Record<string, string> = {}): string {
  const workspace = workspaceIn(location.pathname) ?? ''
  return `${path}?${new URLSearchParams({ ...query, workspace })}`
}

export function fileLink(fileId: string): string {
  return linkTo(`/api/v1/files/${fileId}`)
}

/** Uploads one file and tells how far it is, 0–1. `fetch` cannot, so this one call is an XHR. */
export function upload(
  file: File,
  options: { onProgress?: (part: number) => void; signal?: AbortSignal } = {},
): Promise<UploadedFile> {
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest()
    request.open(uploadFile.method, uploadFile.path)
    for (const [name, value] of Object.entries(headers())) request.setRequestHeader(name, value)
    request.responseType = 'json'
    request.upload.onprogress = ({ loaded, total }) =>
      options.onProgress?.(total ? loaded / total : 0)
    request.onload = () => {
      if (request.status < 300) return resolve(request.response)
      if (request.status === 401) askToSignIn()
      const problem = request.response ?? {}
      reject(
        new CallError(request.status, {
          ...problem,
          type: 'about:blank',
          status: request.status,
          code: problem.code ?? (request.status === 413 ? 'file_too_large' : 'internal'),
        }),
      )
    }
    request.onerror = () =>
      reject(new CallError(0, { type: 'about:blank', status: 0, code: 'network' }))
    options.signal?.addEventListener('abort', () => request.abort())
    const form = new FormData()
    form.append('file', file, file.name)
    request.send(form)
  })
}
