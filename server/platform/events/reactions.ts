/** What a reaction is, and the map from events to reactions that journey.ts fills in. */
import type { EventData, EventType } from '../../../contract/events.ts'
import type { Ctx } from '../ctx.ts'
import type { EventActor } from '../tables.ts'

/** A fact that was stated, as a reaction receives it. */
export interface Recorded<T extends EventType = EventType> {
  id: string
  type: T
  caseId: string | null
  data: EventData<T>
  actor: EventActor
  at: Date
}

/**
 * Something that follows from events. It receives up to `batch` of them at once, all of one
 * workspace. It may be run again for the same events and in any order: it must look at what is, not
 * at what it was told, and leave the same result however often it runs.
 */
export interface Reaction<T extends EventType = EventType> {
  /** Stable: it is stored with waiting jobs. `cases.open` */
  name: string
  /** Events handed over at once at most; 100 unless said. */
  batch?: number
  /** `long` reactions may take minutes and run apart from the others. */
  pace?: 'quick' | 'long'
  // A property, not a method: a reaction whose payload does not fit its event must not compile.
  run: (ctx: Ctx, events: Recorded<T>[]) => Promise<void>
}

export function reaction<T extends EventType>(declared: Reaction<T>): Reaction<T> {
  return declared
}

/** Every event has a line; an empty one says that nothing follows. */
export type Journey = { readonly [T in EventType]: readonly Reaction<T>[] }
