/**
 * Texts of a workspace that are searched while somebody types: kept ready by this process, and gathered
 * anew when their version has changed. Versions are asked for every few seconds.
 */
import type { Passage } from '../../reading/index.ts'
import type { Ctx } from '../platform/ctx.ts'
import { dropShelf, findOnShelf, type Limits, putShelf } from './search-thread.ts'

type Reader = Pick<Ctx, 'workspaceId' | 'db' | 'now'>

/** What another process changed is found within this time. */
const trustedMs = 5_000
/** Passages of all workspaces together; the workspace that was asked longest ago makes room. */
const mostPassages = 100_000

export interface Shelves<T> {
  /** What fits the text, the best first. */
  find(ctx: Reader, text: string, limits: Limits): Promise<{ item: T; score: number }[]>
  /** After a change in this process has been committed. */
  forget(workspaceId: string): void
}

interface Kept<T> {
  version: string
  items: ReadonlyMap<string, T>
  passages: number
}

export function keepShelves<T>(source: {
  /** Of all shelves of one workspace. */
  name: string
  /** Changes whenever the content does; cheap. */
  version(ctx: Reader): Promise<string>
  load(ctx: Reader): Promise<{ passages: Passage[]; items: ReadonlyMap<string, T> }>
}): Shelves<T> {
  /** The one asked longest ago comes first. */
  const kept = new Map<string, { checkedAt: number; content: Promise<Kept<T>>; passages: number }>()
  const keyOf = (workspaceId: string) => `${source.name} ${workspaceId}`

  async function gather(ctx: Reader, version: string): Promise<Kept<T>> {
    const { passages, items } = await source.load(ctx)
    if (passages.length > 0) await putShelf(keyOf(ctx.workspaceId), passages)
    return { version, items, passages: passages.length }
  }

  async function upToDate(ctx: Reader, before: Promise<Kept<T>> | undefined): Promise<Kept<T>> {
    const version = await source.version(ctx)
    const known = await before?.catch(() => undefined)
    return known?.version === version ? known : gather(ctx, version)
  }

  function current(ctx: Reader): Promise<Kept<T>> {
    const now = ctx.now().getTime()
    const known = kept.get(ctx.workspaceId)
    const age = known ? now - known.checkedAt : -1
    if (known && age >= 0 && age < trustedMs) return known.content
    const content = upToDate(ctx, known?.content)
    const entry = { checkedAt: now, content, passages: known?.passages ?? 0 }
    kept.delete(ctx.workspaceId)
    kept.set(ctx.workspaceId, entry)
    // Callers of the same moment share one look; one that failed is made again.
    content.then(
      ({ passages }) => {
        entry.passages = passages
        makeRoom()
      },
      () => kept.get(ctx.workspaceId) === entry && kept.delete(ctx.workspaceId),
    )
    return content
  }

  function makeRoom(): void {
    let all = [...kept.values()].reduce((sum, { passages }) => sum + passages, 0)
    for (const [workspaceId, { passages }] of kept) {
      if (all <= mostPassages || kept.size === 1) return
      forget(workspaceId)
      dropShelf(keyOf(workspaceId))
      all -= passages
    }
  }

  function forget(workspaceId: string): void {
    kept.delete(workspaceId)
  }

  return {
    async find(ctx, text, limits) {
      const { items } = await current(ctx)
      if (items.size === 0) return []
      const found = await findOnShelf(keyOf(ctx.workspaceId), text, limits)
      if (found === null) {
        // The thread died and another has begun: gathered again for the next question.
        forget(ctx.workspaceId)
        return []
      }
      return found.flatMap(({ id, score }) => {
        const item = items.get(id)
        return item === undefined ? [] : [{ item, score }]
      })
    },
    forget,
  }
}
