import type { Ability } from '../../contract/cases.ts'
import type { Actor } from '../platform/ctx.ts'
import type { Case } from './case.ts'

/** What the viewer may do with the case as it stands. */
export function abilitiesOf(actor: Actor, { state }: Pick<Case, 'state'>): Ability[] {
  const isClosed = state === 'closed'
  const handles = actor.permits('cases.handle')
  const may: Record<Ability, boolean> = {
    answer: handles && !isClosed,
    note: handles,
    assign: actor.permits('cases.assign'),
    prioritise: handles,
    move: handles,
    judge: handles,
    close: handles && !isClosed,
    reopen: handles && isClosed,
    link: actor.permits('problems.manage'),
    reveal: actor.permits('customers.reveal'),
    erase: actor.permits('customers.erase'),
  }
  return (Object.keys(may) as Ability[]).filter((ability) => may[ability])
}
