import type { CaseDetail, Happening, MessageView } from '../../contract/cases.ts'

/** One thing in the conversation: what was first said, a message, or what happened between. */
export type TalkEntry =
  | { kind: 'said'; at: string; key: string }
  | { kind: 'message'; at: string; key: string; message: MessageView }
  | { kind: 'happening'; at: string; key: string; happening: Happening }

/** At the same moment, words stand before what followed from them. */
const rank = { said: 0, message: 1, happening: 2 } as const

/** Everything said and done, in the order of time. `tells` knows which happenings have a sentence. */
export function entriesOf(
  detail: Pick<CaseDetail, 'feedback' | 'messages' | 'happenings'>,
  tells: (type: string) => boolean,
): TalkEntry[] {
  const entries: TalkEntry[] = [
    { kind: 'said', at: detail.feedback.saidAt, key: 'said' },
    ...detail.messages.map(
      (message): TalkEntry => ({ kind: 'message', at: message.at, key: message.id, message }),
    ),
    ...detail.happenings
      .filter(({ type }) => tells(type))
      .map(
        (happening, index): TalkEntry => ({
          kind: 'happening',
          at: happening.at,
          key: `${index}${happening.type}`,
          happening,
        }),
      ),
  ]
  return entries.sort((a, b) => Date.parse(a.at) - Date.parse(b.at) || rank[a.kind] - rank[b.kind])
}
