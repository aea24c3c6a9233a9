/** 问题解决了吗？我们的答复说清楚了吗？ */
import { useState } from 'preact/hooks'
import type { Entry } from '../../contract/values.ts'
import { useSettings } from '../settings.ts'
import { sentenceFor } from '../words/words.ts'
import { useAction } from './use-action.ts'
import type { Tracked } from './use-track.ts'

interface VerdictProps {
  entry: Entry
  /** Saying yes ends it. */
  isOpen: boolean
  tracked: Tracked
  onGiven: (verdict: 'solved' | 'not solved') => void
}

export function Verdict({ entry, isOpen, tracked, onGiven }: VerdictProps) {
  const { words, locale } = useSettings()
  const asked = words.track.verdict[entry]
  const [isMissing, setMissing] = useState(false)
  const [text, setText] = useState('')
  const { run, isRunning, error } = useAction()
  const confirm = async (solved: boolean) => {
    if (await run(() => tracked.confirm(solved, solved ? '' : text.trim())))
      onGiven(solved ? 'solved' : 'not solved')
  }
  return (
    <>
      <h2>{asked.ask}</h2>
      <div class="pair">
        <button
          type="button"
          class="button"
          aria-disabled={isRunning}
          onClick={() => confirm(true)}
        >
          {asked.yes}
        </button>
        <button
          type="button"
          class="button plain"
          aria-expanded={isMissing}
          onClick={() => setMissing(!isMissing)}
        >
          {asked.no}
        </button>
      </div>
      {isOpen && asked.ends && !isMissing && <p class="hint">{asked.ends}</p>}
      {isMissing && (
        <form
          onSubmit={(event) => {
            event.preventDefault()
            void confirm(false)
          }}
        >
          <div class="field">
            <label for="missing">
              {asked.more}
              <span class="hint"> {words.optional}</span>
            </label>
            <textarea
              id="missing"
              rows={3}
              placeholder={asked.moreHint}
              value={text}
              onInput={(event) => setText(event.currentTarget.value)}
            />
          </div>
          <button type="submit" class="button" aria-disabled={isRunning}>
            {asked.send}
          </button>
        </form>
      )}
      <div role="alert">
        {error !== null && <p class="trouble">{sentenceFor(error, locale)}</p>}
      </div>
    </>
  )
}
