/** The tray of one page: its pieces as state, pasted and dropped files, and another try when online. */
import { useEffect, useRef, useState } from 'preact/hooks'
import type { EvidenceLimits } from './file-kind.ts'
import type { KeptEvidence, Piece } from './piece.ts'
import { prepareImage } from './redraw.ts'
import { createTray, type Tray } from './tray.ts'
import { upload } from './upload.ts'

export function useTray(workspace: string, limits: EvidenceLimits, kept: KeptEvidence[] = []) {
  const known = useRef(limits)
  known.current = limits
  const [pieces, setPieces] = useState<Piece[]>([])
  const held = useRef<Tray | null>(null)
  held.current ??= createTray(
    {
      limits: () => known.current,
      prepare: prepareImage,
      upload: (blob, name, options) => upload(workspace, blob, name, options),
      onChange: setPieces,
    },
    kept,
  )
  const tray = held.current
  useEffect(() => {
    setPieces(tray.pieces())
    const retry = () => tray.retryAll()
    const paste = (event: ClipboardEvent) => take(event, event.clipboardData)
    const drop = (event: DragEvent) => take(event, event.dataTransfer)
    const over = (event: DragEvent) => {
      if (event.dataTransfer?.types.includes('Files')) event.preventDefault()
    }
    const take = (event: Event, data: DataTransfer | null) => {
      const files = [...(data?.files ?? [])]
      if (files.length === 0) return
      event.preventDefault()
      void tray.add(files)
    }
    window.addEventListener('online', retry)
    document.addEventListener('paste', paste)
    document.addEventListener('dragover', over)
    document.addEventListener('drop', drop)
    return () => {
      window.removeEventListener('online', retry)
      document.removeEventListener('paste', paste)
      document.removeEventListener('dragover', over)
      document.removeEventListener('drop', drop)
    }
  }, [tray])
  return { tray, pieces }
}
