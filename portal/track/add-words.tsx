/** More words or evidence. What is typed stays on the phone until it has arrived. */
import { useEffect, useState } from 'preact/hooks'
import { messageLimit } from '../../contract/cases.ts'
import { EvidencePicker } from '../evidence/evidence-picker.tsx'
import type { EvidenceLimits } from '../evidence/file-kind.ts'
import { useTray } from '../evidence/use-tray.ts'
import { onDevice } from '../keeping.ts'
import { randomKey } from '../random-key.ts'
import { useSettings } from '../settings.ts'
import { TextBox } from '../submit/text-box.tsx'
import { arrived } from '../submit/use-submission.ts'
import { sentenceFor } from '../words/words.ts'
import type { CaseOf } from './evidence-list.tsx'
import { useAction } from './use-action.ts'
import type { Tracked } from './use-track.ts'

interface AddWordsProps {
  tracked: Tracked
  of: CaseOf
  limits: EvidenceLimits
  isClosed: boolean
  onAdded: () => void
}

interface KeptAddition {
  text: string
  submissionKey: string
}

export function AddWords({ tracked, of, limits, isClosed, onAdded }: AddWordsProps) {
  const { words, locale } = useSettings()
  const { track } = words
  const key = additionKey(of)
  const [{ text, submissionKey }, setAddition] = useState<KeptAddition>(
    () => onDevice.read<KeptAddition>(key) ?? { text: '', submissionKey: randomKey() },
  )
  const { tray, pieces } = useTray(of.workspace, limits)
  const [isEmpty, setEmpty] = useState(false)
  const { run, isRunning, error } = useAction()
  useEffect(() => {
    if (text) onDevice.write(key, { text, submissionKey })
    else onDevice.drop(key)
  }, [key, text, submissionKey])

  const send = async () => {
    const hasNothing = text.trim() === '' && pieces.every(({ state }) => state === 'refused')
    setEmpty(hasNothing)
    if (hasNothing) return
    const isSent = await run(async () => {
      const tickets = (await arrived(tray)).flatMap(({ ticket }) => (ticket ? [ticket] : []))
      await tracked.add(text.trim(), tickets, submissionKey)
    })
    if (!isSent) return
    onDevice.drop(key)
    onAdded()
  }

  return (
    <form
      class="add card"
      onSubmit={(event) => {
        event.preventDefault()
        void send()
      }}
    >
      <div class="field">
        <label for="addition">{track.add}</label>
        <TextBox
          aria={{ id: 'addition', 'aria-invalid': isEmpty, 'aria-describedby': undefined }}
          value={text}
          limit={messageLimit}
          placeholder={track.addHint}
          onChange={(next) => setAddition({ text: next, submissionKey })}
        />
      </div>
      <EvidencePicker tray={tray} pieces={pieces} limits={limits} />
      {isClosed && <p class="hint">{track.addReopens}</p>}
      <div role="alert">
        {isEmpty && <p class="trouble">{track.addNothing}</p>}
        {error !== null && <p class="trouble">{sentenceFor(error, locale)}</p>}
      </div>
      <button type="submit" class="button" aria-disabled={isRunning}>
        {isRunning ? track.addSending : track.addSend}
      </button>
    </form>
  )
}

const additionKey = ({ workspace, claim }: CaseOf) => `addition.${workspace}.${claim.number}`

/** Something was typed here and has not been sent. */
export const hasAddition = (of: CaseOf) => onDevice.read<KeptAddition>(additionKey(of)) !== null
