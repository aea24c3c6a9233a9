/** From key presses to abilities. Pure, so that what must never fire can be tested. */
import type { Ability, Here } from './abilities.ts'

/** Two keys belong together when the second follows within this time. */
export const sequenceMs = 1200

export interface Press {
  key: string
  ctrlKey: boolean
  metaKey: boolean
  altKey: boolean
  isComposing: boolean
  keyCode: number
  /** Is the focus where text is typed, or is a dialog open? */
  typing: boolean
}

/** While an input method composes, keys belong to it. Safari says so only by key code 229. */
export function isComposing(press: Pick<Press, 'isComposing' | 'keyCode'>): boolean {
  return press.isComposing || press.keyCode === 229
}

/** The name of a press, or null when it is none of our business. */
export function keyName(press: Press): string | null {
  if (isComposing(press) || press.altKey) return null
  const key = press.key.length === 1 ? press.key.toLowerCase() : press.key
  if (press.ctrlKey || press.metaKey) return `mod+${key}`
  return press.typing || press.key.length !== 1 ? null : key
}

/** Which ability a key, after the one before it, means here. */
export function abilityFor(
  name: string,
  before: string | null,
  abilities: Ability[],
  here: Here,
): Ability | undefined {
  const possible = abilities.filter((ability) => ability.keys && ability.when(here))
  return (
    possible.find((ability) => before !== null && ability.keys === `${before} ${name}`) ??
    possible.find((ability) => ability.keys === name)
  )
}

const textInputs = new Set(['text', 'search', 'email', 'password', 'number', 'tel', 'url', 'date'])

/** Does this element take text, or is it inside something that does? */
export function takesText(element: Element | null): boolean {
  if (!element) return false
  if (element.tagName === 'TEXTAREA' || element.tagName === 'SELECT') return true
  if (element.tagName === 'INPUT') {
    return textInputs.has((element.getAttribute('type') ?? 'text').toLowerCase())
  }
  return element.closest('[contenteditable="true"]') !== null
}

/** `g i` as people read it: `G` then `I`; `mod` is ⌘ on a Mac. */
export function keyCaps(keys: string, mac: boolean): string[] {
  return keys.split(' ').map((key) => {
    const [mod, rest] = key.startsWith('mod+') ? [mac ? '⌘' : 'Ctrl ', key.slice(4)] : ['', key]
    return `${mod}${rest === 'Enter' ? '↵' : rest.toUpperCase()}`
  })
}
