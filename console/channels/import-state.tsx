import { Progress } from 'antd'
import type { ImportView } from '../../contract/imports.ts'
import { useWords } from '../words/words.tsx'

const tones: Record<ImportView['state'], string> = {
  mapping: 'tag tag-warn',
  checking: 'tag tag-jade',
  checked: 'tag tag-warn',
  running: 'tag tag-jade',
  done: 'tag',
  failed: 'tag tag-late',
  undoing: 'tag tag-jade',
  undone: 'tag',
}
export const isBusy = ({ state }: ImportView) =>
  state === 'checking' || state === 'running' || state === 'undoing'

export function ImportTag({ state }: { state: ImportView['state'] }) {
  const { channels } = useWords()
  return <span className={tones[state]}>{channels.states[state]}</span>
}

export function ImportProgress({ item }: { item: ImportView }) {
  const { channels } = useWords()
  const percent = item.rows ? Math.floor((item.done / item.rows) * 100) : 0
  return (
    <div className="import-progress">
      <Progress percent={percent} size="small" showInfo={false} status="active" />
      <span className="faint">{channels.progress(item.done, item.rows)}</span>
    </div>
  )
}
