/** A thread of its own for a refit: it takes seconds, and nobody who reads shall wait for it. */
import { parentPort, workerData } from 'node:worker_threads'
import { seedLessons } from '../../reading/index.ts'
import { type RefitTask, replay } from './replay.ts'

parentPort?.postMessage(replay(workerData as RefitTask, seedLessons()))
