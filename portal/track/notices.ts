/** What the system told the customer, in the language of this page. */
import type { TrackView } from '../../contract/track.ts'
import type { Locale } from '../../contract/values.ts'
import { byWords } from '../times.ts'
import type { Words } from '../words/zh.ts'

type Message = TrackView['messages'][number]

/** A notice that this version does not know keeps the words it came with. */
export function noticeWords({ notice, text }: Message, words: Words, locale: Locale): string {
  if (!notice) return text
  const { notices } = words.track
  const { number, promisedAt, resolution, release, notes } = notice.values
  if (notice.name === 'received' && typeof number === 'number' && typeof promisedAt === 'string') {
    return notices.received(words.number(number), byWords(promisedAt, { locale }))
  }
  if (notice.name === 'closed' && isResolution(resolution, words)) {
    return notices.closed[resolution]
  }
  if (notice.name === 'released' && typeof release === 'string') {
    return [notices.released(release), notes].filter(Boolean).join('\n')
  }
  return text
}

type Closing = keyof Words['track']['notices']['closed']

const isResolution = (value: unknown, words: Words): value is Closing =>
  typeof value === 'string' && Object.hasOwn(words.track.notices.closed, value)
