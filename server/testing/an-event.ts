import type { EventData, EventType } from '../../contract/events.ts'
import type { Recorded } from '../platform/events/reactions.ts'
import { newId } from '../platform/ids.ts'

/** A fact as a reaction receives it, for tests that hand it over themselves. */
export function anEvent<T extends EventType>(
  type: T,
  data: EventData<T>,
  more: Partial<Recorded<T>> = {},
): Recorded<T> {
  const actor = { kind: 'system', id: null, name: null } as const
  return { id: newId(), type, caseId: null, data, actor, at: new Date(), ...more }
}
