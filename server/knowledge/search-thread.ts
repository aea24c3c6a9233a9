/**
 * One thread of this process in which known texts are kept ready and searched; started when first
 * needed. A thread that dies fails what it was asked and forgets its shelves; the next question
 * starts another.
 */
import { Worker } from 'node:worker_threads'
import type { Found, Passage } from '../../reading/index.ts'

export interface Limits {
  most: number
  least: number
}

type Ask =
  | { what: 'put'; key: string; passages: Passage[] }
  | { what: 'find'; key: string; text: string; options: Limits }
  | { what: 'drop'; key: string }

export interface Question {
  turn: number
  ask: Ask
}
export interface Answer {
  turn: number
  found: Found[] | null
}

interface Waiting {
  resolve(found: Found[] | null): void
  reject(error: Error): void
}

let worker: Worker | null = null
let turns = 0
const waiting = new Map<number, Waiting>()

export async function putShelf(key: string, passages: Passage[]): Promise<void> {
  await ask({ what: 'put', key, passages })
}

/** Null when the shelf is not there (any more): put it again. */
export function findOnShelf(key: string, text: string, options: Limits): Promise<Found[] | null> {
  return ask({ what: 'find', key, text, options })
}

export function dropShelf(key: string): void {
  // Nobody waits for it; a thread that is gone has none.
  if (worker) ask({ what: 'drop', key }).catch(() => undefined)
}

function ask(question: Ask): Promise<Found[] | null> {
  worker ??= start()
  const asked = worker
  return new Promise((resolve, reject) => {
    turns += 1
    waiting.set(turns, { resolve, reject })
    asked.ref()
    asked.postMessage({ turn: turns, ask: question } satisfies Question)
  })
}

function start(): Worker {
  const fresh = new Worker(new URL('./search-worker.ts', import.meta.url))
  fresh.on('message', ({ turn, found }: Answer) => {
    waiting.get(turn)?.resolve(found)
    waiting.delete(turn)
    // With nothing to search it does not hold the process.
    if (waiting.size === 0) fresh.unref()
  })
  let cause: Error | undefined
  fresh.on('error', (error: Error) => {
    cause = error
  })
  fresh.on('exit', () => {
    if (worker === fresh) worker = null
    const failure = new Error('the searching thread ended', { cause })
    for (const { reject } of waiting.values()) reject(failure)
    waiting.clear()
  })
  return fresh
}
