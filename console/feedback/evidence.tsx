import { Image, Modal } from 'antd'
import { useState } from 'react'
import type { FileView } from '../../contract/files.ts'
import { fileLink } from '../api.ts'
import { Icon } from '../ui/icon.tsx'
import { bytes } from '../words/quantity.ts'
import { useWords } from '../words/words.tsx'

/** Files attached to what was said: images to look at, videos to play, logs to take along. */
export function Evidence({ files }: { files: FileView[] }) {
  const words = useWords()
  if (files.length === 0) return null
  const images = files.filter(({ kind }) => kind === 'image')
  const others = files.filter(({ kind }) => kind !== 'image')
  return (
    <div className="evidence">
      {images.length > 0 && (
        <Image.PreviewGroup>
          {images.map((file) => (
            <Image
              key={file.id}
              src={fileLink(file.id)}
              alt={file.name}
              title={`${file.name} · ${bytes(file.size)}`}
              loading="lazy"
              width={74}
              height={56}
              preview={{ mask: words.cases.conversation.preview }}
            />
          ))}
        </Image.PreviewGroup>
      )}
      {others.map((file) =>
        file.kind === 'video' ? (
          <Video key={file.id} file={file} />
        ) : (
          <Download key={file.id} file={file} />
        ),
      )}
    </div>
  )
}

function Video({ file }: { file: FileView }) {
  const [open, setOpen] = useState(false)
  return (
    <>
      <button type="button" className="file" onClick={() => setOpen(true)} title={file.name}>
        <Icon name="play" />
        <span className="clip">{file.name}</span>
        <span className="faint">{bytes(file.size)}</span>
      </button>
      <Modal
        open={open}
        onCancel={() => setOpen(false)}
        footer={null}
        title={file.name}
        width={760}
        destroyOnHidden
      >
        {/* biome-ignore lint/a11y/useMediaCaption: what customers film has no captions */}
        <video src={fileLink(file.id)} controls autoPlay className="video" />
      </Modal>
    </>
  )
}

function Download({ file }: { file: FileView }) {
  const words = useWords()
  return (
    <a
      className="file"
      href={fileLink(file.id)}
      download={file.name}
      title={`${words.cases.conversation.download} ${file.name}`}
    >
      <Icon name="file" />
      <span className="clip">{file.name}</span>
      <span className="faint">{bytes(file.size)}</span>
      <Icon name="download" size={14} />
    </a>
  )
}
