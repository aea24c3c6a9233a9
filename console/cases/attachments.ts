import { useCallback, useRef, useState } from 'react'
import { fileLimits } from '../../contract/files.ts'
import { upload } from '../api.ts'

export interface Attachment {
  key: string
  name: string
  size: number
  /** 0–1 while uploading. */
  progress: number
  ticket: string | null
  error: unknown
}

/** Too large is said before a byte travels. */
export class TooLarge extends Error {}

/** The limit for a file of this type, in bytes. */
export function limitFor(type: string): number {
  if (type.startsWith('image/')) return fileLimits.image
  if (type.startsWith('video/')) return fileLimits.video
  return fileLimits.log
}

export interface Attachments {
  items: Attachment[]
  uploading: boolean
  tickets: string[]
  /** Takes files as far as there is room; answers how many were left out. */
  add: (files: File[]) => number
  remove: (key: string) => void
  clear: () => void
}

export function useAttachments(): Attachments {
  const [items, set] = useState<Attachment[]>([])
  const aborts = useRef(new Map<string, AbortController>())
  const patch = useCallback((key: string, change: Partial<Attachment>) => {
    set((before) => before.map((item) => (item.key === key ? { ...item, ...change } : item)))
  }, [])

  const send = (key: string, file: File) => {
    const abort = new AbortController()
    aborts.current.set(key, abort)
    upload(file, { signal: abort.signal, onProgress: (progress) => patch(key, { progress }) }).then(
      ({ ticket }) => patch(key, { ticket, progress: 1 }),
      (error) => patch(key, { error }),
    )
  }
  const add = (files: File[]) => {
    const room = Math.max(0, fileLimits.perFeedback - items.length)
    for (const file of files.slice(0, room)) {
      const key = crypto.randomUUID?.() ?? `${Date.now()}${Math.random()}`
      const error = file.size > limitFor(file.type) ? new TooLarge() : null
      set((before) => [
        ...before,
        { key, name: file.name, size: file.size, progress: 0, ticket: null, error },
      ])
      if (!error) send(key, file)
    }
    return Math.max(0, files.length - room)
  }
  const remove = (key: string) => {
    aborts.current.get(key)?.abort()
    set((before) => before.filter((item) => item.key !== key))
  }
  return {
    items,
    uploading: items.some(({ ticket, error }) => ticket === null && error === null),
    tickets: items.flatMap(({ ticket }) => ticket ?? []),
    add,
    remove,
    clear: () => set([]),
  }
}
