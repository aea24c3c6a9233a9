/** The link that opens one case, alone: to keep it, or to send it to oneself. */
import { useSettings } from '../settings.ts'
import { useCopy } from './use-copy.ts'

export function CopyLink({ link }: { link: string }) {
  const { done } = useSettings().words
  const { copy, isCopied, trouble } = useCopy(link, link)
  return (
    <>
      <button type="button" class="small" onClick={copy}>
        {isCopied ? done.copied : done.copyLink}
      </button>
      <span role="status">{trouble}</span>
    </>
  )
}
