import { Popover } from 'antd'
import type { CaseDetail } from '../../contract/cases.ts'
import { Icon } from '../ui/icon.tsx'
import { moment, useNow } from '../ui/moment.ts'
import { useWords, type Words } from '../words/words.tsx'
import { useZone } from '../workspaces/viewer.tsx'
import { lateBy, owedUntil, remaining, spent } from './remaining.ts'

/** The promise as a bar, and on hover the sum behind it; of a case opened again, the next answer. */
export function PromiseClock({ detail }: { detail: CaseDetail }) {
  const words = useWords()
  const zone = useZone()
  const now = useNow()
  const { promise } = words.cases
  if (detail.promise === 'void' && detail.answerDueAt === null) return null
  const at = (instant: string) => moment(instant, now, zone, words.time)
  const { title, sum, isKept, ...state } =
    detail.answerDueAt === null
      ? {
          ...promiseClock(detail, now, zone, words),
          title: promise.title,
          sum: promise.sum(
            promise.sumMinutes(detail.promiseMinutes),
            at(detail.openedAt),
            at(detail.promisedAt),
          ),
          isKept: detail.promise === 'kept',
        }
      : {
          ...runningClock(openedAgainAt(detail), detail.answerDueAt, now, zone, words),
          title: promise.nextTitle,
          sum: promise.nextSum(
            at(detail.answerDueAt),
            detail.firstReplyAt === null ? null : promiseClock(detail, now, zone, words).text,
          ),
          isKept: false,
        }
  return (
    <Popover content={<div className="clock-sum">{sum}</div>} placement="bottomLeft">
      <button type="button" className="clock" aria-label={`${title} ${state.text}. ${sum}`}>
        <span>{title}</span>
        <span className="clock-track">
          <i className={`clock-${state.tone}`} style={{ width: `${state.part * 100}%` }} />
          <u />
        </span>
        <span className={`tone-${state.tone}`}>
          {isKept && <Icon name="check" size={13} />} {state.text}
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

function promiseClock(detail: CaseDetail, now: number, zone: string, words: Words): Clock {
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
  if (owedUntil(detail) !== null) return runningClock(openedAt, promisedAt, now, zone, words)
  return { text: promise.closedWithout, tone: 'calm', part: spent(openedAt, promisedAt, now) }
}

function runningClock(
  since: string,
  dueAt: string,
  now: number,
  zone: string,
  words: Words,
): Clock {
  const { promise } = words.cases
  const due = moment(dueAt, now, zone, words.time)
  const part = spent(since, dueAt, now)
  const left = remaining(dueAt, now, zone, words.time)
  if (left.tone === 'late') return { text: promise.overdue(left.text, due), tone: 'late', part }
  const by = promise.by(due)
  // From six hours on, "what is left" is the clock time itself; saying it twice helps nobody.
  const text = Date.parse(dueAt) - now < 6 * 3_600_000 ? `${left.text}${promise.comma}${by}` : by
  return { text, tone: left.tone, part }
}

function openedAgainAt({ happenings, openedAt }: CaseDetail): string {
  const again = happenings.findLast(
    ({ type }) => type === 'case.reopened' || type === 'case.rejected',
  )
  return again?.at ?? openedAt
}
