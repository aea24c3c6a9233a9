/** What others did in a case since somebody began to write in it. Pure. */
import type { CaseDetail, Happening, MessageView } from '../../contract/cases.ts'
import type { DraftKind } from './draft.ts'

/** How far a writer has seen the case. */
export interface Seen {
  messageId: string | undefined
  happenings: number
}

export type News =
  | { what: 'message'; key: string; message: MessageView }
  | { what: 'closed'; key: string; happening: Happening }

type Talk = Pick<CaseDetail, 'messages' | 'happenings'>

export function seenOf({ messages, happenings }: Talk): Seen {
  return { messageId: newestOf(messages), happenings: happenings.length }
}

/** The customer's words matter to who answers them; a colleague's words and closing to everybody. */
export function newsSince(
  { messages, happenings }: Talk,
  seen: Seen,
  { kind, me }: { kind: DraftKind; me: string },
): News[] {
  const { messageId = '' } = seen
  const said = messages.filter(({ id, direction, author }) => {
    if (id <= messageId) return false
    if (direction === 'in') return kind === 'reply'
    return direction !== 'notice' && author !== me
  })
  const closings = happenings
    .slice(seen.happenings)
    .filter(({ type, by }) => type === 'case.closed' && by !== me)
  return [
    ...said.map((message): News => ({ what: 'message', key: message.id, message })),
    ...closings.map((happening): News => ({ what: 'closed', key: happening.at, happening })),
  ]
}

/** Ids grow with time. */
function newestOf(messages: readonly MessageView[]): string | undefined {
  return messages.reduce<string | undefined>(
    (newest, { id }) => (newest === undefined || id > newest ? id : newest),
    undefined,
  )
}
