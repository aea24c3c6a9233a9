import { Progress } from 'antd'
import { explain } from '../ui/failure.tsx'
import { Icon } from '../ui/icon.tsx'
import { bytes } from '../words/quantity.ts'
import { useWords } from '../words/words.tsx'
import { type Attachment, type Attachments, TooLarge } from './attachments.ts'

/** The files that will go with the message, and how far each is. */
export function AttachmentList({ files }: { files: Attachments }) {
  const words = useWords()
  if (files.items.length === 0) return null
  return (
    <div className="evidence">
      {files.items.map((item) => (
        <span
          key={item.key}
          className={item.error ? 'file file-failed' : 'file'}
          title={why(item, words)}
        >
          <Icon name={item.error ? 'warn' : 'file'} />
          <span className="clip">{item.name}</span>
          <span className="faint">{bytes(item.size)}</span>
          {item.ticket === null && !item.error && (
            <Progress
              type="circle"
              size={16}
              percent={Math.round(item.progress * 100)}
              showInfo={false}
            />
          )}
          {item.error !== null && <span className="file-why">{why(item, words)}</span>}
          <button
            type="button"
            className="bare"
            aria-label={`${words.shell.remove} ${item.name}`}
            onClick={() => files.remove(item.key)}
          >
            <Icon name="close" size={13} />
          </button>
        </span>
      ))}
    </div>
  )
}

function why(item: Attachment, words: ReturnType<typeof useWords>): string {
  if (item.error === null) return item.name
  if (item.error instanceof TooLarge) return words.errors.sentences.file_too_large ?? ''
  return explain(item.error, words)
}
