/** What has happened, in plain words, and what comes next. */
import type { TrackView } from '../../contract/track.ts'
import { useSettings } from '../settings.ts'
import { atWords, byWords } from '../times.ts'
import { nextOf, stepWords } from './steps.ts'

export function Timeline({ view }: { view: TrackView }) {
  const { words, locale } = useSettings()
  const next = nextOf(view)
  const dueAt = view.answerDueAt ?? view.promisedAt
  const isLate = view.state === 'open' && Date.parse(dueAt) < Date.now()
  const isOwed = next === 'answer' && (view.answerDueAt !== null || view.promise === 'running')
  return (
    <section>
      <h2 class="unseen">{words.track.timeline}</h2>
      <ol class="steps">
        {view.timeline.map((entry, position) => {
          return (
            // biome-ignore lint/suspicious/noArrayIndexKey: the timeline only grows
            <li key={position}>
              {stepWords(entry, view, words)}
              <time dateTime={entry.at}>{atWords(entry.at, { locale })}</time>
            </li>
          )
        })}
        {next && (
          <li class="next">
            {words.track.next[next]}
            {isOwed && !isLate && (
              <span class="due">{words.track.by(byWords(dueAt, { locale }))}</span>
            )}
            {next === 'answer' && isBroken(view, isLate) && (
              <span class="due is-late">{words.track.late}</span>
            )}
          </li>
        )}
      </ol>
    </section>
  )
}

/** Late, and nothing said (since it was opened again): only then is an excuse owed. */
const isBroken = (view: TrackView, isLate: boolean) =>
  isLate &&
  (view.answerDueAt !== null ||
    ((view.promise === 'broken' || view.promise === 'running') &&
      !view.messages.some(({ direction }) => direction === 'out')))
