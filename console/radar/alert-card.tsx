import type { AlertView } from '../../contract/radar.ts'
import { PageLink } from '../go.tsx'
import { listBehind } from '../insights/behind.ts'
import { length, moment, useNow } from '../ui/moment.ts'
import { number } from '../words/quantity.ts'
import { useWords } from '../words/words.tsx'
import { useZone } from '../workspaces/viewer.tsx'
import { AlertActs } from './alert-acts.tsx'
import { money, useTraitNames, useWatchedName, usual, windowName } from './name.ts'

/** One alert in a few lines: what, since when, who is hit, why perhaps. */
export function AlertCard({ alert }: { alert: AlertView }) {
  const { radar: say } = useWords()
  const name = useWatchedName()
  return (
    <article className={alert.state === 'raised' ? 'card alert alert-raised' : 'card alert'}>
      <header>
        <h2>
          <PageLink page={`radar/${alert.id}`}>{name(alert.watched)}</PageLink>
        </h2>
        <AlertState alert={alert} />
        <AlertActs alert={alert} />
      </header>
      <p>
        {say.height(
          windowName(say.windows, alert.window.minutes),
          number(alert.window.cases),
          usual(alert.window.usual),
        )}
      </p>
      <AlertCause alert={alert} />
      <AlertFigures alert={alert} />
      <AlertWords alert={alert} />
    </article>
  )
}

export function AlertState({ alert }: { alert: AlertView }) {
  const words = useWords()
  const say = words.radar
  const zone = useZone()
  const now = useNow(30_000)
  const { state, beganAt, endedAt, snoozedUntil, decidedBy } = alert
  const tone = { raised: 'tag tag-late', acknowledged: 'tag tag-jade' }[state as 'raised'] ?? 'tag'
  const lasted = Date.parse(endedAt ?? new Date(now).toISOString()) - Date.parse(beganAt)
  return (
    <span className="alert-state">
      <span className={tone}>{say.states[state]}</span>
      <span className="faint">
        {say.since(moment(beganAt, now, zone, words.time), length(lasted, words.time))}
        {snoozedUntil && ` · ${say.until(moment(snoozedUntil, now, zone, words.time))}`}
        {decidedBy && ` · ${decidedBy.name}`}
      </span>
    </span>
  )
}

export function AlertCause({ alert: { cause } }: { alert: AlertView }) {
  const { radar: say } = useWords()
  const names = useTraitNames()
  if (!cause) return <p className="faint">{say.noCause}</p>
  const percent = (share: number) => `${Math.round(share * 100)}%`
  return (
    <p>
      {say.cause}
      <PageLink page={listBehind(cause.behind)} title={say.openList}>
        <strong>{say.causeShare(percent(cause.share), names(cause.traits))}</strong>
      </PageLink>{' '}
      <span className="faint">{say.causeBefore(percent(cause.before))}</span>
    </p>
  )
}

export function AlertFigures({ alert }: { alert: AlertView }) {
  const { radar: say } = useWords()
  const list = listBehind(alert.behind)
  return (
    <p className="alert-figures">
      <PageLink page={list} title={say.openList}>
        <strong>{say.cases(alert.cases)}</strong>
      </PageLink>
      <PageLink page={list} title={say.openList}>
        <strong>{say.customers(alert.customers)}</strong>
      </PageLink>
      {alert.orders > 0 && (
        <PageLink page={listBehind({ ...alert.behind, money: 'yes' })} title={say.openList}>
          <strong>{say.money(money(alert.amount), alert.orders)}</strong>
        </PageLink>
      )}
      {alert.problem && (
        <PageLink page={`problems/${alert.problem.id}`} className="label">
          #{alert.problem.number} {alert.problem.title}
        </PageLink>
      )}
    </p>
  )
}

export function AlertWords({ alert: { words, behind } }: { alert: AlertView }) {
  const { radar: say } = useWords()
  if (words.length === 0) return null
  return (
    <p className="alert-words">
      <span className="faint">{say.words}</span>
      {words.map(({ word, cases, before }) => (
        <PageLink
          key={word}
          page={listBehind({ ...behind, q: word })}
          className="label"
          title={say.wordHint(cases, before)}
        >
          {word} <span className="faint">{number(cases)}</span>
        </PageLink>
      ))}
    </p>
  )
}
