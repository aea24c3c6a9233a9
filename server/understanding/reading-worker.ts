/** The thread that reads: texts in, readings out, so that a large import never holds up a request. */
import { parentPort } from 'node:worker_threads'
import { read } from '../../reading/index.ts'
import type { Answer, Question } from './reading-thread.ts'

parentPort?.on('message', ({ turn, texts }: Question) => {
  const readings = texts.map((text) => {
    const { personalData: _, ...kept } = read(text)
    return kept
  })
  parentPort?.postMessage({ turn, readings } satisfies Answer)
})
