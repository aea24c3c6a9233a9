import { keyCaps } from './shortcuts.ts'

const mac = /Mac|iPhone|iPad/.test(navigator.platform)

export function KeyCaps({ keys }: { keys: string }) {
  return (
    <span className="key-caps">
      {keyCaps(keys, mac).map((cap) => (
        <kbd key={cap}>{cap}</kbd>
      ))}
    </span>
  )
}
