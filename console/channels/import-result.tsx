import type { ImportView } from '../../contract/imports.ts'
import { number } from '../words/quantity.ts'
import { useWords } from '../words/words.tsx'

/** What came of it, or of the dry run, and why rows were rejected. */
export function ImportResult({ item }: { item: ImportView }) {
  const { channels: say } = useWords()
  const clean = item.state === 'checked' && item.rejected === 0
  return (
    <div className="card">
      <div className="results">
        <Count
          label={item.state === 'checked' ? say.results.accepted : say.results.imported}
          count={item.accepted}
        />
        <Count label={say.results.repeated} count={item.repeated} />
        <Count label={say.results.rejected} count={item.rejected} late={item.rejected > 0} />
      </div>
      {clean && <p className="tone-good">{say.checkedClean}</p>}
      {item.reasons.length > 0 && (
        <ul className="reasons">
          {item.reasons.map(({ code, rows }) => (
            <li key={code}>{say.reasonRows(say.reasons[code] ?? code, rows)}</li>
          ))}
        </ul>
      )}
    </div>
  )
}

function Count({ label, count, late }: { label: string; count: number; late?: boolean }) {
  return (
    <div>
      <strong className={late ? 'tone-late' : ''}>{number(count)}</strong>
      <span className="faint">{label}</span>
    </div>
  )
}
