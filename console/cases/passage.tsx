import type { Passage as Found } from '../../contract/cases.ts'
import { piecesAt } from '../feedback/marks.ts'

/** What a search found, with the hits marked. */
export function Passage({ passage }: { passage: Found }) {
  return piecesAt(passage.text, passage.hits).map(({ at, text, hit }) =>
    hit ? (
      <mark key={at} className="hit">
        {text}
      </mark>
    ) : (
      text
    ),
  )
}
