/** The thread that reads: texts in, readings out, so that a large import never holds up a request. */
import { parentPort } from 'node:worker_threads'
import { read, shippedModel } from '../../reading/index.ts'
import { modelOf } from './own-readers.ts'
import type { Answer, Question } from './reading-thread.ts'

parentPort?.on('message', ({ turn, texts, own }: Question) => {
  const model = own === null ? shippedModel() : modelOf(own.workspaceId, own.model)
  const readings = texts.map((text) => {
    const { personalData: _, ...kept } = read(text, model)
    return kept
  })
  parentPort?.postMessage({ turn, readings } satisfies Answer)
})
