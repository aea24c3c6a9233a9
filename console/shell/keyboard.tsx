import { useEffect } from 'react'
import { abilities } from '../abilities.ts'
import { useHere } from './here.tsx'
import { abilityFor, keyName, sequenceMs, takesText } from './shortcuts.ts'

/** What lies over the page has the keys to itself. */
const over = '.ant-modal-wrap, .ant-popover:not(.ant-popover-hidden), .ant-image-preview'

/** Listens for shortcuts wherever one is. */
export function Keyboard() {
  const here = useHere()
  useEffect(() => {
    let before: { name: string; at: number } | null = null
    const onKeyDown = (event: KeyboardEvent) => {
      if (event.defaultPrevented) return
      const covered = [...document.querySelectorAll(over)].some(isShown)
      const name = keyName({
        key: event.key,
        ctrlKey: event.ctrlKey,
        metaKey: event.metaKey,
        altKey: event.altKey,
        isComposing: event.isComposing,
        keyCode: event.keyCode,
        typing: covered || takesText(event.target instanceof Element ? event.target : null),
      })
      if (name === null) return
      const first = before && event.timeStamp - before.at < sequenceMs ? before.name : null
      const now = here()
      const ability = abilityFor(name, first, abilities, now)
      before = ability ? null : { name, at: event.timeStamp }
      if (!ability) return
      event.preventDefault()
      ability.do(now)
    }
    window.addEventListener('keydown', onKeyDown)
    return () => window.removeEventListener('keydown', onKeyDown)
  }, [here])
  return null
}

function isShown(element: Element): boolean {
  return element.getClientRects().length > 0
}
