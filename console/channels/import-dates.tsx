import { Select } from 'antd'
import { dateOrders, type ImportMapping, type ImportView } from '../../contract/imports.ts'
import { useWords } from '../words/words.tsx'

/** In which order the column of times writes day and month; nothing where no column holds times. */
export function ImportDates({
  item,
  mapping,
  change,
}: {
  item: ImportView
  mapping: ImportMapping
  change: (dateOrder: ImportMapping['dateOrder']) => void
}) {
  const { channels: say } = useWords()
  const column = mapping.columns.indexOf('said_at')
  if (column < 0) return null
  const shown = item.dates[column] ?? null
  const isUnclear = shown === 'unclear' && mapping.dateOrder === 'auto'
  const found = shown === null || shown === 'unclear' ? null : say.dateOrders[shown]
  return (
    <>
      <span>{say.dates}</span>
      <div>
        <Select
          aria-label={say.dates}
          disabled={!item.can.includes('map')}
          status={isUnclear ? 'warning' : ''}
          value={mapping.dateOrder}
          options={[
            { value: 'auto' as const, label: say.datesAuto(found) },
            ...dateOrders.map((value) => ({ value, label: say.dateOrders[value] })),
          ]}
          onChange={change}
        />
        <p className={isUnclear ? 'tone-late' : 'faint'}>
          {isUnclear ? say.datesUnclear : say.datesHint}
        </p>
      </div>
    </>
  )
}
