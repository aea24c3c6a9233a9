/**
 * The files a person is adding: each one is prepared, uploaded with progress, and may be cancelled,
 * tried again or removed. Works without a page, so that it can be tested.
 */
import { CallError } from '../../contract/client.ts'
import { randomKey } from '../random-key.ts'
import { type EvidenceLimits, kindOf, mimeOf, refusalOf } from './file-kind.ts'
import { isHeic } from './image-size.ts'
import { blank, isFinal, isUnderway, type KeptEvidence, type Piece, pieceOf } from './piece.ts'

/** At once; more would only make each slower. */
const LANES = 2
const SETTLE_MS = 100

export interface TrayTools {
  limits: () => EvidenceLimits
  prepare: (
    file: Blob,
    name: string,
    mime: string,
  ) => Promise<{ blob: Blob; name: string; thumbnail: string | null }>
  upload: (
    blob: Blob,
    name: string,
    options: { onProgress: (fraction: number) => void; signal: AbortSignal },
  ) => Promise<{ ticket: string }>
  onChange: (pieces: Piece[]) => void
}

export type Tray = ReturnType<typeof createTray>

export function createTray(tools: TrayTools, kept: KeptEvidence[] = []) {
  let pieces: Piece[] = kept.map(pieceOf)
  const running = new Map<string, AbortController>()
  /** How many of those chosen last found no place. */
  let leftOut = 0

  const change = (id: string, changes: Partial<Piece>) => {
    pieces = pieces.map((piece) => (piece.id === id ? { ...piece, ...changes } : piece))
    tools.onChange(pieces)
  }
  const find = (id: string) => pieces.find((piece) => piece.id === id)

  async function add(files: File[]): Promise<void> {
    const limits = tools.limits()
    leftOut = 0
    for (const file of files) {
      const taken = pieces.filter(({ state }) => state !== 'refused')
      const mark = markOf(file)
      if (taken.some((piece) => piece.mark === mark)) continue
      const mime = mimeOf(file)
      const code = refusalOf(mime, file.size, limits)
      if (!code && taken.length >= limits.files) {
        leftOut += 1
        tools.onChange(pieces)
        continue
      }
      const piece: Piece = {
        ...blank,
        id: randomKey(),
        mark,
        name: file.name || 'image',
        kind: kindOf(mime) ?? 'log',
        size: file.size,
        state: code ? 'refused' : 'preparing',
        code,
      }
      pieces = [...pieces, piece]
      tools.onChange(pieces)
      // One after the other: two large photos at once are too much for a small phone.
      if (!code) await prepare(piece.id, file, mime)
    }
  }

  async function prepare(id: string, file: File, mime: string): Promise<void> {
    let ready: { blob: Blob; name: string; thumbnail: string | null } = {
      blob: file,
      name: file.name || 'image',
      thumbnail: null,
    }
    if (kindOf(mime) === 'image') {
      ready = await tools.prepare(file, ready.name, mime).catch(() => ready)
      if (isHeic(mime) && ready.blob === file) return change(id, { state: 'refused', code: 'heic' })
      if (ready.blob.size > tools.limits().image)
        return change(id, { state: 'refused', code: 'file_too_large' })
    }
    change(id, { ...ready, size: ready.blob.size, state: 'waiting' })
    next()
  }

  function next(): void {
    if (running.size >= LANES) return
    const piece = pieces.find(({ state }) => state === 'waiting')
    if (piece) void send(piece)
  }

  async function send({ id, blob, name }: Piece): Promise<void> {
    if (!blob) return
    const stop = new AbortController()
    running.set(id, stop)
    change(id, { state: 'uploading', progress: 0, code: null })
    try {
      const { ticket } = await tools.upload(blob, name, {
        signal: stop.signal,
        onProgress: (progress) => change(id, { progress }),
      })
      change(id, { state: 'done', progress: 1, ticket })
    } catch (error) {
      const code = error instanceof CallError ? error.code : 'internal'
      change(id, { state: isFinal(error) ? 'refused' : 'failed', code })
    } finally {
      running.delete(id)
      next()
    }
  }

  return {
    add,
    pieces: () => pieces,
    leftOut: () => leftOut,
    /** Also stops the upload. */
    remove(id: string) {
      running.get(id)?.abort()
      leftOut = 0
      pieces = pieces.filter((piece) => piece.id !== id)
      tools.onChange(pieces)
    },
    retry(id: string) {
      if (find(id)?.state !== 'failed') return
      change(id, { state: 'waiting', code: null })
      next()
    },
    /** What a dead network left behind. */
    retryAll() {
      for (const piece of pieces)
        if (piece.state === 'failed') change(piece.id, { state: 'waiting', code: null })
      for (let lane = 0; lane < LANES; lane++) next()
    },
    /** The server no longer knows the tickets: those whose bytes are here are sent again. */
    renew() {
      for (const { id, blob, state } of pieces) {
        if (state !== 'done') continue
        change(
          id,
          blob
            ? { state: 'waiting', ticket: null }
            : { state: 'refused', code: 'evidence_unknown' },
        )
      }
      for (let lane = 0; lane < LANES; lane++) next()
    },
    /** When nothing is prepared or sent any more: all arrived, failed or refused. */
    settled: () =>
      new Promise<Piece[]>((resolve) => {
        const look = () => (pieces.some(isUnderway) ? setTimeout(look, SETTLE_MS) : resolve(pieces))
        look()
      }),
    clear() {
      for (const stop of running.values()) stop.abort()
      pieces = []
      leftOut = 0
      tools.onChange(pieces)
    },
  }
}

/** The same file chosen twice comes once. */
const markOf = ({ name, size, lastModified }: File) => `${name} ${size} ${lastModified}`
