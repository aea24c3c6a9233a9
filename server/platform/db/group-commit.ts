/**
 * Group commit: work that arrives while a transaction is under way waits and shares the next one, so
 * that one disk flush serves many. Each piece is answered only after its own commit, and a piece
 * that fails never fails its neighbours: a group refused for its data is halved until the bad one
 * stands alone. A lost database fails the whole group at once.
 */
export interface GroupCommit<I, O> {
  /** Resolves after the commit that holds this item. Items with the same key may share a transaction. */
  run(key: string, item: I): Promise<O>
}

interface Waiting<I, O> {
  item: I
  resolve(output: O): void
  reject(error: unknown): void
}

export function groupCommit<I, O>(options: {
  /** Items of one transaction at most. */
  most: number
  /** Transactions of one key under way at once. */
  lanes: number
  /** Handles all items in one transaction; answers in the same order. */
  commit(key: string, items: I[]): Promise<O[]>
}): GroupCommit<I, O> {
  const queues = new Map<string, { waiting: Waiting<I, O>[]; lanes: number }>()

  async function drain(key: string): Promise<void> {
    const queue = queues.get(key)
    if (!queue || queue.lanes >= options.lanes) return
    queue.lanes += 1
    // One turn of the event loop lets requests that arrived together be served together.
    await new Promise((resolve) => setImmediate(resolve))
    while (queue.waiting.length > 0) await settle(key, queue.waiting.splice(0, options.most))
    queue.lanes -= 1
    if (queue.lanes === 0 && queue.waiting.length === 0) queues.delete(key)
  }

  async function settle(key: string, group: Waiting<I, O>[]): Promise<void> {
    try {
      const outputs = await options.commit(
        key,
        group.map(({ item }) => item),
      )
      for (const [index, { resolve }] of group.entries()) resolve(outputs[index] as O)
    } catch (error) {
      if (group.length === 1 || !blamesAnItem(error)) {
        for (const { reject } of group) reject(error)
        return
      }
      const middle = group.length >> 1
      await settle(key, group.slice(0, middle))
      await settle(key, group.slice(middle))
    }
  }

  return {
    run(key, item) {
      return new Promise<O>((resolve, reject) => {
        let queue = queues.get(key)
        if (!queue) {
          queue = { waiting: [], lanes: 0 }
          queues.set(key, queue)
        }
        queue.waiting.push({ item, resolve, reject })
        void drain(key)
      })
    },
  }
}

/** PostgreSQL's classes for refused data: cardinality, data exception, constraint, limit. */
function blamesAnItem(error: unknown): boolean {
  const code = (error as { code?: unknown } | null)?.code
  return typeof code === 'string' && /^(21|22|23|54)/.test(code)
}
