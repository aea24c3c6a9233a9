/** Answers kept for some seconds, so that a busy caller does not cost a query each time. */

/** What another process changed is noticed within this time. */
const memoryMs = 10_000
const mostRemembered = 20_000

interface BriefMemory<T> {
  /** The remembered answer, or a fresh one; callers at the same moment share one load. */
  get(key: string, now: Date, load: () => Promise<T>): Promise<T>
  forget(key: string): void
  clear(): void
}

/** Of more than `most` answers the oldest goes. */
export function briefMemory<T>({ most = mostRemembered } = {}): BriefMemory<T> {
  const kept = new Map<string, { at: number; value: Promise<T> }>()

  function store(key: string, now: Date, load: () => Promise<T>): Promise<T> {
    const entry = { at: now.getTime(), value: load() }
    kept.delete(key)
    if (kept.size >= most) kept.delete(kept.keys().next().value as string)
    kept.set(key, entry)
    // What is absent or failed is looked for again next time.
    const drop = () => kept.get(key) === entry && kept.delete(key)
    entry.value.then((value) => value === null && drop(), drop)
    return entry.value
  }

  return {
    get(key, now, load) {
      const entry = kept.get(key)
      const age = entry ? now.getTime() - entry.at : -1
      return entry && age >= 0 && age < memoryMs ? entry.value : store(key, now, load)
    },
    forget(key) {
      kept.delete(key)
    },
    clear() {
      kept.clear()
    },
  }
}
