/** 补充说明 · 催一下 · 撤回 */
import { useState } from 'preact/hooks'
import type { TrackView } from '../../contract/track.ts'
import type { EvidenceLimits } from '../evidence/file-kind.ts'
import { keepComposing } from '../pieces/field.tsx'
import { useSettings } from '../settings.ts'
import { atWords } from '../times.ts'
import { sentenceFor } from '../words/words.ts'
import { AddWords, hasAddition } from './add-words.tsx'
import type { CaseOf } from './evidence-list.tsx'
import { useAction } from './use-action.ts'
import type { Tracked } from './use-track.ts'

interface CaseActionsProps {
  view: TrackView
  tracked: Tracked
  of: CaseOf
  limits: EvidenceLimits
  say: (words: string) => void
}

export function CaseActions({ view, tracked, of, limits, say }: CaseActionsProps) {
  const { words, locale } = useSettings()
  const { track } = words
  const [open, setOpen] = useState<'none' | 'add' | 'withdraw'>(() =>
    hasAddition(of) ? 'add' : 'none',
  )
  const urging = useAction()
  const waitUntil =
    view.urgeAgainAt && Date.parse(view.urgeAgainAt) > Date.now() ? view.urgeAgainAt : null
  const toggle = (which: 'add' | 'withdraw') => setOpen(open === which ? 'none' : which)
  const urge = async () => {
    if (waitUntil) return
    if (await urging.run(tracked.urge)) say(track.urged(view.handler))
  }
  const mayUrge = view.can.includes('urge') || (waitUntil !== null && view.state !== 'closed')
  return (
    <section class="actions">
      <div class="links">
        {view.can.includes('add') && (
          <button
            type="button"
            class="small"
            aria-expanded={open === 'add'}
            onClick={() => toggle('add')}
          >
            {track.add}
          </button>
        )}
        {mayUrge && (
          <button
            type="button"
            class="small"
            aria-disabled={waitUntil !== null || urging.isRunning}
            onClick={urge}
          >
            {track.urge}
            {waitUntil && <small>{track.urgeAgain(atWords(waitUntil, { locale }))}</small>}
          </button>
        )}
        {view.can.includes('withdraw') && (
          <button
            type="button"
            class="small"
            aria-expanded={open === 'withdraw'}
            onClick={() => toggle('withdraw')}
          >
            {track.withdraw}
          </button>
        )}
      </div>
      <div role="alert">
        {urging.error !== null && <p class="trouble">{sentenceFor(urging.error, locale)}</p>}
      </div>
      {open === 'add' && view.can.includes('add') && (
        <AddWords
          tracked={tracked}
          of={of}
          limits={limits}
          isClosed={view.state === 'closed'}
          onAdded={() => {
            setOpen('none')
            say(track.added)
          }}
        />
      )}
      {open === 'withdraw' && view.can.includes('withdraw') && (
        <Withdraw tracked={tracked} say={say} close={() => setOpen('none')} />
      )}
    </section>
  )
}

interface WithdrawProps {
  tracked: Tracked
  say: (words: string) => void
  close: () => void
}

function Withdraw({ tracked, say, close }: WithdrawProps) {
  const { words, locale } = useSettings()
  const { track } = words
  const [reason, setReason] = useState('')
  const { run, isRunning, error } = useAction()
  return (
    <form
      class="card"
      onKeyDown={keepComposing}
      onSubmit={async (event) => {
        event.preventDefault()
        if (await run(() => tracked.withdraw(reason.trim()))) say(track.withdrawn)
      }}
    >
      <p>{track.withdrawSure}</p>
      <div class="field">
        <label for="reason">
          {track.withdrawWhy}
          <span class="hint"> {words.optional}</span>
        </label>
        <input
          id="reason"
          maxLength={200}
          autocomplete="off"
          value={reason}
          onInput={(event) => setReason(event.currentTarget.value)}
        />
      </div>
      <div role="alert">
        {error !== null && <p class="trouble">{sentenceFor(error, locale)}</p>}
      </div>
      <div class="pair">
        <button type="button" class="button plain" onClick={close}>
          {track.withdrawNo}
        </button>
        <button type="submit" class="button danger" aria-disabled={isRunning}>
          {track.withdrawYes}
        </button>
      </div>
    </form>
  )
}
