import type { ImportView } from '../../contract/imports.ts'
import { number } from '../words/quantity.ts'
import { useWords } from '../words/words.tsx'
import { useViewer } from '../workspaces/viewer.tsx'
import { leftWithout } from './unknown-categories.ts'

const mostNamed = 5

/** What came of it, or of the dry run: what was rejected, what repeats, what has no category. */
export function ImportResult({ item }: { item: ImportView }) {
  const { channels: say } = useWords()
  const { contactRetentionDays } = useViewer().workspace
  if (item.state === 'undone') {
    return (
      <div className="card">
        <p>{say.removed(item.accepted)}</p>
      </div>
    )
  }
  const checked = item.state === 'checked'
  const left = leftWithout(item)
  const first = left.values.slice(0, mostNamed)
  const named =
    first.map(({ name, rows }) => say.categoryRows(name, rows)).join(say.comma) +
    (left.values.length > first.length ? say.andOthers : '')
  const clean = checked && item.rejected === 0 && item.repeated === 0 && left.rows === 0
  return (
    <div className="card">
      <div className="results">
        <Count
          label={checked ? say.results.accepted : say.results.imported}
          count={item.accepted}
        />
        <Count label={say.results.repeated} count={item.repeated} />
        <Count label={say.results.rejected} count={item.rejected} late={item.rejected > 0} />
        {left.rows > 0 && <Count label={say.results.uncategorised} count={left.rows} late />}
      </div>
      {item.agedContactRows > 0 && (
        <p className="tone-late">
          {checked
            ? say.contactsAged(item.agedContactRows, contactRetentionDays)
            : say.contactsAgedDone(item.agedContactRows, contactRetentionDays)}
        </p>
      )}
      {clean && <p className="tone-good">{say.checkedClean}</p>}
      {(item.reasons.length > 0 || item.repeated > 0 || left.rows > 0) && (
        <ul className="reasons">
          {item.reasons.map(({ code, rows }) => (
            <li key={code}>{say.reasonRows(say.reasons[code] ?? code, rows)}</li>
          ))}
          {item.repeatedRows.length > 0 && (
            <li>
              {say.repeats(
                item.repeatedRows.map(number).join(say.comma),
                item.repeated > item.repeatedRows.length,
              )}
            </li>
          )}
          {left.rows > 0 && (
            <li className="tone-late">
              {checked
                ? say.categoriesUnknown(left.rows, named)
                : say.categoriesLeft(left.rows, named)}
            </li>
          )}
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
