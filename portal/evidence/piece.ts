/** One file that a person is adding, from the moment it is chosen. */
import { CallError } from '../../contract/client.ts'
import { isNetwork } from '../calling.ts'
import { randomKey } from '../random-key.ts'
import type { EvidenceKind } from './file-kind.ts'

export interface Piece {
  id: string
  /** By which the same file is known again; null for those of an earlier visit. */
  mark: string | null
  name: string
  kind: EvidenceKind
  size: number
  thumbnail: string | null
  state: 'preparing' | 'waiting' | 'uploading' | 'done' | 'failed' | 'refused'
  /** 0 … 1 */
  progress: number
  /** Why it failed or was refused. */
  code: string | null
  ticket: string | null
  /** The bytes to send; gone in pieces of an earlier visit, which have their ticket. */
  blob: Blob | null
}

/** A file that has arrived at the server, as a draft remembers it. */
export interface KeptEvidence {
  name: string
  size: number
  kind: EvidenceKind
  ticket: string
  /** Small JPEG as a data URL. */
  thumbnail: string | null
}

export const blank = {
  mark: null,
  thumbnail: null,
  progress: 0,
  code: null,
  ticket: null,
  blob: null,
}

export const pieceOf = (kept: KeptEvidence): Piece => ({
  ...blank,
  ...kept,
  id: randomKey(),
  state: 'done',
  progress: 1,
})

/** Trying again cannot help. */
export const isFinal = (error: unknown) =>
  error instanceof CallError && !isNetwork(error) && error.status < 500 && error.status !== 429

export const isUnderway = ({ state }: Piece) =>
  ['preparing', 'waiting', 'uploading'].includes(state)

/** What the draft remembers of the tray. */
export function keptOf(pieces: Piece[]): KeptEvidence[] {
  return pieces.flatMap(({ name, size, kind, ticket, thumbnail }) =>
    ticket ? [{ name, size, kind, ticket, thumbnail }] : [],
  )
}
