import { Radio, Select } from 'antd'
import { useState } from 'react'
import {
  type ImportMapping,
  type ImportTarget,
  type ImportView,
  importTargets,
} from '../../contract/imports.ts'
import { entries } from '../../contract/values.ts'
import { useCategories } from '../feedback/queries.ts'
import { useComplain } from '../ui/failure.tsx'
import { useName, useWords } from '../words/words.tsx'
import { ImportCategories } from './import-categories.tsx'
import { ImportDates } from './import-dates.tsx'
import { ImportSheet } from './import-sheet.tsx'
import { useMapImport } from './queries.ts'

const shownRows = 8
/** May stand over several columns; every other meaning belongs to one. */
const manyTimes: readonly ImportTarget[] = ['context', 'ignore']

/** The first rows, with what each column means above it. A choice is saved as it is made. */
export function ImportMappingForm({ item }: { item: ImportView }) {
  const words = useWords()
  const say = words.channels
  const name = useName()
  const complain = useComplain()
  const save = useMapImport()
  const categories = (useCategories().data ?? []).filter(({ archived }) => !archived)
  const [mapping, setMapping] = useState<ImportMapping>(item.mapping)
  const mayMap = item.can.includes('map')
  const change = (next: ImportMapping) => {
    setMapping(next)
    const sane = next.columns.includes('text') || next.columns.includes('title')
    if (sane) save.mutate({ params: { importId: item.id }, body: next }, { onError: complain })
  }
  const setColumn = (index: number, target: ImportTarget) => {
    const columns = mapping.columns.map((before, at) => {
      if (at === index) return target
      // A meaning moves to the column chosen last.
      return before === target && !manyTimes.includes(target) ? ('ignore' as const) : before
    })
    change({ ...mapping, columns })
  }
  const lacksText = !mapping.columns.includes('text') && !mapping.columns.includes('title')
  return (
    <>
      <div className="card">
        <h2>{say.preview}</h2>
        <ImportSheet item={item} />
        {mayMap && <p className={lacksText ? 'tone-late' : 'faint'}>{say.previewHint}</p>}
        <div className="sheet">
          <table>
            <thead>
              <tr>
                {item.columns.map((column, index) => (
                  // biome-ignore lint/suspicious/noArrayIndexKey: columns have no other identity
                  <th key={index} className={mapping.columns[index] === 'ignore' ? 'ignored' : ''}>
                    <Select
                      size="small"
                      aria-label={column}
                      disabled={!mayMap}
                      popupMatchSelectWidth={false}
                      value={mapping.columns[index] ?? 'ignore'}
                      options={importTargets.map((value) => ({ value, label: say.targets[value] }))}
                      onChange={(target) => setColumn(index, target)}
                    />
                    <span>{column}</span>
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {item.sample.slice(0, shownRows).map((row, at) => (
                // biome-ignore lint/suspicious/noArrayIndexKey: rows of a preview have no other identity
                <tr key={at}>
                  {item.columns.map((_, index) => (
                    <td
                      // biome-ignore lint/suspicious/noArrayIndexKey: as above
                      key={index}
                      className={mapping.columns[index] === 'ignore' ? 'ignored' : ''}
                    >
                      {row[index]}
                    </td>
                  ))}
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      </div>
      <div className="card">
        <h2>{say.options}</h2>
        <div className="import-options">
          <span>{say.entry}</span>
          <Select
            aria-label={say.entry}
            disabled={!mayMap}
            value={mapping.entry}
            options={entries.map((value) => ({ value, label: words.labels.entry[value] }))}
            onChange={(entry) => change({ ...mapping, entry })}
          />
          <span>{say.category}</span>
          <Select
            aria-label={say.category}
            disabled={!mayMap}
            value={mapping.categoryId ?? ''}
            options={[
              { value: '', label: say.noCategory },
              ...categories.map((category) => ({ value: category.id, label: name(category) })),
            ]}
            onChange={(id) => change({ ...mapping, categoryId: id || null })}
          />
          <ImportCategories item={item} mapping={mapping} change={change} />
          <ImportDates
            item={item}
            mapping={mapping}
            change={(dateOrder) => change({ ...mapping, dateOrder })}
          />
          <span>{say.as}</span>
          <div>
            <Radio.Group
              disabled={!mayMap}
              value={mapping.as}
              onChange={(event) => change({ ...mapping, as: event.target.value })}
              options={(['open', 'history'] as const).map((value) => ({
                value,
                label: say.asChoices[value],
              }))}
            />
            <p className="faint">{say.asHints[mapping.as]}</p>
          </div>
        </div>
      </div>
    </>
  )
}
