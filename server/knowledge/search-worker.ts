/** The thread that searches: neither gathering what is known nor looking through it holds up a request. */
import { parentPort } from 'node:worker_threads'
import { lookUp, type Shelf, shelve } from '../../reading/index.ts'
import type { Answer, Question } from './search-thread.ts'

const shelves = new Map<string, Shelf>()

parentPort?.on('message', ({ turn, ask }: Question) => {
  parentPort?.postMessage({ turn, found: answer(ask) } satisfies Answer)
})

/** Null: that shelf is not here. */
function answer(ask: Question['ask']): Answer['found'] {
  if (ask.what === 'put') shelves.set(ask.key, shelve(ask.passages))
  if (ask.what === 'drop') shelves.delete(ask.key)
  if (ask.what !== 'find') return []
  const shelf = shelves.get(ask.key)
  return shelf ? lookUp(shelf, ask.text, ask.options) : null
}
