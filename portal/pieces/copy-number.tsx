/** The number people quote, with a button that copies number and link. */
import { useState } from 'preact/hooks'
import { linkTo } from '../receipts/receipts.ts'
import type { Claim } from '../routes.ts'
import { useSettings } from '../settings.ts'

export function CopyNumber({ workspace, claim }: { workspace: string; claim: Claim }) {
  const { words } = useSettings()
  const [outcome, setOutcome] = useState<'none' | 'copied' | 'failed'>('none')
  const number = words.number(claim.number)
  const link = linkTo(workspace, claim, location.origin)
  const copy = async () => {
    const isCopied = await copied(words.done.copyText(number, claim.code, link))
    setOutcome(isCopied ? 'copied' : 'failed')
    setTimeout(() => setOutcome('none'), 4000)
  }
  const labels = { none: words.done.copy, copied: words.done.copied, failed: words.done.copy }
  return (
    <div class="number card">
      <div>
        <span class="hint">{words.done.number}</span>
        <strong>{number}</strong>
      </div>
      <button type="button" class="small" onClick={copy}>
        {labels[outcome]}
      </button>
      <p class="hint" role="status">
        {outcome === 'failed' ? `${words.done.copyFailed}：${link}` : ''}
      </p>
    </div>
  )
}

/** The clipboard of modern pages needs https; the old way works in the app's own browsers too. */
async function copied(text: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text)
    return true
  } catch {
    const box = document.createElement('textarea')
    box.value = text
    box.setAttribute('readonly', '')
    box.className = 'unseen'
    document.body.append(box)
    box.select()
    const isCopied = document.execCommand('copy')
    box.remove()
    return isCopied
  }
}
