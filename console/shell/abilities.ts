/**
 * What a person can do, each declared once: buttons, shortcuts, the help sheet and the command bar
 * are all made from these. Pages publish what they can do right now as `Here`.
 */
import type { Ability as CaseAbility, CaseDetail } from '../../contract/cases.ts'
import type { Viewer } from '../../contract/workspaces.ts'
import type { IconName } from '../ui/icon.tsx'
import type { Words } from '../words/words.tsx'

export interface ListHere {
  next: () => void
  previous: () => void
  toggleSelected: () => void
  focusSearch: () => void
}

export interface CaseHere {
  detail: CaseDetail
  /** Opens what the ability asks for: the composer, a menu, a question. */
  start: (ability: CaseAbility) => void
  /** Puts the known answer that fits best into the reply, where there is one. */
  insertAnswer?: () => void
}

export interface Here {
  viewer: Viewer
  go: (page: string) => void
  openHelp: () => void
  openCommands: () => void
  list?: ListHere
  case?: CaseHere
}

export interface Ability {
  id: string
  group: 'go' | 'list' | 'case' | 'help'
  label: (words: Words) => string
  icon: IconName
  /** As `shortcuts.ts` names keys: `j`, `?`, `mod+k`, or two in a row, `g i`. */
  keys?: string
  when: (here: Here) => boolean
  do: (here: Here) => void
}
