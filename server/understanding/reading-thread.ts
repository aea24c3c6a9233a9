import { Worker } from 'node:worker_threads'
import type { Lesson } from '../../reading/index.ts'
import { mostModels } from './own-readers.ts'
import type { KeptReading } from './tables.ts'

/** What a workspace's people taught: a version's weights, and the lessons since, by the judgement's id. */
export interface OwnModel {
  workspaceId: string
  version: number
  /** Null: as shipped. */
  weights: Uint8Array | null
  lessons: { id: string; lesson: Lesson }[]
}

/** Where the own model of a workspace comes from; loaded only when the thread has another. */
export interface OwnSource {
  workspaceId: string
  /** Another key, another model. */
  key: string
  load(): Promise<OwnModel>
}

export interface Question {
  turn: number
  texts: string[]
  /** Whose model reads; the model itself only when the thread has another. */
  own: { workspaceId: string; model: OwnModel | null } | null
}
export interface Answer {
  turn: number
  readings: KeptReading[]
}

interface Waiting {
  resolve(readings: KeptReading[]): void
  reject(error: Error): void
}

/** An idle thread gives its memory back. */
const idleMs = 30_000

interface Thread {
  worker: Worker
  /** Which model the thread has of each workspace; the oldest in use goes first, here as there. */
  has: Map<string, string>
}

let thread: Thread | null = null
let turns = 0
let idle: NodeJS.Timeout | undefined
const waiting = new Map<number, Waiting>()

/**
 * Reads texts on one thread of this process, started when first needed; answers in the same order.
 * With `own`, by the model of that workspace. A thread that dies fails what it was asked, and the next
 * question starts another.
 */
export async function readTexts(texts: string[], own?: OwnSource): Promise<KeptReading[]> {
  clearTimeout(idle)
  thread ??= start()
  const model = own && thread.has.get(own.workspaceId) !== own.key ? await own.load() : null
  clearTimeout(idle)
  // It may have ended, or gone to rest, while the model was loaded.
  thread ??= start()
  const asked = thread
  if (own && model === null && asked.has.get(own.workspaceId) !== own.key)
    return readTexts(texts, own)
  if (own) remember(asked.has, own)
  return new Promise((resolve, reject) => {
    turns += 1
    waiting.set(turns, { resolve, reject })
    asked.worker.ref()
    asked.worker.postMessage({
      turn: turns,
      texts,
      own: own ? { workspaceId: own.workspaceId, model } : null,
    } satisfies Question)
  })
}

function remember(has: Thread['has'], { workspaceId, key }: OwnSource): void {
  has.delete(workspaceId)
  has.set(workspaceId, key)
  if (has.size > mostModels) has.delete(has.keys().next().value as string)
}

function start(): Thread {
  const worker = new Worker(new URL('./reading-worker.ts', import.meta.url))
  const fresh: Thread = { worker, has: new Map() }
  worker.on('message', ({ turn, readings }: Answer) => {
    waiting.get(turn)?.resolve(readings)
    waiting.delete(turn)
    if (waiting.size === 0) rest(fresh)
  })
  let cause: Error | undefined
  worker.on('error', (error: Error) => {
    cause = error
  })
  worker.on('exit', () => {
    if (thread === fresh) thread = null
    const failure = new Error('the reading thread ended', { cause })
    for (const { reject } of waiting.values()) reject(failure)
    waiting.clear()
  })
  return fresh
}

/** With nothing to read the thread holds neither the process nor, after a while, its memory. */
function rest(resting: Thread): void {
  resting.worker.unref()
  idle = setTimeout(() => {
    if (thread !== resting) return
    thread = null
    void resting.worker.terminate()
  }, idleMs).unref()
}
