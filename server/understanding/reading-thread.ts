import { Worker } from 'node:worker_threads'
import type { KeptReading } from './tables.ts'

export interface Question {
  turn: number
  texts: string[]
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

let worker: Worker | null = null
let turns = 0
let idle: NodeJS.Timeout | undefined
const waiting = new Map<number, Waiting>()

/**
 * Reads texts on one thread of this process, started when first needed; answers in the same order.
 * A thread that dies fails what it was asked, and the next question starts another.
 */
export function readTexts(texts: string[]): Promise<KeptReading[]> {
  clearTimeout(idle)
  worker ??= start()
  const asked = worker
  return new Promise((resolve, reject) => {
    turns += 1
    waiting.set(turns, { resolve, reject })
    asked.ref()
    asked.postMessage({ turn: turns, texts } satisfies Question)
  })
}

function start(): Worker {
  const fresh = new Worker(new URL('./reading-worker.ts', import.meta.url))
  fresh.on('message', ({ turn, readings }: Answer) => {
    waiting.get(turn)?.resolve(readings)
    waiting.delete(turn)
    if (waiting.size === 0) rest(fresh)
  })
  let cause: Error | undefined
  fresh.on('error', (error: Error) => {
    cause = error
  })
  fresh.on('exit', () => {
    if (worker === fresh) worker = null
    const failure = new Error('the reading thread ended', { cause })
    for (const { reject } of waiting.values()) reject(failure)
    waiting.clear()
  })
  return fresh
}

/** With nothing to read the thread holds neither the process nor, after a while, its memory. */
function rest(resting: Worker): void {
  resting.unref()
  idle = setTimeout(() => {
    if (worker !== resting) return
    worker = null
    void resting.terminate()
  }, idleMs).unref()
}
