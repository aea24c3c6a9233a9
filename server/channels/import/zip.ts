/** An archive whose parts are never larger, unpacked, than they say, and never larger than allowed. */
import type { Readable } from 'node:stream'
import { type Entry, openPromise } from 'yauzl'
import { SheetError, sheetLimits } from './sheet-limits.ts'

export interface Zip {
  has(name: string): boolean
  /** Refuses a part that says it is larger than `most` bytes; reading fails when it lied. */
  open(name: string, most: number): Promise<Readable>
  close(): void
}

export async function openZip(file: string): Promise<Zip> {
  const zip = await openPromise(file, { autoClose: false, validateEntrySizes: true })
  const entries = new Map<string, Entry>()
  try {
    if (zip.entryCount > sheetLimits.entries) throw new SheetError('sheet_unreadable')
    for await (const entry of zip.eachEntry()) entries.set(entry.fileName.toLowerCase(), entry)
  } catch (error) {
    zip.close()
    throw error
  }
  return {
    has: (name) => entries.has(name.toLowerCase()),
    async open(name, most) {
      const entry = entries.get(name.toLowerCase())
      if (!entry || entry.uncompressedSize > most || isBomb(entry))
        throw new SheetError('sheet_unreadable')
      return zip.openReadStreamPromise(entry)
    },
    close: () => zip.close(),
  }
}

function isBomb({ uncompressedSize, compressedSize }: Entry): boolean {
  const { harmless, packing } = sheetLimits
  return uncompressedSize > harmless && uncompressedSize > compressedSize * packing
}
