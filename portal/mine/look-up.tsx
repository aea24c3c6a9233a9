/** For another device, or a cleared one: number and code open the case. */
import { useState } from 'preact/hooks'
import { go } from '../navigation.ts'
import { keepComposing } from '../pieces/field.tsx'
import { claimTyped, trackPath } from '../routes.ts'
import { useSettings } from '../settings.ts'

export function LookUp({ workspace }: { workspace: string }) {
  const { words } = useSettings()
  const { own } = words
  const [number, setNumber] = useState('')
  const [code, setCode] = useState('')
  const [isWrong, setWrong] = useState(false)
  return (
    <form
      class="look-up card"
      onKeyDown={keepComposing}
      onSubmit={(event) => {
        event.preventDefault()
        const claim = claimTyped(number, code)
        setWrong(!claim)
        if (claim) go(trackPath(workspace, claim))
      }}
    >
      <h2>{own.find}</h2>
      <div class="field">
        <label for="find-number">{own.findNumber}</label>
        <input
          id="find-number"
          value={number}
          aria-describedby="find-number-hint"
          aria-invalid={isWrong}
          autocomplete="off"
          onInput={(event) => setNumber(event.currentTarget.value)}
        />
        <p class="hint" id="find-number-hint">
          {own.findNumberHint}
        </p>
      </div>
      <div class="field">
        <label for="find-code">{own.findCode}</label>
        <input
          id="find-code"
          value={code}
          aria-describedby="find-code-hint"
          aria-invalid={isWrong}
          autocomplete="off"
          autocapitalize="characters"
          spellcheck={false}
          onInput={(event) => setCode(event.currentTarget.value)}
        />
        <p class="hint" id="find-code-hint">
          {own.findCodeHint}
        </p>
      </div>
      <div role="alert">{isWrong && <p class="trouble">{own.findWrong}</p>}</div>
      <button type="submit" class="button plain">
        {own.findButton}
      </button>
    </form>
  )
}
