/** The number people quote, with a button that copies number and link. */
import { linkTo } from '../receipts/receipts.ts'
import type { Claim } from '../routes.ts'
import { useSettings } from '../settings.ts'
import { useCopy } from './use-copy.ts'

export function CopyNumber({ workspace, claim }: { workspace: string; claim: Claim }) {
  const { words } = useSettings()
  const number = words.number(claim.number)
  const link = linkTo(workspace, claim, location.origin)
  const { copy, isCopied, trouble } = useCopy(words.done.copyText(number, claim.code, link), link)
  return (
    <div class="number card">
      <div>
        <span class="hint">{words.done.number}</span>
        <strong>{number}</strong>
      </div>
      <button type="button" class="small" onClick={copy}>
        {isCopied ? words.done.copied : words.done.copy}
      </button>
      <p class="hint" role="status">
        {trouble}
      </p>
    </div>
  )
}
