/**
 * The text engine alone in a process: how long it loads, what memory it takes, and how many texts it
 * reads, beside the bare work of folding and hashing the same texts. Prints one line of JSON.
 */
import { readdirSync, readFileSync } from 'node:fs'

const folder = new URL('../reading/seed/', import.meta.url)
const everyNth = 5
const rounds = 3

const texts = readdirSync(folder)
  .filter((name) => name.endsWith('.tsv'))
  .flatMap((name) => readFileSync(new URL(name, folder), 'utf8').split('\n'))
  .filter((line, at) => line !== '' && at % everyNth === 0)
  .map((line) => line.split('\t')[5] as string)

const before = cpuMs()
const { read } = await import('../reading/index.ts')
read('你好')
const loadMs = cpuMs() - before
read('付了钱没到账')

const perSecond = (work: (text: string) => unknown): number => {
  let best = Number.POSITIVE_INFINITY
  for (let round = 0; round < rounds; round += 1) {
    const startedAt = cpuMs()
    for (const text of texts) work(text)
    best = Math.min(best, cpuMs() - startedAt)
  }
  return (texts.length / best) * 1000
}

const bare = perSecond(foldAndHash)
const readings = perSecond((text) => read(text))
console.log(
  JSON.stringify({
    texts: texts.length,
    loadMs,
    rssMiB: process.memoryUsage.rss() / 1_048_576,
    readings,
    bare,
  }),
)

/** Processor time: what else runs on the machine does not count. */
function cpuMs(): number {
  const { user, system } = process.cpuUsage()
  return (user + system) / 1000
}

/** The least that any reader does: widths folded, every character and pair hashed into a bucket. */
function foldAndHash(text: string): number {
  const folded = text.normalize('NFKC').toLowerCase()
  const counts = new Map<number, number>()
  let previous = 0
  for (let at = 0; at < folded.length; at += 1) {
    const code = folded.charCodeAt(at)
    for (const hash of [Math.imul(code, 0x9e3779b1), Math.imul(previous * 31 + code, 0x85ebca6b)]) {
      const bucket = (hash >>> 15) & 0x1ffff
      counts.set(bucket, (counts.get(bucket) ?? 0) + 1)
    }
    previous = code
  }
  return counts.size
}
