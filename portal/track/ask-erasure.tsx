/** 删除我的信息：说清后果，再转给客服。 */
import { useState } from 'preact/hooks'
import { useSettings } from '../settings.ts'
import { sentenceFor } from '../words/words.ts'
import { useAction } from './use-action.ts'
import type { Tracked } from './use-track.ts'

interface AskErasureProps {
  tracked: Tracked
  say: (words: string) => void
}

export function AskErasure({ tracked, say }: AskErasureProps) {
  const { words, locale } = useSettings()
  const { track } = words
  const [isOpen, setOpen] = useState(false)
  const { run, isRunning, error } = useAction()
  if (!isOpen) {
    return (
      <p class="erase">
        <button type="button" class="link" aria-expanded={false} onClick={() => setOpen(true)}>
          {track.erase}
        </button>
      </p>
    )
  }
  return (
    <form
      class="card"
      onSubmit={async (event) => {
        event.preventDefault()
        if (await run(tracked.askErasure)) say(track.eraseAsked)
      }}
    >
      <h2>{track.erase}</h2>
      <p>{track.eraseSure}</p>
      <div role="alert">
        {error !== null && <p class="trouble">{sentenceFor(error, locale)}</p>}
      </div>
      <div class="pair">
        <button type="button" class="button plain" onClick={() => setOpen(false)}>
          {track.eraseNo}
        </button>
        <button type="submit" class="button danger" aria-disabled={isRunning}>
          {track.eraseYes}
        </button>
      </div>
    </form>
  )
}
