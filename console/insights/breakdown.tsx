import type { Behind } from '../../contract/insights.ts'
import { PageLink } from '../go.tsx'
import { number } from '../words/quantity.ts'
import { useWords } from '../words/words.tsx'
import { listBehind } from './behind.ts'
import { changeOf } from './change.ts'

interface Row {
  label: string
  cases: number
  before: number
  behind: Behind
}
const shownAtMost = 12

/** What the volume is made of, largest first; the thin mark is the period before. */
export function Breakdown({ title, rows }: { title: string; rows: Row[] }) {
  const { insights: say } = useWords()
  const sorted = rows.filter(({ cases }) => cases > 0).sort((a, b) => b.cases - a.cases)
  const shown = sorted.slice(0, shownAtMost)
  const most = Math.max(1, ...shown.flatMap(({ cases, before }) => [cases, before]))
  return (
    <section className="card">
      <h2>
        {title}
        {shown.length > 0 && <span className="faint breakdown-key">{say.mark}</span>}
      </h2>
      {shown.map((row) => {
        const moved = changeOf(row.cases, row.before, 'amount')
        return (
          <PageLink
            key={row.label}
            page={listBehind(row.behind)}
            className="bar"
            title={say.openList}
          >
            <span className="clip">{row.label}</span>
            <span className="bar-track">
              <i style={{ width: `${(row.cases / most) * 100}%` }} />
              <u style={{ left: `${(row.before / most) * 100}%` }} />
            </span>
            <span className="bar-count">{number(row.cases)}</span>
            <span className="bar-moved faint">{moved && 'text' in moved ? moved.text : ''}</span>
          </PageLink>
        )
      })}
    </section>
  )
}
