import { Skeleton } from 'antd'
import { leastForShare, type Quality } from '../../contract/quality.ts'
import { labelName } from '../cases/reading-labels.ts'
import { PageLink } from '../go.tsx'
import { Empty } from '../ui/empty.tsx'
import { Failure } from '../ui/failure.tsx'
import { Page } from '../ui/page.tsx'
import { number } from '../words/quantity.ts'
import { useWords } from '../words/words.tsx'
import { useQuality } from './queries.ts'
import { percent, shareOf } from './share.ts'
import { Versions } from './versions.tsx'
import { WeeksChart } from './weeks-chart.tsx'
import './quality.css'

/** How often readings were right, as far as people looked; what the model learned from it. */
export function QualityPage() {
  const { quality: say } = useWords()
  const found = useQuality()
  const quality = found.data
  return (
    <Page title={say.title} hint={quality && say.hint(quality.from, quality.to)}>
      {found.error && !quality && <Failure error={found.error} retry={() => found.refetch()} />}
      {found.isPending && <Skeleton active paragraph={{ rows: 10 }} />}
      {quality && (
        <div className="quality">
          <Drifts quality={quality} />
          {quality.judgedTexts === 0 ? (
            <div className="card">
              <Empty icon="check" title={say.empty[0] ?? ''} hint={say.empty[1]}>
                <PageLink page="inbox">{say.toInbox}</PageLink>
              </Empty>
            </div>
          ) : (
            <>
              <Accuracy quality={quality} />
              <WeeksChart quality={quality} />
              <ByLabel quality={quality} />
            </>
          )}
          <Coverage quality={quality} />
          <Versions quality={quality} />
        </div>
      )}
    </Page>
  )
}

function Drifts({ quality }: { quality: Quality }) {
  const { quality: say, reading } = useWords()
  if (quality.drifts.length === 0) return null
  return (
    <section className="card quality-drift" role="status">
      <h2>{say.drift.title}</h2>
      {quality.drifts.map(({ what, before, recent, nRecent }) => (
        <p key={what}>
          {what === 'abstained'
            ? say.drift.abstained(percent(before), percent(recent))
            : say.drift.part(
                reading.parts[what],
                percent(before),
                percent(recent),
                number(nRecent),
              )}
        </p>
      ))}
      <p className="faint">{say.drift.advice}</p>
    </section>
  )
}

function Accuracy({ quality }: { quality: Quality }) {
  const { quality: say, reading } = useWords()
  return (
    <section className="card">
      <h2>{say.accuracy}</h2>
      <p className="faint">{say.accuracyHint}</p>
      <div className="quality-parts">
        {quality.parts.map(({ part, judged, right }) => (
          <div key={part}>
            <span>{reading.parts[part]}</span>
            <strong>{shareOf(right, judged) ?? '—'}</strong>
            <span className="faint">{say.ofJudged(right, judged)}</span>
            {judged < leastForShare && <span className="faint">{say.tooFew(leastForShare)}</span>}
          </div>
        ))}
      </div>
      <p className="faint quality-bias">{say.bias}</p>
    </section>
  )
}

function ByLabel({ quality }: { quality: Quality }) {
  const words = useWords()
  const { quality: say, reading } = words
  const judged = quality.parts.filter(({ labels }) => labels.length > 0)
  return (
    <section className="card">
      <h2>{say.byLabel}</h2>
      <p className="faint">{say.byLabelHint}</p>
      <div className="quality-labels">
        {judged.map(({ part, labels }) => (
          <table key={part} className="quality-table">
            <caption>{reading.parts[part]}</caption>
            <thead>
              <tr>
                <th scope="col">{say.label}</th>
                <th scope="col">{say.judged}</th>
                <th scope="col">{say.right}</th>
                <th scope="col">{say.share}</th>
              </tr>
            </thead>
            <tbody>
              {labels.map((one) => (
                <tr key={one.label}>
                  <th scope="row">
                    {one.label === 'none' ? reading.none : labelName(part, one.label, words)}
                  </th>
                  <td>{number(one.judged)}</td>
                  <td>{number(one.right)}</td>
                  <td>{shareOf(one.right, one.judged) ?? '—'}</td>
                </tr>
              ))}
            </tbody>
          </table>
        ))}
      </div>
    </section>
  )
}

function Coverage({ quality }: { quality: Quality }) {
  const { quality: say } = useWords()
  const { readings, abstained, judgedTexts } = quality
  return (
    <section className="card">
      <h2>{say.coverage}</h2>
      <p>
        {say.covered(judgedTexts, readings)}{' '}
        {readings > 0 && say.abstained(percent(abstained / readings), abstained)}
      </p>
    </section>
  )
}
