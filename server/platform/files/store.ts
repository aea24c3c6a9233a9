/** Where bytes are kept. Keys are made by us; nothing a customer typed becomes part of a path. */
import { createReadStream, createWriteStream } from 'node:fs'
import { mkdir, rename, rm, stat } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import type { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { newId } from '../ids.ts'

export interface FileStore {
  /** Keeps the bytes under the key; the file is whole or not there. */
  put(key: string, bytes: Readable): Promise<void>
  /** The bytes, or those from `start` to `end`, both inclusive. Rejects with ENOENT when absent. */
  get(key: string, part?: { start: number; end: number }): Promise<Readable>
  remove(key: string): Promise<void>
}

/** Files on the local disk under `folder`. */
export function diskStore(folder: string): FileStore {
  const path = (key: string) => {
    if (!/^[a-z0-9/-]+$/.test(key)) throw new Error(`not a storage key: ${key}`)
    return join(folder, key)
  }
  return {
    async put(key, bytes) {
      const target = path(key)
      await mkdir(dirname(target), { recursive: true })
      const partial = `${target}.${newId()}.partial`
      try {
        await pipeline(bytes, createWriteStream(partial, { flush: true }))
        await rename(partial, target)
      } finally {
        await rm(partial, { force: true })
      }
    },
    async get(key, part) {
      await stat(path(key))
      return createReadStream(path(key), part)
    },
    async remove(key) {
      await rm(path(key), { force: true })
    },
  }
}
