import { Popover } from 'antd'
import type { CaseDetail } from '../../contract/cases.ts'
import { Icon } from '../ui/icon.tsx'
import { moment, useNow } from '../ui/moment.ts'
import { useWords, type Words } from '../words/words.tsx'
import { useZone } from '../workspaces/viewer.tsx'
import { isOwed, lateBy, remaining, spent } from './remaining.ts'

/** The promise as a bar, and on hover the sum behind it. */
export function PromiseClock({ detail }: { detail: CaseDetail }) {
  const words = useWords()
  const zone = useZone()
  const now = useNow()
  const state = clockOf(detail, now, zone, words)
  const at = (instant: string) => moment(instant, now, zone, words.time)
  const sum = words.cases.promise.sum(
    words.cases.promise.sumMinutes(detail.promiseMinutes),
    at(detail.openedAt),
    at(detail.promisedAt),
  )
  if (detail.promise === 'void') return null
  return (
    <Popover content={<div className="clock-sum">{sum}</div>} placement="bottomLeft">
      <button
        type="button"
        className="clock"
        aria-label={`${words.cases.promise.title} ${state.text}. ${sum}`}
      >
        <span>{words.cases.promise.title}</span>
        <span className="clock-track">
          <i className={`clock-${state.tone}`} style={{ width: `${state.part * 100}%` }} />
          <u />
        </span>
        <span className={`tone-${state.tone}`}>
          {detail.promise === 'kept' && <Icon name="check" size={13} />} {state.text}
        </span>
      </button>
    </Popover>
  )
}

interface Clock {
  text: string
  tone: 'late' | 'warn' | 'calm'
  part: number
}

function clockOf(detail: CaseDetail, now: number, zone: string, words: Words): Clock {
  const { promise } = words.cases
  const at = (instant: string) => moment(instant, now, zone, words.time)
  const { firstReplyAt, promisedAt, openedAt } = detail
  if (firstReplyAt !== null) {
    const lateMs = Date.parse(firstReplyAt) - Date.parse(promisedAt)
    const part = spent(openedAt, promisedAt, Date.parse(firstReplyAt))
    return lateMs > 0
      ? { text: promise.brokenAt(at(firstReplyAt), lateBy(lateMs, words.time)), tone: 'late', part }
      : { text: promise.keptAt(at(firstReplyAt)), tone: 'calm', part }
  }
  const part = spent(openedAt, promisedAt, now)
  if (!isOwed(detail)) return { text: promise.closedWithout, tone: 'calm', part }
  const left = remaining(promisedAt, now, zone, words.time)
  if (left.tone === 'late')
    return { text: promise.overdue(left.text, at(promisedAt)), tone: 'late', part }
  const by = promise.by(at(promisedAt))
  // From six hours on, "what is left" is the clock time itself; saying it twice helps nobody.
  const text =
    Date.parse(promisedAt) - now < 6 * 3_600_000
      ? `${left.text}${words.cases.promise.comma}${by}`
      : by
  return { text, tone: left.tone, part }
}
