import { App, Button, Skeleton } from 'antd'
import type { ReplyOf } from '../../contract/endpoint.ts'
import type { readRadar } from '../../contract/radar.ts'
import { Empty } from '../ui/empty.tsx'
import { Failure, useComplain } from '../ui/failure.tsx'
import { day, moment, useNow } from '../ui/moment.ts'
import { MoreButton } from '../ui/more-button.tsx'
import { Page } from '../ui/page.tsx'
import { PageButton } from '../ui/page-button.tsx'
import { number } from '../words/quantity.ts'
import { useWords } from '../words/words.tsx'
import { useZone } from '../workspaces/viewer.tsx'
import { AlertCard } from './alert-card.tsx'
import { useWatchedName, usual } from './name.ts'
import { useForgetLift, usePastAlerts, useRadar } from './queries.ts'
import '../insights/insights.css'
import './radar.css'

type Radar = ReplyOf<typeof readRadar>

/** What comes more often than usual right now, and what the radar keeps an eye on. */
export function RadarPage() {
  const words = useWords()
  const say = words.radar
  const found = useRadar()
  const zone = useZone()
  const now = useNow(30_000)
  const radar = found.data
  return (
    <Page
      title={say.title}
      hint={radar?.lookedAt ? say.looked(moment(radar.lookedAt, now, zone, words.time)) : say.hint}
      acts={<PageButton page="settings/radar">{say.settings}</PageButton>}
    >
      {found.isPending && <Skeleton active paragraph={{ rows: 8 }} />}
      {found.error && !radar && <Failure error={found.error} retry={() => found.refetch()} />}
      {radar && (
        <div className="radar">
          <section className="radar-alerts" aria-live="polite">
            {radar.alerts.map((alert) => (
              <AlertCard key={alert.id} alert={alert} />
            ))}
            {radar.alerts.length === 0 && <Calm radar={radar} now={now} />}
          </section>
          {radar.watching.length > 0 && <Watching radar={radar} />}
          {radar.lifts.length > 0 && <Lifts radar={radar} now={now} />}
          <Past />
        </div>
      )}
    </Page>
  )
}

function Calm({ radar, now }: { radar: Radar; now: number }) {
  const words = useWords()
  const say = words.radar
  const zone = useZone()
  const { warnsFrom, active } = radar
  const on = warnsFrom === null ? '' : day(warnsFrom, now, zone, words.time)
  let told = say.empty
  if (!active) told = say.off
  else if (warnsFrom === null) told = say.noHistory
  else if (Date.parse(warnsFrom) > now) told = [say.learning[0] ?? '', say.learningUntil(on)]
  return (
    <div className="card">
      <Empty icon="radar" title={told[0] ?? ''} hint={told[1]} />
    </div>
  )
}

function Watching({ radar }: { radar: Radar }) {
  const { radar: say } = useWords()
  const name = useWatchedName()
  const most = Math.max(1, ...radar.watching.flatMap(({ cases, usual: one }) => [cases, one]))
  return (
    <section className="card">
      <h2>{say.watching}</h2>
      <p className="faint">{say.watchingHint}</p>
      {radar.watching.slice(0, 14).map(({ watched, cases, usual: expected }) => (
        <div key={`${watched.by} ${watched.key}`} className="bar radar-bar">
          <span className="clip">{name(watched)}</span>
          <span className="bar-track">
            <i style={{ width: `${(cases / most) * 100}%` }} />
            <u style={{ left: `${(expected / most) * 100}%` }} />
          </span>
          <span className="bar-count">{number(cases)}</span>
          <span className="bar-moved faint">{say.usually(usual(expected))}</span>
        </div>
      ))}
    </section>
  )
}

function Lifts({ radar, now }: { radar: Radar; now: number }) {
  const words = useWords()
  const say = words.radar
  const zone = useZone()
  const name = useWatchedName()
  const { message } = App.useApp()
  const complain = useComplain()
  const forget = useForgetLift()
  return (
    <section className="card card-list">
      <h2 className="pad-head">{say.lifts}</h2>
      <p className="faint radar-lead">{say.liftsHint}</p>
      {radar.lifts.map((lift) => (
        <div key={lift.series} className="line">
          <span className="line-main">
            <strong className="clip">{name(lift.watched)}</strong>
            <span className="line-about">
              <span>{say.lifted(lift.times.toFixed(1))}</span>
              {lift.by && <span>{lift.by.name}</span>}
              <span>{moment(lift.at, now, zone, words.time)}</span>
            </span>
          </span>
          {radar.can.includes('forget') && (
            <Button
              onClick={() =>
                forget
                  .mutateAsync(lift.series)
                  .then(() => void message.success(say.forgotten), complain)
              }
            >
              {say.forget}
            </Button>
          )}
        </div>
      ))}
    </section>
  )
}

function Past() {
  const { radar: say } = useWords()
  const found = usePastAlerts()
  const alerts = found.data ?? []
  if (alerts.length === 0) return null
  return (
    <section className="radar-past">
      <h2>{say.past}</h2>
      {alerts.map((alert) => (
        <AlertCard key={alert.id} alert={alert} />
      ))}
      <MoreButton found={found} />
    </section>
  )
}
