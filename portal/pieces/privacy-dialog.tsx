/** What is done with the data. It has an address (`#privacy`), so “back” closes it. */
import { useEffect, useRef } from 'preact/hooks'
import type { PortalView } from '../../contract/feedback.ts'
import { useSettings } from '../settings.ts'
import { CrossIcon } from './icons.tsx'

export const PRIVACY_HASH = '#privacy'

export function PrivacyDialog({ portal, onClose }: { portal: PortalView; onClose: () => void }) {
  const { words } = useSettings()
  const box = useRef<HTMLDialogElement>(null)
  useEffect(() => {
    const dialog = box.current
    // Browsers without dialogs show it as a section of the page.
    if (dialog && typeof dialog.showModal === 'function' && !dialog.open) dialog.showModal()
    else dialog?.setAttribute('open', '')
    return () => dialog?.close?.()
  }, [])
  const { privacy } = words
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: a click beside it closes; Escape is onCancel
    <dialog
      ref={box}
      class="privacy"
      aria-labelledby="privacy-title"
      onCancel={(event) => {
        event.preventDefault()
        onClose()
      }}
      onClick={(event) => event.target === box.current && onClose()}
    >
      <div>
        <button type="button" class="round" aria-label={words.close} onClick={onClose}>
          <CrossIcon />
        </button>
        <h2 id="privacy-title">{privacy.title}</h2>
        <h3>{privacy.purpose}</h3>
        <p>{privacy.purposeText(portal.name)}</p>
        <h3>{privacy.collect}</h3>
        <p>{privacy.collectText}</p>
        <h3>{privacy.keep}</h3>
        <p>{privacy.keepText(portal.contactRetentionDays)}</p>
        <h3>{privacy.who}</h3>
        <p>{privacy.whoText(portal.name)}</p>
        <h3>{privacy.erase}</h3>
        <p>{privacy.eraseText}</p>
      </div>
    </dialog>
  )
}
