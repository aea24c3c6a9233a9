import type { Ability as CaseAbility } from '../../contract/cases.ts'
import type { Ability } from '../shell/abilities.ts'
import type { IconName } from '../ui/icon.tsx'

export const listAbilities: Ability[] = [
  {
    id: 'list.next',
    group: 'list',
    label: ({ cases }) => cases.next,
    icon: 'down',
    keys: 'j',
    when: ({ list }) => list !== undefined,
    do: ({ list }) => list?.next(),
  },
  {
    id: 'list.previous',
    group: 'list',
    label: ({ cases }) => cases.previous,
    icon: 'back',
    keys: 'k',
    when: ({ list }) => list !== undefined,
    do: ({ list }) => list?.previous(),
  },
  {
    id: 'list.select',
    group: 'list',
    label: ({ cases }) => cases.select,
    icon: 'check',
    keys: 'x',
    when: ({ list }) => list !== undefined,
    do: ({ list }) => list?.toggleSelected(),
  },
  {
    id: 'list.search',
    group: 'list',
    label: ({ cases }) => cases.focusSearch,
    icon: 'search',
    keys: '/',
    when: ({ list }) => list !== undefined,
    do: ({ list }) => list?.focusSearch(),
  },
]

/** What can be done with a case; the server says which of them may be. */
const ofCase: [CaseAbility, IconName, string?][] = [
  ['answer', 'reply', 'r'],
  ['note', 'note', 'n'],
  ['assign', 'assign', 'a'],
  ['prioritise', 'flag', 'p'],
  ['move', 'move', 'm'],
  ['link', 'link', 'l'],
  ['close', 'check', 'e'],
  ['reopen', 'reopen', 'o'],
  ['reveal', 'eye'],
  ['erase', 'trash'],
]

export const caseAbilities: Ability[] = ofCase.map(([ability, icon, keys]) => ({
  id: `case.${ability}`,
  group: 'case',
  label: ({ cases }) => cases.abilities[ability],
  icon,
  ...(keys ? { keys } : {}),
  when: (here) => here.case?.detail.can.includes(ability) ?? false,
  do: (here) => here.case?.start(ability),
}))

/** Beside what the server permits: help with the writing. */
export const writingAbilities: Ability[] = [
  {
    id: 'case.insertAnswer',
    group: 'case',
    label: ({ knowledge }) => knowledge.insertFirst,
    icon: 'answer',
    keys: 'i',
    when: (here) => here.case?.insertAnswer !== undefined,
    do: (here) => here.case?.insertAnswer?.(),
  },
]

export function caseAbility(ability: CaseAbility): Ability {
  const found = caseAbilities.find(({ id }) => id === `case.${ability}`)
  if (!found) throw new Error(`no ability ${ability}`)
  return found
}
