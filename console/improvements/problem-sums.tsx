import { lazy, Suspense } from 'react'
import type { ProblemSums as Sums } from '../../contract/problem-sums.ts'
import { PageLink } from '../go.tsx'
import { listBehind } from '../insights/behind.ts'
import { day, useNow } from '../ui/moment.ts'
import { number } from '../words/quantity.ts'
import { useWords } from '../words/words.tsx'
import { useZone } from '../workspaces/viewer.tsx'
import { useProblemSums } from './queries.ts'
import './candidates.css'

/** Charts weigh more than the page; they come when there is something to draw. */
const Trend = lazy(() => import('./trend-chart.tsx'))

/** What the problem adds up to; every number opens its cases. */
export function ProblemSums({ problemId }: { problemId: string }) {
  const { improvements: say } = useWords()
  const sums = useProblemSums(problemId).data
  if (!sums || sums.cases.value === 0) return null
  return (
    <>
      <Figures sums={sums} />
      {sums.trend.points.length > 1 && (
        <Suspense fallback={<section className="card trend" />}>
          <Trend trend={sums.trend} />
        </Suspense>
      )}
      {sums.words.length > 0 && (
        <section className="card">
          <h2>{say.typicalWords}</h2>
          <p className="candidate-words">
            {sums.words.map(({ word, here, elsewhere, behind }) => (
              <PageLink
                key={word}
                page={listBehind(behind)}
                className="label"
                title={say.wordShares(percent(here), percent(elsewhere))}
              >
                {word}
              </PageLink>
            ))}
          </p>
        </section>
      )}
      <div className="shares">
        {(['versions', 'platforms', 'devices', 'regions', 'channels'] as const).map((kind) => (
          <Shares key={kind} title={say.shares[kind]} shares={sums[kind]} />
        ))}
      </div>
    </>
  )
}

function Figures({ sums }: { sums: Sums }) {
  const words = useWords()
  const say = words.improvements
  const zone = useZone()
  const now = useNow(60_000)
  const figure = (label: string, one: Sums['cases'], text = number(one.value)) => (
    <div>
      <span className="faint">{label}</span>
      {one.value > 0 ? (
        <PageLink page={listBehind(one.behind)}>
          <strong>{text}</strong>
        </PageLink>
      ) : (
        <strong className="faint">—</strong>
      )}
    </div>
  )
  const seen = (label: string, at: string | null) => (
    <div>
      <span className="faint">{label}</span>
      <strong>{at ? day(at, now, zone, words.time) : '—'}</strong>
    </div>
  )
  return (
    <section className="card facts problem-figures" aria-label={say.reach}>
      {figure(say.sums.customers, sums.customers, say.customers(sums.customers.value))}
      {figure(say.sums.cases, sums.cases, say.casesCount(sums.cases.value))}
      {figure(say.sums.orders, sums.orders)}
      {figure(say.sums.money, sums.money, money(sums.money.value))}
      {seen(say.firstSeen, sums.firstSeenAt)}
      {seen(say.lastSeen, sums.lastSeenAt)}
    </section>
  )
}

function Shares({ title, shares }: { title: string; shares: Sums['versions'] }) {
  const { improvements: say } = useWords()
  const told = shares.filter(({ name }) => name !== null)
  if (told.length === 0) return null
  const all = shares.reduce((sum, { cases }) => sum + cases, 0)
  return (
    <section className="card">
      <h2>{title}</h2>
      {shares.map(({ name, cases, behind }) => (
        <PageLink key={name ?? ''} page={listBehind(behind)} className="share">
          <span className={name === null ? 'clip faint' : 'clip'}>{name ?? say.notTold}</span>
          <span className="share-track">
            <i style={{ width: `${(cases / all) * 100}%` }} />
          </span>
          <span className="share-count">{number(cases)}</span>
          <span className="faint share-count">{percent(cases / all)}%</span>
        </PageLink>
      ))}
    </section>
  )
}

const percent = (share: number) => Math.round(share * 100)
const money = (value: number) => `¥${number(Math.round(value * 100) / 100)}`
