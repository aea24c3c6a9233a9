import { Button, Select } from 'antd'
import type { CategoryChoice, ImportMapping, ImportView } from '../../contract/imports.ts'
import { useCategories } from '../feedback/queries.ts'
import { useName, useWords } from '../words/words.tsx'
import { useMay } from '../workspaces/viewer.tsx'
import { canBeMade, choiceFor, choosing } from './unknown-categories.ts'

/** What becomes of values that name no category; nothing where no column names any. */
export function ImportCategories(props: {
  item: ImportView
  mapping: ImportMapping
  change: (mapping: ImportMapping) => void
}) {
  const { item, mapping, change } = props
  const words = useWords()
  const say = words.channels
  const name = useName()
  const mayMake = useMay('workspace.manage')
  const categories = (useCategories().data ?? []).filter(({ archived }) => !archived)
  const fixed = !item.can.includes('map')
  const values = item.unknownCategories
  if (!mapping.columns.includes('category')) return null
  if (values.length === 0) {
    if (item.state !== 'mapping') return null
    return (
      <>
        <span>{say.unknown}</span>
        <p className="faint import-later">{say.unknownLater}</p>
      </>
    )
  }
  const severalEntries = new Set(values.map(({ entry }) => entry)).size > 1
  const set = (some: typeof values, to: CategoryChoice['to']) => change(choosing(mapping, some, to))
  return (
    <>
      <span>{say.unknown}</span>
      <div className="unknown">
        {!fixed && values.length > 1 && (
          <div className="unknown-all">
            {mayMake && (
              <Button size="small" onClick={() => set(values.filter(canBeMade), 'create')}>
                {say.makeAll}
              </Button>
            )}
            <Button size="small" onClick={() => set(values, 'none')}>
              {say.leaveAll}
            </Button>
          </div>
        )}
        <ul>
          {values.map((value) => {
            const { entry, rows } = value
            return (
              <li key={`${entry} ${value.name}`}>
                <span className="unknown-name">
                  {value.name}
                  <span className="faint">
                    {severalEntries && ` · ${words.labels.entry[entry]}`} · {say.rows(rows)}
                  </span>
                </span>
                <Select
                  aria-label={say.unknownBecomes(value.name)}
                  disabled={fixed}
                  value={choiceFor(mapping, value)}
                  options={[
                    { value: 'none', label: say.unknownNone },
                    ...((mayMake || choiceFor(mapping, value) === 'create') && canBeMade(value)
                      ? [{ value: 'create', label: say.unknownMake }]
                      : []),
                    ...categories
                      .filter((category) => category.entry === entry)
                      .map((category) => ({
                        value: category.id,
                        label: say.unknownTo(name(category)),
                      })),
                  ]}
                  onChange={(to) => set([value], to)}
                />
              </li>
            )
          })}
        </ul>
        {item.otherCategoryRows > 0 && (
          <p className="faint">{say.unknownOthers(item.otherCategoryRows)}</p>
        )}
        {!fixed && <p className="faint">{mayMake ? say.unknownHint : say.unknownHintMapOnly}</p>}
      </div>
    </>
  )
}
