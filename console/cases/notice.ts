import type { MessageView } from '../../contract/cases.ts'
import { moment } from '../ui/moment.ts'
import type { Words } from '../words/words.tsx'

/** A notice in the reader's language, its times as they read now; any other message as it was sent. */
export function noticeText(
  { notice, text }: Pick<MessageView, 'notice' | 'text'>,
  { now, zone, words }: { now: number; zone: string; words: Words },
): string {
  if (!notice) return text
  const when = (at: string) => moment(at, now, zone, words.time)
  return words.cases.notices[notice.name](notice.values, when, words.labels.resolution)
}
