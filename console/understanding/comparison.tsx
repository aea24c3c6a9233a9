import { Modal, Skeleton } from 'antd'
import type { VersionView } from '../../contract/quality.ts'
import { labelName } from '../cases/reading-labels.ts'
import { Failure } from '../ui/failure.tsx'
import { number } from '../words/quantity.ts'
import { useWords } from '../words/words.tsx'
import { useComparison } from './queries.ts'
import { shareOf } from './share.ts'

/** Two versions side by side on the same judged texts, whole and by label; either may be exchanged. */
export function Comparison(props: {
  versions: readonly VersionView[]
  one: number
  other: number
  close: () => void
}) {
  const words = useWords()
  const { quality: say, reading } = words
  const found = useComparison(props.one, props.other)
  const name = (version: number) => (version === 0 ? say.shipped : say.version(version))
  const cell = (right: number, texts: number) => (
    <td>
      {shareOf(right, texts) ?? '—'} <span className="faint">{number(right)}</span>
    </td>
  )
  return (
    <Modal
      open
      footer={null}
      width={620}
      title={`${name(props.one)} ${say.compareWith} ${name(props.other)}`}
      onCancel={props.close}
    >
      <p className="faint">{say.compareHint}</p>
      {found.isPending && <Skeleton active />}
      {found.error && <Failure error={found.error} retry={() => found.refetch()} />}
      {found.data && found.data.texts === 0 && <p>{say.noCommon}</p>}
      {found.data && found.data.texts > 0 && (
        <table className="quality-table">
          <thead>
            <tr>
              <th scope="col">{say.label}</th>
              <th scope="col">{say.texts}</th>
              <th scope="col">{name(props.one)}</th>
              <th scope="col">{name(props.other)}</th>
            </tr>
          </thead>
          <tbody>
            {found.data.rows.map(({ part, label, texts, right, rightOther }) => (
              <tr key={`${part} ${label}`} className={label === null ? 'quality-sum' : ''}>
                <th scope="row">
                  {label === null
                    ? `${reading.parts[part]} · ${say.all}`
                    : labelName(part, label, words)}
                </th>
                <td>{number(texts)}</td>
                {cell(right, texts)}
                {cell(rightOther, texts)}
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </Modal>
  )
}
