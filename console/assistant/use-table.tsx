import type { AssistantView } from '../../contract/assistant.ts'
import { number } from '../words/quantity.ts'
import { useWords } from '../words/words.tsx'

/** What it used: today and this month against the budget, then day by day. */
export function UseTable({ view }: { view: AssistantView }) {
  const say = useWords().assistant.settings
  return (
    <div className="card">
      <h2>{say.used}</h2>
      <div className="assistant-facts">
        <div>
          <span className="faint">{say.today}</span>
          <strong>{say.ofLimit(view.used.today, view.dayTokens)}</strong>
        </div>
        <div>
          <span className="faint">{say.thisMonth}</span>
          <strong>{say.ofLimit(view.used.thisMonth, view.monthTokens)}</strong>
        </div>
      </div>
      {view.days.length === 0 && <p className="faint">{say.unused}</p>}
      {view.days.length > 0 && (
        <table className="assistant-table">
          <thead>
            <tr>
              <th>{say.day}</th>
              <th>{say.use}</th>
              <th className="amount">{say.asked}</th>
              <th className="amount">{say.failedCount}</th>
              <th className="amount">{say.tokenCount}</th>
            </tr>
          </thead>
          <tbody>
            {view.days.map(({ day, use, asked, failed, tokens }) => (
              <tr key={`${day} ${use}`}>
                <td>{day}</td>
                <td>{say.uses[use]}</td>
                <td className="amount">{number(asked)}</td>
                <td className="amount">{number(failed)}</td>
                <td className="amount">{number(tokens)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </div>
  )
}
