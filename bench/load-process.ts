import { randomUUID } from 'node:crypto'
import { Agent, request } from 'node:http'
import type { Load, Loaded } from './load.ts'
import { percentile } from './report.ts'

const options = JSON.parse(process.argv[2] as string) as Load
const url = new URL(options.url)
const agent = new Agent({ keepAlive: true, maxSockets: options.connections })
const times: number[] = []
const until = performance.now() + options.seconds * 1000

const started = performance.now()
await Promise.all(Array.from({ length: options.connections }, keepAsking))
const seconds = (performance.now() - started) / 1000
const answer: Loaded = {
  perSecond: times.length / seconds,
  p50: percentile(times, 0.5),
  p95: percentile(times, 0.95),
  requests: times.length,
}
process.send?.(answer, () => process.exit(0))

async function keepAsking(): Promise<void> {
  while (performance.now() < until) {
    const before = performance.now()
    await ask()
    times.push(performance.now() - before)
  }
}

function ask(): Promise<void> {
  const body = options.body?.replaceAll('{{id}}', () => randomUUID())
  return new Promise((resolve, reject) => {
    const sent = request(url, {
      agent,
      method: options.method ?? 'GET',
      headers: {
        ...options.headers,
        ...(body === undefined
          ? {}
          : { 'content-type': 'application/json', 'content-length': Buffer.byteLength(body) }),
      },
    })
    sent.on('response', (response) => {
      response.resume()
      response.on('end', () => {
        if (response.statusCode === options.status) resolve()
        else reject(new Error(`${options.url} answered ${response.statusCode}`))
      })
    })
    sent.on('error', reject)
    sent.end(body)
  })
}
