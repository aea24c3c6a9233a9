/** What a customer is writing: kept on the phone with every change, sent once. */
import type { Contact } from '../../contract/feedback.ts'
import type { Entry } from '../../contract/values.ts'
import type { KeptEvidence } from '../evidence/piece.ts'
import type { Keeping } from '../keeping.ts'
import { randomKey } from '../random-key.ts'

export interface Draft {
  /** Made once per draft and kept until it is sent, so that a double submit is one feedback. */
  submissionKey: string
  entry: Entry
  categoryId: string | null
  text: string
  /** Answers by field key; those of other categories are kept while the person is deciding. */
  fields: Record<string, string>
  contact: { [Way in keyof Contact]-?: string }
  evidence: KeptEvidence[]
}

const keyOf = (workspace: string) => `draft.${workspace}`

export function emptyDraft(entry: Entry = 'feedback'): Draft {
  return {
    submissionKey: randomKey(),
    entry,
    categoryId: null,
    text: '',
    fields: {},
    contact: { name: '', email: '', phone: '' },
    evidence: [],
  }
}

/** The draft of last time, or a new one. `isRestored` only when there is something in it. */
export function openDraft(
  keeping: Keeping,
  workspace: string,
): { draft: Draft; isRestored: boolean } {
  const kept = keeping.read<Partial<Draft>>(keyOf(workspace))
  if (!kept?.submissionKey) return { draft: emptyDraft(), isRestored: false }
  const empty = emptyDraft()
  const draft = { ...empty, ...kept, contact: { ...empty.contact, ...kept.contact } }
  return { draft, isRestored: hasContent(draft) }
}

export function keepDraft(keeping: Keeping, workspace: string, draft: Draft): void {
  keeping.write(keyOf(workspace), draft)
}

/** After sending: the words go, the contact details stay out of the phone's memory too. */
export function dropDraft(keeping: Keeping, workspace: string): void {
  keeping.drop(keyOf(workspace))
}

export function hasContent(draft: Draft): boolean {
  const written = [draft.text, ...Object.values(draft.fields), ...Object.values(draft.contact)]
  return draft.evidence.length > 0 || written.some((words) => words.trim() !== '')
}
