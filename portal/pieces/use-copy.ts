/** What a copy button does and says: shortly, that it worked; when it did not, the words to copy by hand. */
import { useState } from 'preact/hooks'
import { useSettings } from '../settings.ts'
import { copied } from './copied.ts'

const SHOWN_MS = 4000

export function useCopy(words: string, byHand: string) {
  const { done } = useSettings().words
  const [outcome, setOutcome] = useState<'none' | 'copied' | 'failed'>('none')
  return {
    isCopied: outcome === 'copied',
    trouble: outcome === 'failed' ? `${done.copyFailed}：${byHand}` : '',
    copy: async () => {
      setOutcome((await copied(words)) ? 'copied' : 'failed')
      setTimeout(() => setOutcome('none'), SHOWN_MS)
    },
  }
}
