import type { PortalView } from '../../contract/feedback.ts'
import type { Draft } from '../submit/draft.ts'
import { fieldsOf } from '../submit/submission.ts'

/** What was written, with the answers to the questions of its category, for where there are no questions. */
export function wordsOf(portal: PortalView, draft: Draft): string {
  const answers = fieldsOf(portal, draft).flatMap(({ key, label }) => {
    const answer = (draft.fields[key] ?? '').trim()
    return answer ? [`${label}: ${answer}`] : []
  })
  return [draft.text.trim(), ...answers].filter(Boolean).join('\n').slice(0, portal.limits.text)
}
