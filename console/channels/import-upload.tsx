import { Alert, Progress } from 'antd'
import { type DragEvent, useRef, useState } from 'react'
import { fileLimits } from '../../contract/files.ts'
import { upload } from '../api.ts'
import { useGo } from '../go.tsx'
import { explain } from '../ui/failure.tsx'
import { Icon } from '../ui/icon.tsx'
import { bytes } from '../words/quantity.ts'
import { useWords } from '../words/words.tsx'
import { useOpenImport } from './queries.ts'

/** Takes a sheet and goes to the page that says what is in it. */
export function ImportUpload() {
  const words = useWords()
  const say = words.channels
  const go = useGo()
  const open = useOpenImport()
  const picker = useRef<HTMLInputElement>(null)
  const [part, setPart] = useState<number | null>(null)
  const [error, setError] = useState<unknown>(null)
  const [over, setOver] = useState(false)
  const take = async (file: File | undefined) => {
    if (!file || part !== null) return
    setError(null)
    setPart(0)
    try {
      const { ticket } = await upload(file, { onProgress: setPart })
      const item = await open.mutateAsync({ file: ticket, name: file.name.slice(0, 120) })
      go(`imports/${item.id}`)
    } catch (failure) {
      setError(failure)
    } finally {
      setPart(null)
    }
  }
  const onDrop = (event: DragEvent) => {
    event.preventDefault()
    setOver(false)
    take(event.dataTransfer.files[0])
  }
  return (
    <>
      <button
        type="button"
        className={over ? 'drop drop-over' : 'drop'}
        disabled={part !== null}
        onClick={() => picker.current?.click()}
        onDragOver={(event) => {
          event.preventDefault()
          setOver(true)
        }}
        onDragLeave={() => setOver(false)}
        onDrop={onDrop}
      >
        <Icon name="import" size={24} />
        <strong>{part === null ? say.upload : say.uploading(Math.round(part * 100))}</strong>
        {part === null ? (
          <span className="faint">{say.uploadHint(bytes(fileLimits.sheet))}</span>
        ) : (
          <Progress
            percent={Math.round(part * 100)}
            showInfo={false}
            size="small"
            className="drop-bar"
          />
        )}
      </button>
      <input
        ref={picker}
        type="file"
        hidden
        accept=".csv,.tsv,.txt,.xlsx"
        onChange={(event) => {
          take(event.target.files?.[0])
          event.target.value = ''
        }}
      />
      {error !== null && (
        <Alert className="drop-error" type="error" showIcon title={explain(error, words)} />
      )}
    </>
  )
}
