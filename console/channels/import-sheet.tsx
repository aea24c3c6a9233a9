import { Select } from 'antd'
import { type ImportView, type SheetEncoding, sheetEncodings } from '../../contract/imports.ts'
import { useComplain } from '../ui/failure.tsx'
import { useWords } from '../words/words.tsx'
import { useRereadImport } from './queries.ts'

/** How the sheet is written, where it was not found out right. The preview below follows at once. */
export function ImportSheet({ item }: { item: ImportView }) {
  const { channels: say } = useWords()
  const complain = useComplain()
  const reread = useRereadImport()
  const fixed = !item.can.includes('map')
  const change = (body: { encoding?: SheetEncoding; headerRow?: number | null }) =>
    reread.mutate({ params: { importId: item.id }, body }, { onError: complain })
  // In another encoding the names may be found that were unreadable; the encoding stays when only they move.
  const kept = item.format === 'csv' ? { encoding: item.encoding } : {}
  return (
    <div className="sheet-how" aria-busy={reread.isPending}>
      {item.format === 'csv' && (
        <>
          <span>{say.encoding}</span>
          <Select
            aria-label={say.encoding}
            disabled={fixed}
            loading={reread.isPending}
            value={item.encoding}
            options={sheetEncodings.map((value) => ({ value, label: say.encodings[value] }))}
            onChange={(encoding) => change({ encoding })}
          />
        </>
      )}
      <span>{say.header}</span>
      <Select
        aria-label={say.header}
        disabled={fixed}
        loading={reread.isPending}
        value={item.headerRow ?? 0}
        options={[
          { value: 0, label: say.noHeader },
          ...item.head.map((cells, index) => ({
            value: index + 1,
            label: say.headerRow(index + 1, cells.filter(Boolean).join(' · ')),
          })),
        ]}
        onChange={(row) => change({ ...kept, headerRow: row || null })}
      />
    </div>
  )
}
