import { Alert, App, Button, Input } from 'antd'
import {
  type ClipboardEvent,
  type DragEvent,
  type KeyboardEvent,
  type Ref,
  useEffect,
  useImperativeHandle,
  useRef,
  useState,
} from 'react'
import { type CaseDetail, messageLimit } from '../../contract/cases.ts'
import { fileLimits } from '../../contract/files.ts'
import { DraftHelp } from '../assistant/draft-help.tsx'
import { useDraftOrigin } from '../assistant/draft-origin.ts'
import { KeyCaps } from '../shell/key-caps.tsx'
import { isComposing } from '../shell/shortcuts.ts'
import { explain } from '../ui/failure.tsx'
import { Icon } from '../ui/icon.tsx'
import { bytes } from '../words/quantity.ts'
import { useWords } from '../words/words.tsx'
import { AttachmentList } from './attachment-list.tsx'
import { useAttachments } from './attachments.ts'
import { type DraftKind, useDraft } from './draft.ts'
import { NewerMessages } from './newer-messages.tsx'
import { useSending } from './sending.ts'

export interface ComposerHandle {
  write: (kind: DraftKind) => void
  /** Adds to the reply that is being written. */
  insert: (text: string) => void
}

/** Where the answer is written. Text is let go of only when the server has it. */
export function Composer(props: {
  detail: CaseDetail
  ref: Ref<ComposerHandle>
  /** Shows the newest of what was said. */
  showNewest: () => void
}) {
  const { detail, ref } = props
  const words = useWords()
  const say = words.cases.composer
  const { message } = App.useApp()
  const mayAnswer = detail.can.includes('answer')
  const mayNote = detail.can.includes('note')
  const [kind, setKind] = useState<DraftKind>(mayAnswer ? 'reply' : 'note')
  const [text, write] = useDraft(detail.id, kind)
  const [origin, setOrigin] = useDraftOrigin(detail.id)
  const [inserted, setInserted] = useState('')
  const files = useAttachments()
  const [over, setOver] = useState(false)
  const box = useRef<HTMLTextAreaElement>(null)
  const picker = useRef<HTMLInputElement>(null)
  const closed = kind === 'reply' && !mayAnswer
  const sending = useSending(detail, kind, { text, barred: closed })
  useImperativeHandle(ref, () => ({
    write: (next) => {
      setKind(next)
      setTimeout(() => box.current?.focus())
    },
    insert: (added) => {
      setKind('reply')
      setInserted(added)
    },
  }))
  useEffect(() => {
    if (inserted === '' || kind !== 'reply') return
    setInserted('')
    write(text.trim() === '' ? inserted : `${text.trimEnd()}\n\n${inserted}`)
    setTimeout(() => box.current?.focus())
  }, [inserted, kind, text, write])
  if (!mayAnswer && !mayNote) return <footer className="composer faint">{say.readOnly}</footer>

  const setText = (next: string) => {
    write(next)
    if (kind === 'reply' && next === '') setOrigin(null)
  }
  const tooLong = text.length > messageLimit
  const ready = !closed && !tooLong && text.trim() !== '' && !files.uploading && !sending.isPending
  const send = async () => {
    if (!ready) return
    const drafted = kind === 'reply' && origin !== null ? { draftId: origin } : {}
    const sent = await sending.send({ text, evidence: files.tickets, ...drafted })
    if (!sent) return
    setText('')
    files.clear()
  }
  const attach = (list: Iterable<File>) => {
    const leftOut = files.add([...list])
    if (leftOut > 0) message.warning(say.tooMany(fileLimits.perFeedback))
  }
  const onKeyDown = (event: KeyboardEvent<HTMLTextAreaElement>) => {
    if (isComposing(event.nativeEvent)) return
    if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) {
      event.preventDefault()
      send()
    } else if (event.key === 'Escape') event.currentTarget.blur()
  }
  const onPaste = (event: ClipboardEvent) => {
    if (event.clipboardData.files.length === 0) return
    event.preventDefault()
    attach(event.clipboardData.files)
  }
  const onDrop = (event: DragEvent) => {
    event.preventDefault()
    setOver(false)
    attach(event.dataTransfer.files)
  }
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: files may be dropped here; the button does the same
    <footer
      className={`composer composer-${kind}${over ? ' composer-over' : ''}`}
      onDragOver={(event) => {
        event.preventDefault()
        setOver(true)
      }}
      onDragLeave={() => setOver(false)}
      onDrop={onDrop}
    >
      <div className="tabs" role="tablist">
        {(['reply', 'note'] as const).map((tab) => (
          <button
            key={tab}
            type="button"
            role="tab"
            aria-selected={kind === tab}
            className="tab"
            onClick={() => setKind(tab)}
          >
            <Icon name={tab} size={14} /> {say[tab]}
          </button>
        ))}
      </div>
      {sending.news.length > 0 ? (
        <NewerMessages
          news={sending.news}
          kind={kind}
          sendAnyway={
            closed
              ? undefined
              : () => {
                  sending.lookedAt()
                  send()
                }
          }
          look={() => {
            sending.lookedAt()
            props.showNewest()
          }}
        />
      ) : (
        sending.error !== null && (
          <Alert type="error" showIcon title={`${say.failed} ${explain(sending.error, words)}`} />
        )
      )}
      {kind === 'reply' && !closed && (
        <DraftHelp
          key={detail.id}
          detail={detail}
          written={text}
          take={(draft, draftId) => {
            setText(draft)
            setOrigin(draftId)
            box.current?.focus()
          }}
        />
      )}
      <Input.TextArea
        ref={(found) => {
          box.current = found?.resizableTextArea?.textArea ?? null
        }}
        value={text}
        disabled={closed}
        aria-label={say[kind]}
        placeholder={closed ? say.closedHint : { reply: say.replyHint, note: say.noteHint }[kind]}
        autoSize={{ minRows: 2, maxRows: 10 }}
        status={tooLong ? 'error' : ''}
        onChange={(event) => setText(event.target.value)}
        onKeyDown={onKeyDown}
        onPaste={onPaste}
      />
      <AttachmentList files={files} />
      <div className="composer-foot">
        <input
          ref={picker}
          type="file"
          multiple
          hidden
          onChange={(event) => {
            attach(event.target.files ?? [])
            event.target.value = ''
          }}
        />
        <Button
          type="text"
          size="small"
          disabled={closed}
          icon={<Icon name="attach" />}
          aria-label={say.attach}
          onClick={() => picker.current?.click()}
        />
        <span className="faint composer-limits">
          {over && say.drop}
          {!over &&
            text === '' &&
            say.limits(
              bytes(fileLimits.image),
              bytes(fileLimits.video),
              bytes(fileLimits.log),
              fileLimits.perFeedback,
            )}
        </span>
        <span className="composer-state faint">
          {tooLong && <span className="tone-late">{say.over(messageLimit)}</span>}
          {!tooLong && files.uploading && say.uploading}
          {!tooLong &&
            !files.uploading &&
            text !== '' &&
            (kind === 'reply' && origin !== null ? words.assistant.draft.begun : say.draftKept)}
        </span>
        <Button type="primary" disabled={!ready} loading={sending.isPending} onClick={() => send()}>
          {kind === 'reply' ? say.send : say.saveNote} {ready && <KeyCaps keys="mod+Enter" />}
        </Button>
      </div>
    </footer>
  )
}
