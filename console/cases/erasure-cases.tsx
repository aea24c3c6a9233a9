import { Checkbox } from 'antd'
import { type ErasurePreview, mostErasable } from '../../contract/erasure.ts'
import { day, useNow } from '../ui/moment.ts'
import { useWords } from '../words/words.tsx'
import { useZone } from '../workspaces/viewer.tsx'

/** The customer's cases, each with what would go of it. */
export function ErasureCases(props: {
  preview: ErasurePreview
  chosen: readonly string[]
  choose: (ids: readonly string[]) => void
}) {
  const { preview, chosen, choose } = props
  const words = useWords()
  const say = words.cases.erasure
  const zone = useZone()
  const now = useNow(60_000)
  const erasable = preview.cases.filter(hasContent).map(({ id }) => id)
  const aboutOf = (one: ErasurePreview['cases'][number]) =>
    hasContent(one)
      ? [
          say.texts(one.texts),
          one.files > 0 && say.files(one.files),
          one.state !== 'closed' && say.willClose,
          one.sheet !== null && say.sheet(one.sheet),
        ]
      : [say.done]
  return (
    <>
      <h3>{say.choose}</h3>
      <p className="faint">
        {say.chooseHint} {say.chooseNone}
      </p>
      {erasable.length > 1 && (
        <Checkbox
          checked={chosen.length === erasable.length}
          indeterminate={chosen.length > 0 && chosen.length < erasable.length}
          onChange={({ target }) => choose(target.checked ? erasable : [])}
        >
          {say.chooseAll(erasable.length)}
        </Checkbox>
      )}
      <ul className="erasure-cases">
        {preview.cases.map((one) => (
          <li key={one.id}>
            <Checkbox
              checked={chosen.includes(one.id)}
              disabled={!hasContent(one)}
              onChange={({ target }) =>
                choose(target.checked ? [...chosen, one.id] : chosen.filter((id) => id !== one.id))
              }
            >
              <span className="clip">
                #{one.number} {one.title}
              </span>
              <small className="faint">
                {[day(one.openedAt, now, zone, words.time), ...aboutOf(one).filter(Boolean)].join(
                  ' · ',
                )}
              </small>
            </Checkbox>
          </li>
        ))}
      </ul>
      {preview.more && <p className="faint">{say.more(mostErasable)}</p>}
    </>
  )
}

/** Something is left of it that could go. */
export const hasContent = ({ texts, files }: ErasurePreview['cases'][number]) => texts + files > 0
