import { useParams } from '@tanstack/react-router'
import { Skeleton } from 'antd'
import { lazy, Suspense } from 'react'
import type { AlertDetail } from '../../contract/radar.ts'
import { PageLink } from '../go.tsx'
import { listBehind } from '../insights/behind.ts'
import { Failure } from '../ui/failure.tsx'
import { Icon } from '../ui/icon.tsx'
import { Page } from '../ui/page.tsx'
import { number } from '../words/quantity.ts'
import { useWords } from '../words/words.tsx'
import { AlertActs } from './alert-acts.tsx'
import { AlertCause, AlertFigures, AlertState, AlertWords } from './alert-card.tsx'
import { useWatchedName, usual, windowName } from './name.ts'
import { useAlert } from './queries.ts'
import './radar.css'

const AlertCurve = lazy(() => import('./alert-curve.tsx'))

/** One alert: its curve, where it sits, what is new in the words. */
export function AlertPage() {
  const words = useWords()
  const say = words.radar
  const { alertId } = useParams({ strict: false }) as { alertId?: string }
  const found = useAlert(alertId)
  const name = useWatchedName()
  if (found.error) return <Failure error={found.error} retry={() => found.refetch()} />
  const alert = found.data
  const back = (
    <PageLink page="radar" className="page-back">
      <Icon name="back" size={14} /> {say.title}
    </PageLink>
  )
  if (!alert)
    return (
      <Page title="" before={back}>
        <Skeleton active paragraph={{ rows: 8 }} />
      </Page>
    )
  return (
    <Page
      before={back}
      title={name(alert.watched)}
      hint={<AlertState alert={alert} />}
      acts={<AlertActs alert={alert} />}
    >
      <section className="card">
        <h2>
          {say.height(
            windowName(say.windows, alert.window.minutes),
            number(alert.window.cases),
            usual(alert.window.usual),
          )}
        </h2>
        <AlertCause alert={alert} />
        <AlertFigures alert={alert} />
        <AlertWords alert={alert} />
        {alert.also.length > 0 && (
          <p className="faint">{say.also(alert.also.map(name).join(words.shell.separator))}</p>
        )}
      </section>
      <section className="card">
        <h2>{say.curve}</h2>
        <Suspense fallback={<div className="chart-wait" />}>
          <AlertCurve alert={alert} />
        </Suspense>
      </section>
      <Cells alert={alert} />
    </Page>
  )
}

function Cells({ alert }: { alert: AlertDetail }) {
  const { radar: say } = useWords()
  const told = (value: string) =>
    value === '' ? <span className="faint">{say.untold}</span> : value
  return (
    <section className="card radar-cells">
      <h2>{say.cells}</h2>
      <div className="radar-table">
        <table>
          <thead>
            <tr>
              {(['version', 'platform', 'channel', 'region'] as const).map((trait) => (
                <th key={trait}>{say.traits[trait]}</th>
              ))}
              <th className="num">{say.casesColumn}</th>
              <th className="num">{say.customersColumn}</th>
            </tr>
          </thead>
          <tbody>
            {alert.cells.map(({ version, platform, channel, region, cases, customers, behind }) => (
              <tr key={`${version} ${platform} ${channel.id} ${region}`}>
                <td>{told(version)}</td>
                <td>{told(platform)}</td>
                <td>{told(channel.name)}</td>
                <td>{told(region)}</td>
                <td className="num">
                  <PageLink page={listBehind(behind)} title={say.openList}>
                    {number(cases)}
                  </PageLink>
                </td>
                <td className="num">
                  <PageLink page={listBehind(behind)} title={say.openList}>
                    {number(customers)}
                  </PageLink>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {alert.cells.length === 0 && <p className="faint">{say.noCells}</p>}
    </section>
  )
}
