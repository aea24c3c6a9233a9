/** What was said; very much of it is folded, so that what comes after is not far away. */
import { useState } from 'preact/hooks'
import { useSettings } from '../settings.ts'

/** More than about a screen of a small phone. */
const LONG_CHARACTERS = 400
const LONG_LINES = 15

export function LongWords({ children }: { children: string }) {
  const { words } = useSettings()
  const [isWhole, setWhole] = useState(false)
  if (!isLong(children)) return <p class="words">{children}</p>
  return (
    <>
      <p class={isWhole ? 'words' : 'words is-folded'}>{children}</p>
      <button type="button" class="link" onClick={() => setWhole(!isWhole)}>
        {isWhole ? words.track.less : words.track.whole}
      </button>
    </>
  )
}

const isLong = (text: string) =>
  text.length > LONG_CHARACTERS || text.split('\n').length > LONG_LINES
